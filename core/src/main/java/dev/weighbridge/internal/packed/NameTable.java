package dev.weighbridge.internal.packed;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;

/** The names that a {@link NameTableWriter} packed, one after another. */
public final class NameTable {
  private final byte[] pool;
  private final int[] start;

  private NameTable(byte[] pool, int[] start) {
    this.pool = pool;
    this.start = start;
  }

  /** Reads a table. */
  public static NameTable read(PackedReader in) {
    int count = in.count("names");
    int[] start = new int[count + 1];
    byte[] pool = new byte[Math.max(64, 16 * Math.min(count, 1 << 20))];
    int last = 0;
    for (int name = 0; name < count; name++) {
      int at = start[name];
      int shared = in.u8();
      int rest = in.count("bytes of a name");
      if (shared > at - last) {
        throw in.malformed("at most the " + (at - last) + " bytes of the name before", "" + shared);
      }
      if (rest > Limits.MAX_UNCOMPRESSED - shared - at) {
        throw in.malformed("names of at most " + Limits.MAX_UNCOMPRESSED + " bytes", "more");
      }
      int end = at + shared + rest;
      if (end > pool.length) {
        pool = Arrays.copyOf(pool, (int) Math.min(Limits.MAX_UNCOMPRESSED, Math.max(end, 2L * at)));
      }
      System.arraycopy(pool, last, pool, at, shared);
      in.copy(pool, at + shared, rest);
      last = at;
      start[name + 1] = end;
    }
    return new NameTable(pool, start);
  }

  /** How many names there are. */
  public int count() {
    return start.length - 1;
  }

  /** The bytes that hold all names. */
  public Bytes pool() {
    return Bytes.of(pool);
  }

  /** Where a name starts in the pool. */
  public int start(int name) {
    return start[name];
  }

  /** Bytes of a name. */
  public int length(int name) {
    return start[name + 1] - start[name];
  }
}
