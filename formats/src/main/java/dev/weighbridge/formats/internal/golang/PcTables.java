package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Tables that give a value for each place in a function. All of them end where its code does, which
 * no other table of Go says: pairs of a difference of the value and of the place, ended by a
 * difference of 0 that is not the first. runtime/symtab.go, {@code step}.
 */
final class PcTables {
  private static final int MOST_BYTES = 5;
  private static final int PAYLOAD = 7;
  private static final int MORE = 1 << PAYLOAD;

  private final Bytes bytes;
  private final long start;
  private final long end;
  private final int quantum;

  /** Tables may be shared, but functions do not read them over and over. */
  private long allowance;

  private long at;

  PcTables(Bytes bytes, long start, long end, int quantum) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.quantum = quantum;
    allowance = 16 * (end - start);
  }

  /** The bytes of code that the table at an offset tells of; 0 if there is no sound table. */
  long codeSize(long offset) {
    if (offset <= 0 || offset >= end - start) {
      return 0;
    }
    at = start + offset;
    long size = 0;
    for (boolean isFirst = true; allowance > 0; isFirst = false) {
      long value = number();
      if (value < 0 || (value == 0 && !isFirst)) {
        return value < 0 ? 0 : size;
      }
      long places = number();
      if (places < 0) {
        return 0;
      }
      size += places * quantum;
    }
    return 0;
  }

  /** Where the table ends that was last found to be sound. */
  long end() {
    return at;
  }

  /** The next number, least digits first; -1 if it is cut. */
  private long number() {
    long number = 0;
    for (int i = 0; i < MOST_BYTES && at < end; i++) {
      int next = bytes.u8(at++);
      allowance--;
      number |= (long) (next & (MORE - 1)) << (i * PAYLOAD);
      if (next < MORE) {
        return number;
      }
    }
    return -1;
  }
}
