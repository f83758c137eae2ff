package dev.weighbridge.internal.packed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToLongFunction;

/**
 * Packs numbers, texts and columns into bytes.
 *
 * <p>Numbers are LEB128, signed ones zigzag. A column is the differences of its values, in groups
 * of up to {@link #MAX_GROUP}: either that many equal differences, written once, or that many
 * different ones. Nothing here depends on a compressor, whose output changes with its version.
 */
public final class PackedWriter {
  /**
   * Most rows of a group. A run is cut there, so that a reader gets no more than this many rows
   * from any byte, whatever a file claims.
   */
  static final int MAX_GROUP = 64;

  /** Shorter runs are cheaper as different values. */
  private static final int MIN_RUN = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final long[] group = new long[MAX_GROUP];

  /** Starts without any bytes. */
  public PackedWriter() {}

  /** Adds one byte. */
  public PackedWriter u8(int value) {
    out.write(value);
    return this;
  }

  /** Adds a number, unsigned. */
  public PackedWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** Adds a number that may be negative. */
  public PackedWriter signed(long value) {
    return number(value << 1 ^ value >> 63);
  }

  /** Adds a text: the number of its bytes in UTF-8, and those. */
  public PackedWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    return bytes(bytes, 0, bytes.length);
  }

  /** Adds bytes as they are. */
  public PackedWriter bytes(byte[] bytes, int start, int count) {
    out.write(bytes, start, count);
    return this;
  }

  /** Adds the values of rows 0 to {@code rows - 1}; the reader must know how many there are. */
  public PackedWriter column(int rows, IntToLongFunction values) {
    long last = 0;
    int waiting = 0;
    int row = 0;
    while (row < rows) {
      long difference = values.applyAsLong(row) - last;
      int run = run(rows, values, row, difference);
      if (run < MIN_RUN) {
        group[waiting++] = difference;
        last += difference;
        row++;
      }
      if (waiting == MAX_GROUP || run >= MIN_RUN) {
        different(waiting);
        waiting = 0;
      }
      if (run >= MIN_RUN) {
        number((long) run << 1 | 1).signed(difference);
        last += difference * run;
        row += run;
      }
    }
    different(waiting);
    return this;
  }

  /** How many rows from this one on differ from those before them by the same. */
  private static int run(int rows, IntToLongFunction values, int first, long difference) {
    long last = values.applyAsLong(first);
    int run = 1;
    while (run < MAX_GROUP && first + run < rows) {
      long next = values.applyAsLong(first + run);
      if (next - last != difference) {
        break;
      }
      last = next;
      run++;
    }
    return run;
  }

  private void different(int count) {
    if (count > 0) {
      number((long) count << 1);
      for (int i = 0; i < count; i++) {
        signed(group[i]);
      }
    }
  }

  /** How many bytes there are. */
  public int length() {
    return out.size();
  }

  /** Writes all bytes to a stream. */
  public void writeTo(OutputStream target) throws IOException {
    out.writeTo(target);
  }
}
