package dev.weighbridge.lint.facts;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.relocations.ElfRelocationRole;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import java.util.Arrays;

/**
 * The relative relocations of an ELF file that have a record each, and what they would take as
 * {@code SHT_RELR}. gabi 5, relative relocation table.
 *
 * @param section the section that holds most of them; empty if there are none
 * @param fileStart where it starts, -1 if there is none
 * @param count how many there are
 * @param fileSize bytes of their records
 * @param packedSize bytes they would take
 * @param saving what packing would save, its own section header and dynamic entries deducted
 */
public record RelativeRelocations(
    String section, long fileStart, int count, long fileSize, long packedSize, long saving) {
  private static final RelativeRelocations NONE = new RelativeRelocations("", -1, 0, 0, 0, 0);

  /** Two dynamic entries more, a version it needs with its name, the name of the section. */
  private static final long OVERHEAD_64 = 2 * 16 + 16 + 18 + 10 + 64;

  private static final long OVERHEAD_32 = 2 * 8 + 16 + 18 + 10 + 40;

  /** The relative relocations of a file. */
  public static RelativeRelocations of(ElfFile elf) {
    String section = "";
    long start = -1;
    long bytes = 0;
    long[] places = new long[0];
    for (ElfRelocations table : elf.relocations()) {
      if (table.section().isLoaded()) {
        int before = places.length;
        places = addRelative(table, places);
        if (places.length > before) {
          section = section.isEmpty() ? table.section().name() : section;
          start = start < 0 ? table.section().offset() : start;
          bytes += (places.length - before) * Math.max(8, table.section().entrySize());
        }
      }
    }
    if (places.length == 0) {
      return NONE;
    }
    int width = elf.header().is64Bit() ? 8 : 4;
    long packed = packed(places, width);
    long overhead = width == 8 ? OVERHEAD_64 : OVERHEAD_32;
    long saving = Math.max(0, bytes - packed - overhead);
    return new RelativeRelocations(section, start, places.length, bytes, packed, saving);
  }

  /** Appends the places of a table that a packed table can hold: those at even addresses. */
  private static long[] addRelative(ElfRelocations table, long[] places) {
    if (table.section().typeName().equals("RELR")) {
      return places;
    }
    long[] all = Arrays.copyOf(places, places.length + table.count());
    int used = places.length;
    for (int row = 0; row < table.count(); row++) {
      if (table.role(row) == ElfRelocationRole.RELATIVE && (table.place(row) & 1) == 0) {
        all[used++] = table.place(row);
      }
    }
    return Arrays.copyOf(all, used);
  }

  /** An address, then bitmaps of the words behind it, each for one word less than its bits. */
  private static long packed(long[] places, int width) {
    Arrays.sort(places);
    int bits = 8 * width - 1;
    long words = 0;
    int at = 0;
    while (at < places.length) {
      long base = places[at] + width;
      words++;
      at++;
      while (at < places.length) {
        long limit = base + (long) bits * width;
        int taken = at;
        while (taken < places.length
            && places[taken] < limit
            && (places[taken] - base) % width == 0) {
          taken++;
        }
        if (taken == at) {
          break;
        }
        words++;
        at = taken;
        base = limit;
      }
    }
    return words * width;
  }
}
