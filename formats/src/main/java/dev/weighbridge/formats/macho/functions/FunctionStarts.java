package dev.weighbridge.formats.macho.functions;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Where functions start: {@code LC_FUNCTION_STARTS}, distances as unsigned LEB128 numbers, the
 * first one from the header's address. loader.h.
 *
 * <p>Present in stripped files, too. Rows are in ascending order of their addresses. Immutable.
 */
public final class FunctionStarts {
  private final long[] address;
  private final long[] fileStart;

  private FunctionStarts(long[] address, long[] fileStart) {
    this.address = address;
    this.fileStart = fileStart;
  }

  /**
   * Reads the distances.
   *
   * @param table the bytes of the table
   * @param tableStart file offset of the table
   * @param base the address that the first distance counts from
   */
  public static FunctionStarts read(
      Bytes table, long tableStart, long base, Diagnostics diagnostics) {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(diagnostics, "diagnostics");
    LongColumn address = new LongColumn((int) Math.min(table.length() / 2, 1 << 20));
    LongColumn start = new LongColumn((int) Math.min(table.length() / 2, 1 << 20));
    Cursor cursor = new Cursor(table, 0, table.length(), "macho.function_starts", tableStart);
    long at = base;
    try {
      while (!cursor.isAtEnd()) {
        long position = cursor.position();
        long distance = cursor.uleb128();
        if (distance == 0) {
          break;
        }
        at += distance;
        address.add(at);
        start.add(tableStart + position);
      }
      start.add(tableStart + Math.min(cursor.position(), table.length()));
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
      start.add(tableStart + cursor.position());
    }
    return new FunctionStarts(address.freeze(), start.freeze());
  }

  /** How many functions there are. */
  public int count() {
    return address.length;
  }

  /** The address of a function, as stated: on ARM with the Thumb bit. */
  public long address(int row) {
    return address[row];
  }

  /** First byte of its distance in the file; for {@link #count()} the end of the last one. */
  public long fileStart(int row) {
    return row < address.length ? fileStart[row] : fileStart.length > 0 ? lastEnd() : 0;
  }

  private long lastEnd() {
    return fileStart[Math.min(address.length, fileStart.length - 1)];
  }

  /** Whether a function starts at an address; on ARM ask with the Thumb bit. */
  public boolean contains(long start) {
    return Arrays.binarySearch(address, start) >= 0;
  }

  /** The last function start at or before an address, or -1 if there is none. */
  public long atOrBefore(long place) {
    int found = Arrays.binarySearch(address, place);
    int row = found >= 0 ? found : -found - 2;
    return row < 0 ? -1 : address[row];
  }

  /** All addresses. */
  public LongStream stream() {
    return Arrays.stream(address);
  }

  @Override
  public String toString() {
    return count() + " functions";
  }
}
