package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Limits;
import dev.weighbridge.formats.UnsupportedBinaryException;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.FatArchitecture;
import dev.weighbridge.formats.macho.FatMachO;
import dev.weighbridge.formats.macho.MachOFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a universal file into facts: one image for each architecture, and what holds them. */
final class FatMachOReader {
  private final FatMachO fat;
  private final Bytes file;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<BinaryImage> images = new ArrayList<>();
  private final ImageBuilder container;

  FatMachOReader(Bytes file) {
    this.fat = FatMachO.of(file);
    this.file = file;
    this.container = new ImageBuilder(file, 0, diagnostics);
  }

  BinaryFile read(String name, String format) {
    fat.diagnostics().forEach(diagnostics::add);
    container.structure("fat header", Kind.HEADERS, 0, fat.header().fileEnd());
    for (FatArchitecture architecture : fat.architectures()) {
      container.structure(
          "fat architecture",
          Kind.HEADERS,
          architecture.fileStart(),
          architecture.fileEnd() - architecture.fileStart());
      if (images.size() < Limits.MAX_ARCHITECTURES) {
        read(architecture);
      }
    }
    if (images.isEmpty()) {
      throw new UnsupportedBinaryException(
          "macho.fat_arch", fat.header().fileEnd(), "a Mach-O file for an architecture", "none");
    }
    return new BinaryFile(
        name, format, file, fat, images, container.build().structures(), diagnostics.list());
  }

  private void read(FatArchitecture architecture) {
    long start = architecture.offset();
    long end = start + fat.content(architecture).length();
    Optional<MachOFile> macho = fat.file(architecture);
    if (macho.isEmpty() || isTaken(start, end)) {
      diagnostics.warn(
          "macho.fat_arch[" + architecture.index() + "]",
          architecture.fileStart(),
          "a Mach-O file with bytes of its own",
          macho.isEmpty() ? "something else" : "bytes of another architecture");
      return;
    }
    if (end - start < architecture.size()) {
      diagnostics.warn(
          "macho.fat_arch[" + architecture.index() + "].size",
          architecture.fileStart(),
          "at most " + (end - start),
          Long.toUnsignedString(architecture.size()));
    }
    images.add(new MachOReader(macho.get(), start, diagnostics).read(architecture.name()));
  }

  private boolean isTaken(long start, long end) {
    boolean isTaken = start < fat.header().fileEnd();
    for (BinaryImage image : images) {
      isTaken |= start < image.fileEnd() && image.fileStart() < end;
    }
    return isTaken;
  }
}
