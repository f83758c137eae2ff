package dev.weighbridge.formats.elf.relocations;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of one relocation table while it is read. */
final class ElfRelocationColumns {
  final long[] place;
  final int[] type;
  final int[] symbol;
  final long[] addend;

  /** Where the record that a row comes from lies in the table, in bytes; null if row by row. */
  final int @Nullable [] recordStart;

  /** Where that record ends; null if all records have one size. */
  final int @Nullable [] recordEnd;

  private ElfRelocationColumns(
      long[] place,
      int[] type,
      int[] symbol,
      long[] addend,
      int @Nullable [] recordStart,
      int @Nullable [] recordEnd) {
    this.place = place;
    this.type = type;
    this.symbol = symbol;
    this.addend = addend;
    this.recordStart = recordStart;
    this.recordEnd = recordEnd;
  }

  private static ElfRelocationColumns of(
      int count, int @Nullable [] recordStart, int @Nullable [] recordEnd) {
    return new ElfRelocationColumns(
        new long[count], new int[count], new int[count], new long[count], recordStart, recordEnd);
  }

  /** Columns of a table with one record for each row. */
  static ElfRelocationColumns rowByRow(int count) {
    return of(count, null, null);
  }

  /** Columns of a table whose records, of one size, may stand for several rows. */
  static ElfRelocationColumns shared(int[] recordStart) {
    return of(recordStart.length, recordStart, null);
  }

  /** Columns of a table whose records have different sizes. */
  static ElfRelocationColumns varying(int[] recordStart, int[] recordEnd) {
    return of(recordStart.length, recordStart, recordEnd);
  }

  int count() {
    return place.length;
  }

  /** The first rows of columns whose records have different sizes. */
  ElfRelocationColumns first(int count) {
    return new ElfRelocationColumns(
        Arrays.copyOf(place, count),
        Arrays.copyOf(type, count),
        Arrays.copyOf(symbol, count),
        Arrays.copyOf(addend, count),
        Arrays.copyOf(recordStart, count),
        Arrays.copyOf(recordEnd, count));
  }
}
