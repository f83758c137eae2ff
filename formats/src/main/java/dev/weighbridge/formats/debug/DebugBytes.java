package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whose the bytes of debug sections are: of one unit, of several, of an index, or nobody's.
 *
 * <p>The ranges of a section tile it. Places count from its start, once it is without compression.
 * Immutable.
 */
public final class DebugBytes {
  /** The owner of bytes that several units use. */
  public static final int SHARED = -1;

  /** The owner of bytes that only help to find units. */
  public static final int INDEX = -2;

  /** The owner of bytes that nothing refers to. */
  public static final int NONE = -3;

  private final List<String> names;
  private final int[] firstRange;
  private final long[] start;
  private final long[] end;
  private final int[] owner;

  private DebugBytes(Builder builder) {
    names = List.copyOf(builder.names);
    builder.firstRange.add(builder.owner.count());
    firstRange = builder.firstRange.freeze();
    start = builder.start.freeze();
    end = builder.end.freeze();
    owner = builder.owner.freeze();
  }

  /** The names of the debug sections of the image's own file, as the file has them. */
  public List<String> sections() {
    return names;
  }

  /** Number of the first range of a section; for the number of sections that of the end. */
  public int firstRange(int section) {
    return firstRange[section];
  }

  /** First byte of a range, counted from the start of its section. */
  public long start(int range) {
    return start[range];
  }

  /** End of a range, exclusive. */
  public long end(int range) {
    return end[range];
  }

  /** The unit that a range belongs to, or {@link #SHARED}, {@link #INDEX} or {@link #NONE}. */
  public int owner(int range) {
    return owner[range];
  }

  /** The range that holds a place in a section, -1 if none does. */
  public int rangeAt(int section, long offset) {
    int from = firstRange[section];
    int to = firstRange[section + 1];
    int found = Arrays.binarySearch(start, from, to, offset);
    int range = found >= 0 ? found : -found - 2;
    return range >= from && offset < end[range] ? range : -1;
  }

  /** Collects ranges, section by section, each in ascending order. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final IntColumn firstRange = new IntColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final IntColumn owner = new IntColumn(0);

    /** No sections. */
    public Builder() {}

    /** Begins a section. */
    public void section(String name) {
      names.add(name);
      firstRange.add(owner.count());
    }

    /** Adds the bytes from the end of the range before, or the start of the section. */
    public void addTo(long to, int ofOwner) {
      int first = firstRange.get(firstRange.count() - 1);
      int last = owner.count() - 1;
      long from = last < first ? 0 : end.get(last);
      if (from >= to) {
        return;
      }
      if (last >= first && owner.get(last) == ofOwner) {
        end.set(last, to);
        return;
      }
      start.add(from);
      end.add(to);
      owner.add(ofOwner);
    }

    /** The ranges; the builder is then empty. */
    public DebugBytes build() {
      return new DebugBytes(this);
    }
  }
}
