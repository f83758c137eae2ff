package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
   */
  public record Function(
      int index, long address, long memorySize, long fileStart, ExtentEvidence evidence) {}

  private final LongColumn address;
  private final LongColumn memorySize;
  private final LongColumn fileStart;
  private final ByteColumn evidence;

  private FunctionTable(Builder builder) {
    address = builder.address;
    memorySize = builder.memorySize;
    fileStart = builder.fileStart;
    evidence = builder.evidence;
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

  /** One row as an object. */
  public Function row(int index) {
    return new Function(
        index, address.get(index), memorySize.get(index), fileStart.get(index), evidence(index));
  }

  /** All rows as objects. */
  public Stream<Function> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  static final class Builder {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn memorySize = new LongColumn(0);
    private final LongColumn fileStart = new LongColumn(0);
    private final ByteColumn evidence = new ByteColumn(0);

    void add(long at, long bytes, long fileOffset, ExtentEvidence why) {
      address.add(at);
      memorySize.add(bytes);
      fileStart.add(fileOffset);
      evidence.add((byte) why.ordinal());
    }

    FunctionTable freeze() {
      return new FunctionTable(this);
    }
  }
}
