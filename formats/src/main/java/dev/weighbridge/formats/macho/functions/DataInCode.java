package dev.weighbridge.formats.macho.functions;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data between instructions, such as jump tables: {@code LC_DATA_IN_CODE}. loader.h.
 *
 * <p>Immutable.
 */
public final class DataInCode {
  private static final int STRIDE = 8;

  /**
   * One range of data.
   *
   * @param index its row
   * @param offset file offset of its first byte
   * @param size bytes, 0 to 65535
   * @param kind one of the {@code DICE_KIND_} constants
   * @param fileStart first byte of this row in the file
   * @param fileEnd end of this row in the file, exclusive
   */
  public record Entry(int index, long offset, int size, int kind, long fileStart, long fileEnd) {}

  private final long fileStart;
  private final int[] offset;
  private final short[] size;
  private final short[] kind;

  /** Reads the rows as far as they lie inside the file. */
  public static DataInCode read(Bytes file, LoadCommand.Range range, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(diagnostics, "diagnostics");
    long start = range.offset();
    long stated = range.size() / STRIDE;
    int count = StatedRows.inside(file, "macho.data_in_code", start, STRIDE, stated, diagnostics);
    return new DataInCode(file, count == 0 ? 0 : start, count);
  }

  private DataInCode(Bytes file, long start, int count) {
    fileStart = start;
    offset = new int[count];
    size = new short[count];
    kind = new short[count];
    RowWindow window = new RowWindow(file, start, STRIDE, count);
    while (window.next()) {
      for (int i = 0; i < window.rows(); i++) {
        int row = window.first() + i;
        long at = (long) STRIDE * i;
        offset[row] = window.bytes().i32(at);
        size[row] = (short) window.bytes().u16(at + 4);
        kind[row] = (short) window.bytes().u16(at + 6);
      }
    }
  }

  /** How many rows there are. */
  public int count() {
    return offset.length;
  }

  /** File offset of the first byte of the data. */
  public long offset(int row) {
    return offset[row] & 0xFFFF_FFFFL;
  }

  /** Bytes of data, 0 to 65535. */
  public int size(int row) {
    return size[row] & 0xFFFF;
  }

  /** One of the {@code DICE_KIND_} constants. */
  public int kind(int row) {
    return kind[row] & 0xFFFF;
  }

  /** First byte of a row in the file. */
  public long fileStart(int row) {
    return fileStart + (long) row * STRIDE;
  }

  /** One row as an object. */
  public Entry row(int row) {
    return new Entry(row, offset(row), size(row), kind(row), fileStart(row), fileStart(row + 1));
  }

  /** All rows as objects. */
  public Stream<Entry> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " entries";
  }
}
