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
          segment.permissions(),
          segment.physicalAddress());
      checkSize(segment);
    }
  }

  /** gABI 5, program header: the file size may not be larger than the memory size. */
  private void checkSize(ElfProgramHeader segment) {
    boolean isTooLong = Long.compareUnsigned(segment.fileSize(), segment.memorySize()) > 0;
    if (segment.isLoaded() && isTooLong) {
      image
          .diagnostics()
          .warn(
              "elf.program_header[" + segment.index() + "].p_filesz",
              segment.fileStart(),
              "at most the memory size, " + Long.toUnsignedString(segment.memorySize()),
              Long.toUnsignedString(segment.fileSize()));
    }
  }

  private long end() {
    return elf.bytes().length();
  }
}
