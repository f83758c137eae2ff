package dev.weighbridge.formats.upx;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.stream.CostCurve;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * Restores what NRV2B, NRV2D and NRV2E have packed. Bits come in words of 8, 16 or 32, the highest
 * first; a word is read when its first bit is needed, and whole bytes stand between the words.
 */
final class NrvDecoder {
  private static final int FIRST_METHOD = 2;
  private static final int LAST_METHOD = 10;
  private static final int WIDTHS = 3;

  /** Bytes of a word of bits, in the order of the numbers of methods. */
  private static final int[] WORDS = {4, 1, 2};

  private enum Variant {
    B(0xD00),
    D(0x500),
    E(0x500);

    /** A match from farther back is one byte longer than it says. */
    final int far;

    Variant(int far) {
      this.far = far;
    }
  }

  private final Variant variant;
  private final int word;
  private final Bytes bytes;
  private final long end;
  private final byte[] out;
  private final CostCurve costs;
  private long position;
  private int count;
  private int buffer;
  private int left;
  private long cost;
  private int lastDistance = 1;

  /** What the distance has said of the length already: -1 if nothing. */
  private int lengthBit = -1;

  private NrvDecoder(int method, Bytes bytes, long start, long end, byte[] out, CostCurve costs) {
    variant = Variant.values()[(method - FIRST_METHOD) / WIDTHS];
    word = WORDS[(method - FIRST_METHOD) % WIDTHS];
    this.bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    position = start;
    this.end = end;
    this.out = out;
    this.costs = costs;
  }

  /** Whether a method is one of these. */
  static boolean knows(int method) {
    return method >= FIRST_METHOD && method <= LAST_METHOD;
  }

  /** Fills an array with what comes out of {@code [start, end)}; all of it is used. */
  static void restore(int method, Bytes bytes, long start, long end, byte[] out, CostCurve costs)
      throws DataFormatException {
    new NrvDecoder(method, bytes, start, end, out, costs).read();
  }

  private void read() throws DataFormatException {
    while (true) {
      while (bit() == 1) {
        literal();
      }
      int distance = distance();
      if (distance == 0) {
        break;
      }
      match(distance, length(distance));
    }
    if (count != out.length || position != end) {
      throw new DataFormatException("an end mark after " + count + " bytes");
    }
  }

  private void literal() throws DataFormatException {
    if (count == out.length) {
      throw new DataFormatException("more data than the block has");
    }
    out[count++] = (byte) next();
    costs.add(1, takeCost());
  }

  /** How far back a match begins; 0 is the end of all. */
  private int distance() throws DataFormatException {
    long code = 2L + bit();
    while (bit() == 0) {
      code = variant == Variant.B ? 2 * code + bit() : 2 * (2 * (code - 1) + bit()) + bit();
      if (code > 0x100_0002L) {
        throw new DataFormatException("a distance of too many bits");
      }
    }
    lengthBit = -1;
    if (code == 2) {
      lengthBit = variant == Variant.B ? -1 : bit();
      return lastDistance;
    }
    long value = (code - 3) * 256 + next();
    if ((int) value == -1) {
      return 0;
    }
    if (variant == Variant.B) {
      lastDistance = (int) value + 1;
    } else {
      lengthBit = ~(int) value & 1;
      lastDistance = (int) (value >>> 1) + 1;
    }
    return lastDistance;
  }

  private int length(int distance) throws DataFormatException {
    int length = variant == Variant.E ? lengthOfE() : lengthOfOthers();
    return length + 1 + (distance > variant.far ? 1 : 0);
  }

  private int lengthOfE() throws DataFormatException {
    if (lengthBit == 1) {
      return 1 + bit();
    }
    return bit() == 1 ? 3 + bit() : 3 + number();
  }

  private int lengthOfOthers() throws DataFormatException {
    int first = variant == Variant.D ? lengthBit : bit();
    int length = 2 * first + bit();
    return length == 0 ? 2 + number() : length;
  }

  /** A number of which each bit but the first, a 1, comes with one that tells whether it ends. */
  private int number() throws DataFormatException {
    int number = 1;
    do {
      number = 2 * number + bit();
      if (number > out.length) {
        throw new DataFormatException("a match longer than the block");
      }
    } while (bit() == 0);
    return number;
  }

  private void match(int distance, int size) throws DataFormatException {
    if (distance <= 0 || distance > count) {
      throw new DataFormatException("a distance before the start of the data");
    }
    if (size > out.length - count) {
      throw new DataFormatException("more data than the block has");
    }
    for (int last = count + size; count < last; count++) {
      out[count] = out[count - distance];
    }
    costs.add(size, takeCost());
  }

  private long takeCost() {
    long taken = cost;
    cost = 0;
    return taken;
  }

  private int next() throws DataFormatException {
    if (position >= end) {
      throw new DataFormatException("the end in the middle");
    }
    cost += 8 * BIT;
    return bytes.u8(position++);
  }

  private int bit() throws DataFormatException {
    if (left == 0) {
      if (word > end - position) {
        throw new DataFormatException("the end in the middle");
      }
      buffer =
          switch (word) {
            case 1 -> bytes.u8(position);
            case 2 -> bytes.u16(position);
            default -> bytes.i32(position);
          };
      position += word;
      left = 8 * word;
    }
    left--;
    cost += BIT;
    return buffer >>> left & 1;
  }
}
