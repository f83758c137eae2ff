package dev.weighbridge.formats.elf;

/** The columns of one relocation table while it is read. */
final class ElfRelocationColumns {
  final long[] place;
  final int[] type;
  final int[] symbol;
  final long[] addend;

  /** Which record of the table each row comes from; null if row by row. */
  final int[] record;

  ElfRelocationColumns(int count, boolean isPacked) {
    place = new long[count];
    type = new int[count];
    symbol = new int[count];
    addend = new long[count];
    record = isPacked ? new int[count] : null;
  }

  int count() {
    return place.length;
  }
}
