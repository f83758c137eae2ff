package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_DSYM;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSegment;

/**
 * States the segments of a Mach-O file, one row for each segment command.
 *
 * <p>Those without any permission, such as {@code __PAGEZERO}, reserve addresses but take no
 * memory. The one nameless segment of a relocatable file is not stated: it only holds the sections,
 * which the linker will place.
 */
final class MachOSegments {
  private final MachOFile macho;
  private final ImageBuilder image;

  MachOSegments(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    if (macho.header().isRelocatable()) {
      return;
    }
    for (MachOSegment segment : macho.segments()) {
      boolean isLoaded = isLoaded(segment);
      boolean isEmpty = segment.fileSize() == 0;
      image.segment(
          segment.name(),
          isEmpty ? 0 : segment.offset(),
          segment.fileSize(),
          segment.address(),
          isLoaded ? segment.memorySize() : 0,
          isLoaded,
          segment.permissions());
    }
  }

  /** Whether the loader maps it; the debug information of a companion file is never loaded. */
  private boolean isLoaded(MachOSegment segment) {
    boolean isDebugInformation =
        macho.header().fileType() == MH_DSYM && segment.name().equals("__DWARF");
    return segment.initialProtection() != 0 && !isDebugInformation;
  }
}
