package dev.weighbridge.wasm.internal.values;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.Limits;

/** Reads what sections are made of: indices, counts and names. Core specification 5.2. */
public final class Values {
  private Values() {}

  /** An index; no file has items enough for one of 2^31 or more. */
  public static int index(Cursor bytes) {
    long index = bytes.uleb128(32);
    if (index > Integer.MAX_VALUE) {
      throw bytes.malformed("an index below 2^31", Long.toString(index));
    }
    return (int) index;
  }

  /** The number of items of a list, each of at least {@code itemSize} bytes. */
  public static int count(Cursor bytes, int itemSize) {
    long count = bytes.uleb128(32);
    if (count > bytes.remaining() / itemSize) {
      throw bytes.malformed(
          "at most " + bytes.remaining() / itemSize + " items in the bytes left",
          Long.toString(count));
    }
    return (int) Math.min(count, Limits.MAX_ROWS);
  }

  /** The number of items of a list that has at most {@code most}. */
  public static int count(Cursor bytes, int itemSize, int most) {
    int count = count(bytes, itemSize);
    if (count > most) {
      throw bytes.malformed("at most " + most + " items", Integer.toString(count));
    }
    return count;
  }

  /** Passes over a name and returns its length; its bytes end where the cursor then is. */
  public static int skipName(Cursor bytes) {
    long length = bytes.uleb128(32);
    if (length > Limits.MAX_NAME_LENGTH) {
      throw bytes.malformed("a name of at most " + Limits.MAX_NAME_LENGTH + " bytes", "" + length);
    }
    bytes.skip(length);
    return (int) length;
  }

  /** A name as text; bytes that are not UTF-8 become U+FFFD. */
  public static String name(Cursor cursor, Bytes bytes) {
    int length = skipName(cursor);
    long end = cursor.position();
    return bytes.text(end - length, end);
  }
}
