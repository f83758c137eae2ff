package dev.weighbridge.internal.packed;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/**
 * Reads what a {@link PackedWriter} wrote. What does not fit throws {@link
 * MalformedBinaryException}; nothing is allocated on the word of a count alone.
 */
public final class PackedReader {
  private final Bytes bytes;
  private final Cursor cursor;

  /**
   * A reader of {@code [start, end)}.
   *
   * @param structure dotted path named in errors
   */
  public PackedReader(Bytes bytes, long start, long end, String structure) {
    this.bytes = bytes;
    cursor = new Cursor(bytes, start, end, structure, 0);
  }

  /** Whether nothing is left. */
  public boolean isAtEnd() {
    return cursor.isAtEnd();
  }

  /** One byte, 0 to 255. */
  public int u8() {
    return cursor.u8();
  }

  /** A number, unsigned. */
  public long number() {
    return cursor.uleb128();
  }

  /** A number that may be negative. */
  public long signed() {
    long zigzag = number();
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  /** A number from 0 to {@code most}. */
  public long number(String what, long most) {
    return checked(what, number(), most);
  }

  private long checked(String what, long value, long most) {
    if (value < 0 || value > most) {
      throw malformed(what + " of at most " + most, Long.toUnsignedString(value));
    }
    return value;
  }

  /** A number from {@code least} to {@code most}. */
  public int signed(String what, int least, int most) {
    long value = signed();
    if (value < least || value > most) {
      throw malformed(what + " of " + least + " to " + most, Long.toString(value));
    }
    return (int) value;
  }

  /** Where the next read starts. */
  public long position() {
    return cursor.position();
  }

  /** How many of something follow that takes at least a byte each. */
  public int count(String what) {
    long count = number();
    return (int) checked(what, count, Math.min(cursor.remaining(), Integer.MAX_VALUE));
  }

  /** How many rows of columns follow. */
  public int rows(String what) {
    long rows = number();
    long most = cursor.remaining() * PackedWriter.MAX_GROUP;
    return (int) checked(what, rows, Math.min(most, Integer.MAX_VALUE - 8));
  }

  /** A text. */
  public String text() {
    int length = count("bytes of a text");
    long start = cursor.position();
    cursor.skip(length);
    return bytes.text(start, start + length);
  }

  /** Copies bytes to an array that has room for them. */
  public void copy(byte[] target, int targetStart, int count) {
    long start = cursor.position();
    cursor.skip(count);
    bytes.copy(start, target, targetStart, count);
  }

  /** The values of some rows. */
  public long[] column(int rows) {
    LongColumn values = new LongColumn((int) Math.min(rows, 16 + cursor.remaining()));
    long last = 0;
    while (values.count() < rows) {
      long header = number();
      long count = header >>> 1;
      if (count == 0 || count > Math.min(PackedWriter.MAX_GROUP, rows - values.count())) {
        throw malformed(
            "a group of the " + (rows - values.count()) + " rows left", count + " rows");
      }
      boolean isRun = (header & 1) != 0;
      long difference = isRun ? signed() : 0;
      for (long i = 0; i < count; i++) {
        last += isRun ? difference : signed();
        values.add(last);
      }
    }
    return values.freeze();
  }

  /** The values of some rows, each from {@code least} to {@code most}. */
  public long[] column(int rows, String what, long least, long most) {
    long[] values = column(rows);
    for (int row = 0; row < rows; row++) {
      if (values[row] < least || values[row] > most) {
        String expected = what + "[" + row + "] of " + least + " to " + most;
        throw malformed(expected, Long.toString(values[row]));
      }
    }
    return values;
  }

  /** A text that is not empty. */
  public String text(String what) {
    String text = text();
    if (text.isEmpty()) {
      throw malformed(what, "an empty text");
    }
    return text;
  }

  /** An exception that names the structure and the place. */
  public MalformedBinaryException malformed(String expected, String found) {
    return cursor.malformed(expected, found);
  }
}
