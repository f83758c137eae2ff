package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.math.BigInteger;
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

  /**
   * A part of a debug section as it lies in the file: a section of the file, of which objects may
   * have several of one name.
   *
   * @param fileStart file offset of its first byte, counted from the start of the image
   * @param fileSize its bytes in the file; fewer than it stands for if it is compressed
   * @param start where it begins in the debug section, once that is without compression
   * @param end where it ends there, exclusive
   */
  public record Part(long fileStart, long fileSize, long start, long end) {
    /**
     * Where a place of the debug section lies in the file. If the part is compressed its bytes in
     * the file are shared out in proportion, so that what neighbours get adds up to all of it.
     *
     * @param place from {@link #start} to {@link #end}
     */
    public long filePlace(long place) {
      long whole = end - start;
      long at = place - start;
      if (fileSize == whole || at <= 0) {
        return fileStart + Math.max(0, at);
      }
      return at >= whole ? fileStart + fileSize : fileStart + share(at, whole);
    }

    /** {@code fileSize * at / whole}, rounded down, whatever the product. */
    private long share(long at, long whole) {
      return at <= Long.MAX_VALUE / Math.max(1, fileSize)
          ? fileSize * at / whole
          : BigInteger.valueOf(fileSize)
              .multiply(BigInteger.valueOf(at))
              .divide(BigInteger.valueOf(whole))
              .longValueExact();
    }
  }

  private final List<String> names;
  private final List<List<Part>> parts;
  private final int[] firstRange;
  private final long[] start;
  private final long[] end;
  private final int[] owner;

  private DebugBytes(Builder builder) {
    names = List.copyOf(builder.names);
    parts = List.copyOf(builder.parts);
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

  /** Where the parts of a section lie in the file; none if that is not known. */
  public List<Part> parts(int section) {
    return parts.get(section);
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

  @Override
  public String toString() {
    return names.size() + " sections";
  }

  /** Collects ranges, section by section, each in ascending order. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final List<List<Part>> parts = new ArrayList<>();
    private final IntColumn firstRange = new IntColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final IntColumn owner = new IntColumn(0);

    /** No sections. */
    public Builder() {}

    /** Begins a section; its parts are in ascending order, one behind the other. */
    public void section(String name, List<Part> lies) {
      names.add(name);
      parts.add(List.copyOf(lies));
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
