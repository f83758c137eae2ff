package dev.weighbridge.formats.elf.linking;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_ALLOC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_WRITE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_PROGBITS;

import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the GOT of a file without section headers lies: where the relocations that fill it are. */
final class ElfOffsetTable {
  /** Slots without a relocation, for each one with: reserved words and local addresses. */
  private static final long LOOSENESS = 4;

  private ElfOffsetTable() {}

  /** A section put together around those relocations, null if there are none. */
  static @Nullable ElfSection of(List<ElfRelocations> tables, ElfImage image, int wordSize) {
    long first = -1;
    long last = -1;
    long count = 0;
    for (ElfRelocations table : tables) {
      for (int row = 0; row < table.count(); row++) {
        long place = table.place(row);
        switch (table.role(row)) {
          case GLOB_DAT, JUMP_SLOT -> {
            first = count == 0 ? place : Math.min(first, place);
            last = Math.max(last, place);
            count++;
          }
          default -> {}
        }
      }
    }
    long size = last - first + wordSize;
    long offset = count == 0 ? -1 : image.fileOffset(first, size);
    if (offset < 0 || size / wordSize > LOOSENESS * (count + 1)) {
      return null;
    }
    return new ElfSection(
        0,
        ".got",
        0,
        SHT_PROGBITS,
        SHF_ALLOC | SHF_WRITE,
        first,
        offset,
        size,
        0,
        0,
        wordSize,
        wordSize,
        -1,
        -1);
  }
}
