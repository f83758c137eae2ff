package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;

/** The records of a stream of types or items, by their numbers. LLVM, The PDB TPI Stream. */
final class PdbRecords {
  private static final int HEADER = 56;

  private final Bytes stream;
  private final long first;
  private final int[] starts;

  private PdbRecords(Bytes stream, long first, int[] starts) {
    this.stream = stream;
    this.first = first;
    this.starts = starts;
  }

  /** The records of a stream, as far as they are whole. */
  static PdbRecords of(Bytes stream) {
    IntColumn starts = new IntColumn(0);
    if (stream.length() < HEADER) {
      return new PdbRecords(stream, 0, starts.freeze());
    }
    long at = Math.min(stream.u32(4), stream.length());
    long end = Math.min(stream.length(), at + stream.u32(16));
    while (end - at >= 4 && at <= Integer.MAX_VALUE) {
      long next = at + 2 + stream.u16(at);
      if (next < at + 4 || next > end) {
        break;
      }
      starts.add((int) at);
      at = next;
    }
    return new PdbRecords(stream, stream.u32(8), starts.freeze());
  }

  /** The bytes that records lie in. */
  Bytes bytes() {
    return stream;
  }

  /** Whether there is a record of a number. */
  boolean has(long number) {
    return number >= first && number - first < starts.length;
  }

  /** The kind of a record: {@code LF_FUNC_ID}. */
  int kind(long number) {
    return stream.u16(start(number) + 2);
  }

  /** Where the content of a record begins. */
  long content(long number) {
    return start(number) + 4;
  }

  /** Where a record ends, exclusive. */
  long end(long number) {
    return start(number) + 2 + stream.u16(start(number));
  }

  private long start(long number) {
    return starts[(int) (number - first)];
  }
}
