package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.ar.ArReader;
import dev.weighbridge.formats.macho.FatMachO;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.FatArchitecture;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a universal file into facts: one image for each architecture, or where that is an archive
 * for each of its members, and what holds them.
 */
final class FatMachOReader {
  private final FatMachO fat;
  private final Bytes file;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<BinaryImage> images = new ArrayList<>();
  private final List<FatArchitecture> taken = new ArrayList<>();
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
      if (taken.size() < Limits.MAX_ARCHITECTURES) {
        read(name, architecture);
      }
    }
    if (images.isEmpty()) {
      throw new UnsupportedBinaryException(
          "macho.fat_arch", fat.header().fileEnd(), "a Mach-O file or an archive", "none");
    }
    return new BinaryFile(
        name, format, file, fat, images, container.build().structures(), diagnostics.list());
  }

  private void read(String name, FatArchitecture architecture) {
    long start = architecture.offset();
    Bytes content = fat.content(architecture);
    Optional<MachOFile> macho = fat.file(architecture);
    boolean isArchive = ArFile.isArchive(content);
    boolean isTaken = isTaken(start, start + content.length());
    if (isTaken || (macho.isEmpty() && !isArchive)) {
      diagnostics.warn(
          "macho.fat_arch[" + architecture.index() + "]",
          architecture.fileStart(),
          "a Mach-O file with bytes of its own",
          isTaken ? "bytes of another architecture" : "something else");
      return;
    }
    if (content.length() < architecture.size()) {
      diagnostics.warn(
          "macho.fat_arch[" + architecture.index() + "].size",
          architecture.fileStart(),
          "at most " + content.length(),
          Long.toUnsignedString(architecture.size()));
    }
    taken.add(architecture);
    if (isArchive) {
      readArchive(name + "[" + architecture.name() + "]", content, start);
    } else {
      images.add(new MachOReader(macho.get(), start, diagnostics).read(architecture.name()));
    }
  }

  private void readArchive(String name, Bytes content, long start) {
    try {
      images.addAll(new ArReader(ArFile.of(content), name, start, container).read());
    } catch (BinaryException e) {
      diagnostics.warn(e.structure(), start, e.expected(), e.found());
    }
  }

  private boolean isTaken(long start, long end) {
    boolean isTaken = start < fat.header().fileEnd();
    for (FatArchitecture other : taken) {
      long otherEnd = other.offset() + fat.content(other).length();
      isTaken |= start < otherEnd && other.offset() < end;
    }
    return isTaken;
  }
}
