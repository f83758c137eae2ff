package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;

/** States the segments of an ELF file, one row for each program header. */
final class ElfSegments {
  private final ElfFile elf;
  private final ImageBuilder image;

  ElfSegments(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
  }

  void state() {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      boolean isEmpty = segment.fileSize() == 0;
      image.segment(
          segment.typeName(),
          isEmpty ? Math.min(segment.offset() & Long.MAX_VALUE, end()) : segment.offset(),
          segment.fileSize(),
          segment.address(),
          segment.isLoaded() ? segment.memorySize() : 0,
          segment.isLoaded(),
          segment.permissions());
    }
  }

  private long end() {
    return elf.bytes().length();
  }
}
