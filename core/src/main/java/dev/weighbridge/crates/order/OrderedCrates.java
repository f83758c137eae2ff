package dev.weighbridge.crates.order;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The crates of functions without names, as ranges of the file that do not overlap, ascending.
 *
 * <p>The order of the link tells the crate that compiled a function, and the paths of its own panic
 * locations tell the crate whose source it is. Immutable.
 */
public final class OrderedCrates {
  /** No ranges. */
  static final OrderedCrates NOTHING = new Builder().build();

  /** No crate. */
  public static final int NONE = Candidates.NONE;

  /** The crate that is the whole standard library. */
  public static final int STANDARD = Candidates.STANDARD;

  private static final int COLUMNS = 6;

  private final List<String> names;
  private final LongColumn start;
  private final LongColumn end;
  private final IntColumn byOrder;
  private final IntColumn byPath;
  private final boolean isOrdered;

  private OrderedCrates(Builder builder) {
    names = List.copyOf(builder.names);
    start = builder.start;
    end = builder.end;
    byOrder = builder.byOrder;
    byPath = builder.byPath;
    boolean tells = false;
    for (int range = 0; range < count(); range++) {
      tells |= byOrder.get(range) >= 0;
    }
    isOrdered = tells;
  }

  /** Whether the order of the link tells anything. */
  public boolean isOrdered() {
    return isOrdered;
  }

  /** How many ranges there are. */
  public int count() {
    return start.count();
  }

  /** File offset of the first byte of a range. */
  public long start(int range) {
    return start.get(range);
  }

  /** End of a range in the file, exclusive. */
  public long end(int range) {
    return end.get(range);
  }

  /** The crate that compiled a range; {@link #NONE} if nothing tells. */
  public int byOrder(int range) {
    return byOrder.get(range);
  }

  /** The crate whose source a range is; {@link #NONE} if nothing tells. */
  public int byPath(int range) {
    return byPath.get(range);
  }

  /** How many crates there are, {@link #STANDARD} included. */
  public int crateCount() {
    return names.size();
  }

  /**
   * What a crate is called: by its name, or by the folder of its sources if only that is known;
   * empty for the program if not even that is.
   */
  public String name(int crate) {
    return names.get(crate);
  }

  /** What saved models keep. */
  long[][] columns() {
    LongColumn text = new LongColumn(0);
    long[] ends = new long[names.size()];
    for (int crate = 0; crate < ends.length; crate++) {
      for (byte letter : names.get(crate).getBytes(StandardCharsets.UTF_8)) {
        text.add(letter & 0xFF);
      }
      ends[crate] = text.count();
    }
    long[][] columns = new long[COLUMNS][count()];
    columns[0] = text.freeze();
    columns[1] = ends;
    for (int range = 0; range < count(); range++) {
      columns[2][range] = start(range);
      columns[3][range] = end(range);
      columns[4][range] = byOrder(range) + 1L;
      columns[5][range] = byPath(range) + 1L;
    }
    return columns;
  }

  /** The crates that a saved model kept; empty if the columns are not such. */
  static Optional<OrderedCrates> read(long[][] columns) {
    if (columns.length != COLUMNS) {
      return Optional.empty();
    }
    Builder builder = new Builder();
    builder.names.clear();
    byte[] text = new byte[columns[0].length];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) columns[0][i];
    }
    int from = 0;
    for (long to : columns[1]) {
      if (to < from || to > text.length) {
        return Optional.empty();
      }
      builder.names.add(new String(text, from, (int) to - from, StandardCharsets.UTF_8));
      from = (int) to;
    }
    return addRanges(columns, builder) ? Optional.of(builder.build()) : Optional.empty();
  }

  private static boolean addRanges(long[][] columns, Builder builder) {
    int count = columns[2].length;
    boolean isWhole =
        columns[3].length == count && columns[4].length == count && columns[5].length == count;
    long last = 0;
    for (int i = 0; isWhole && i < count; i++) {
      isWhole =
          columns[2][i] >= last
              && columns[3][i] > columns[2][i]
              && builder.isCrate(columns[4][i] - 1)
              && builder.isCrate(columns[5][i] - 1);
      last = columns[3][i];
      if (isWhole) {
        int crate = (int) columns[4][i] - 1;
        builder.add(columns[2][i], columns[3][i], crate, (int) columns[5][i] - 1);
      }
    }
    return isWhole;
  }

  /** The ranges of several images while they are found, in the order of the file. */
  static final class Builder {
    private final List<String> names = new ArrayList<>(List.of(""));
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final IntColumn byOrder = new IntColumn(0);
    private final IntColumn byPath = new IntColumn(0);

    private boolean isCrate(long crate) {
      return crate >= NONE && crate < names.size();
    }

    /** The number of a crate by its name; those of several images share it. */
    int crate(String name) {
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known != null) {
        return known;
      }
      names.add(name);
      return names.size() - 1;
    }

    /** Adds a range behind all others; a crate that is {@link #NONE} twice is not worth one. */
    void add(long from, long to, int ordered, int own) {
      int last = start.count() - 1;
      boolean isSame =
          last >= 0
              && end.get(last) == from
              && byOrder.get(last) == ordered
              && byPath.get(last) == own;
      if (isSame) {
        end.set(last, to);
      } else if ((ordered >= 0 || own >= 0) && (last < 0 || from >= end.get(last))) {
        start.add(from);
        end.add(to);
        byOrder.add(ordered);
        byPath.add(own);
      }
    }

    OrderedCrates build() {
      return new OrderedCrates(this);
    }
  }
}
