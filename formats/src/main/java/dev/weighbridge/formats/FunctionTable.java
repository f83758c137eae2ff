package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Function extents: from where to where a function reaches, whether or not it has a name.
 *
 * <p>Rows keep the order in which they were found. An extent never leaves its section or segment.
 */
public final class FunctionTable {
  /**
   * One function extent.
   *
   * @param index its row
   * @param address virtual address of the first byte
   * @param memorySize bytes it covers, at least 1
   * @param fileStart file offset of the first byte, or -1 if it has no bytes in the file
   * @param evidence what says so
   * @param entry address of the function that these bytes are a further piece of; {@code address}
   *     if they begin a function
   */
  public record Function(
      int index,
      long address,
      long memorySize,
      long fileStart,
      ExtentEvidence evidence,
      long entry) {
    /** Refuses null. */
    public Function {
      Objects.requireNonNull(evidence, "evidence");
    }
  }

  private final LongColumn address;
  private final LongColumn memorySize;
  private final LongColumn fileStart;
  private final ByteColumn evidence;
  private final LongColumn entry;
  private final int @Nullable [] first;

  private FunctionTable(Builder builder) {
    address = builder.address;
    memorySize = builder.memorySize;
    fileStart = builder.fileStart;
    evidence = builder.evidence;
    entry = builder.entry;
    first = builder.hasPieces ? firstRows() : null;
  }

  private int[] firstRows() {
    Map<Long, Integer> beginnings = new HashMap<>();
    for (int row = 0; row < count(); row++) {
      if (entry(row) == address(row)) {
        beginnings.putIfAbsent(address(row), row);
      }
    }
    int[] rows = new int[count()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = entry(row) == address(row) ? row : beginnings.getOrDefault(entry(row), row);
    }
    return rows;
  }

  /** How many extents there are. */
  public int count() {
    return address.count();
  }

  /** Virtual address of the first byte. */
  public long address(int index) {
    return address.get(index);
  }

  /** Bytes covered, at least 1. */
  public long memorySize(int index) {
    return memorySize.get(index);
  }

  /** File offset of the first byte, or -1 if it has no bytes in the file. */
  public long fileStart(int index) {
    return fileStart.get(index);
  }

  /** What says so. */
  public ExtentEvidence evidence(int index) {
    return ExtentEvidence.of(evidence.get(index));
  }

  /**
   * Address of the function that the bytes are a further piece of, such as a part that the compiler
   * moved away because it is seldom run; {@link #address} if they begin a function.
   */
  public long entry(int index) {
    return entry.get(index);
  }

  /**
   * Row of the extent that begins the function which a row belongs to: the row itself unless it is
   * a further piece whose beginning has an extent, too.
   */
  public int first(int index) {
    return first == null ? index : first[index];
  }

  /** One row as an object. */
  public Function row(int index) {
    return new Function(
        index, address(index), memorySize(index), fileStart(index), evidence(index), entry(index));
  }

  /** All rows as objects. */
  public Stream<Function> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " functions";
  }

  static final class Builder {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn memorySize = new LongColumn(0);
    private final LongColumn fileStart = new LongColumn(0);
    private final ByteColumn evidence = new ByteColumn(0);
    private final LongColumn entry = new LongColumn(0);
    private boolean hasPieces;

    void add(long at, long bytes, long fileOffset, ExtentEvidence why, long function) {
      address.add(at);
      memorySize.add(bytes);
      fileStart.add(fileOffset);
      evidence.add((byte) why.ordinal());
      entry.add(function);
      hasPieces |= function != at;
    }

    void reserve(int more) {
      address.reserve(more);
      memorySize.reserve(more);
      fileStart.reserve(more);
      evidence.reserve(more);
      entry.reserve(more);
    }

    FunctionTable freeze() {
      return new FunctionTable(this);
    }
  }
}
