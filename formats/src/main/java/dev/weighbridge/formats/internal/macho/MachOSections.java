package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.S_16BYTE_LITERALS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_4BYTE_LITERALS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_8BYTE_LITERALS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_CSTRING_LITERALS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_THREAD_LOCAL_REGULAR;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import java.util.EnumSet;
import java.util.Set;

/** States the sections of a Mach-O file, in the order in which symbols count them. */
final class MachOSections {
  private final MachOFile macho;
  private final ImageBuilder image;
  private final String suffix;

  MachOSections(MachOFile macho, ImageBuilder image) {
    this(macho, image, "");
  }

  /**
   * The sections of a file inside a set.
   *
   * @param suffix what is put behind their names, to tell them from those of other files
   */
  MachOSections(MachOFile macho, ImageBuilder image, String suffix) {
    this.macho = macho;
    this.image = image;
    this.suffix = suffix;
  }

  void state() {
    boolean isRelocatable = macho.header().isRelocatable();
    for (MachOSegment segment : macho.segments()) {
      for (MachOSection section : segment.sections()) {
        Kind kind = MachOKinds.of(section);
        boolean isLoaded = kind != Kind.DEBUG && !section.segmentName().equals("__LD");
        image.section(
            section.name() + suffix,
            section.fileSize() == 0 ? 0 : section.offset(),
            section.fileSize(),
            isRelocatable || !isLoaded ? 0 : section.address(),
            isLoaded ? section.memorySize() : 0,
            section.alignment(),
            kind,
            traits(section, kind, isLoaded));
      }
    }
  }

  private static Set<SectionTrait> traits(MachOSection section, Kind kind, boolean isLoaded) {
    Set<SectionTrait> traits = EnumSet.noneOf(SectionTrait.class);
    if (isLoaded) {
      traits.add(SectionTrait.LOADED);
    }
    if (section.isExecutable()) {
      traits.add(SectionTrait.EXECUTABLE);
    }
    if (MachOKinds.isWritable(section)) {
      traits.add(SectionTrait.WRITABLE);
    }
    // A zero-filled template has addresses of its own here, so it is plain memory to the sweep.
    if (section.type() == S_THREAD_LOCAL_REGULAR) {
      traits.add(SectionTrait.THREAD_LOCAL);
    }
    if (section.type() == S_CSTRING_LITERALS) {
      traits.add(SectionTrait.STRINGS);
    }
    if (hasConstants(section)) {
      traits.add(SectionTrait.CONSTANTS);
    }
    if (MachOKinds.isMetadata(section, kind)) {
      traits.add(SectionTrait.METADATA);
    }
    return traits;
  }

  /** Whether it holds constants of one size, which the linker makes its alignment. */
  private static boolean hasConstants(MachOSection section) {
    return switch (section.type()) {
      case S_4BYTE_LITERALS -> section.alignment() == 4;
      case S_8BYTE_LITERALS -> section.alignment() == 8;
      case S_16BYTE_LITERALS -> section.alignment() == 16;
      default -> false;
    };
  }
}
