package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A column of names that stay bytes, of the file or of some of its sections, until someone asks for
 * text. Immutable.
 */
public final class Texts {
  private final List<Bytes> pools;
  private final int[] pool;
  private final long[] start;
  private final int[] length;

  private Texts(Builder builder) {
    pools = List.copyOf(builder.pools);
    pool = builder.pool.freeze();
    start = builder.start.freeze();
    length = builder.length.freeze();
  }

  /** How many names there are. */
  public int count() {
    return length.length;
  }

  /** A name as text, empty if there is none; bytes that are not UTF-8 become U+FFFD. */
  public String text(int row) {
    return length[row] == 0 ? "" : bytes(row).text(start[row], start[row] + length[row]);
  }

  /** The bytes that a name lies in. */
  public Bytes bytes(int row) {
    return pools.get(pool[row]);
  }

  /** Where a name begins in {@link #bytes}. */
  public long start(int row) {
    return start[row];
  }

  /** Bytes of a name; 0 if there is none. */
  public int length(int row) {
    return length[row];
  }

  @Override
  public String toString() {
    return count() + " texts";
  }

  /** Collects names. */
  public static final class Builder {
    private final List<Bytes> pools = new ArrayList<>();
    private final IdentityHashMap<Bytes, Integer> poolRows = new IdentityHashMap<>();
    private final IntColumn pool = new IntColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final IntColumn length = new IntColumn(0);
    private int last;

    /** No names. */
    public Builder() {}

    /** How many names there are. */
    public int count() {
      return length.count();
    }

    /** Adds what has no name. */
    public int addNone() {
      return add(pools.isEmpty() ? Bytes.of(new byte[0]) : pools.get(last), 0, 0);
    }

    /**
     * Adds a name.
     *
     * @param bytes that it lies in, which are kept: the same object for all names of a section
     * @return its row
     * @throws IndexOutOfBoundsException if it does not lie there
     */
    public int add(Bytes bytes, long from, int size) {
      if (!bytes.contains(from, size)) {
        throw new IndexOutOfBoundsException(size + " bytes at " + from);
      }
      pool.add(poolOf(bytes));
      start.add(from);
      length.add(size);
      return length.count() - 1;
    }

    private int poolOf(Bytes bytes) {
      if (pools.isEmpty() || pools.get(last) != bytes) {
        last = poolRows.computeIfAbsent(bytes, b -> pools.size());
        if (last == pools.size()) {
          pools.add(bytes);
        }
      }
      return last;
    }

    /** The names; the builder is then empty. */
    public Texts build() {
      return new Texts(this);
    }
  }
}
