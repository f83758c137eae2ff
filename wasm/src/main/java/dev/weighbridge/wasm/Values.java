package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads what sections are made of: indices, names, types, limits. Core specification 5.2, 5.3. */
final class Values {
  private static final int HAS_MAXIMUM = 1;
  private static final int IS_SHARED = 2;
  private static final int IS_64_BIT = 4;
  private static final int HAS_PAGE_SIZE = 8;
  private static final int ALL_FLAGS = 15;
  private static final int LARGEST_PAGE_LOG2 = 16;

  private Values() {}

  /** An index; no file has items enough for one of 2^31 or more. */
  static int index(Cursor bytes) {
    long index = bytes.uleb128(32);
    if (index > Integer.MAX_VALUE) {
      throw bytes.malformed("an index below 2^31", Long.toString(index));
    }
    return (int) index;
  }

  /** The number of items of a list, each of at least {@code itemSize} bytes. */
  static int count(Cursor bytes, int itemSize) {
    long count = bytes.uleb128(32);
    if (count > bytes.remaining() / itemSize) {
      throw bytes.malformed(
          "at most " + bytes.remaining() / itemSize + " items in the bytes left",
          Long.toString(count));
    }
    return (int) Math.min(count, Limits.MAX_ROWS);
  }

  /** The number of items of a list that has at most {@code most}. */
  static int count(Cursor bytes, int itemSize, int most) {
    int count = count(bytes, itemSize);
    if (count > most) {
      throw bytes.malformed("at most " + most + " items", Integer.toString(count));
    }
    return count;
  }

  /** Passes over a name and returns its length; its bytes end where the cursor then is. */
  static int skipName(Cursor bytes) {
    long length = bytes.uleb128(32);
    if (length > Limits.MAX_NAME_LENGTH) {
      throw bytes.malformed("a name of at most " + Limits.MAX_NAME_LENGTH + " bytes", "" + length);
    }
    bytes.skip(length);
    return (int) length;
  }

  /** A name as text; bytes that are not UTF-8 become U+FFFD. */
  static String name(Cursor cursor, Bytes bytes) {
    int length = skipName(cursor);
    long end = cursor.position();
    return bytes.text(end - length, end);
  }

  static ValueType valueType(Cursor bytes) {
    int code = bytes.u8();
    if (!ValueType.isKnown(code)) {
      throw bytes.malformed("a value type", "0x" + Integer.toHexString(code));
    }
    boolean hasHeapType = code == ValueType.REF || code == ValueType.REF_NULL;
    return new ValueType(code, hasHeapType ? bytes.sleb128(33) : 0);
  }

  static List<ValueType> valueTypes(Cursor bytes) {
    int count = count(bytes, 1);
    List<ValueType> types = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      types.add(valueType(bytes));
    }
    return List.copyOf(types);
  }

  static boolean mutability(Cursor bytes) {
    int flag = bytes.u8();
    if (flag > 1) {
      throw bytes.malformed("mutability 0 or 1", Integer.toString(flag));
    }
    return flag == 1;
  }

  static WasmLimits limits(Cursor bytes) {
    int flags = bytes.u8();
    if (flags > ALL_FLAGS) {
      throw bytes.malformed("flags of limits, 0 to 15", Integer.toString(flags));
    }
    boolean is64Bit = (flags & IS_64_BIT) != 0;
    int bits = is64Bit ? 64 : 32;
    long minimum = bytes.uleb128(bits);
    long maximum = (flags & HAS_MAXIMUM) != 0 ? bytes.uleb128(bits) : -1;
    int pageSize = WasmConstants.PAGE_SIZE;
    if ((flags & HAS_PAGE_SIZE) != 0) {
      long log2 = bytes.uleb128(32);
      if (log2 > LARGEST_PAGE_LOG2) {
        throw bytes.malformed("a page size of at most 2^16", "2^" + log2);
      }
      pageSize = 1 << log2;
    }
    return new WasmLimits(minimum, maximum, (flags & IS_SHARED) != 0, is64Bit, pageSize);
  }
}
