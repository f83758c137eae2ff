package dev.weighbridge.demangle.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a text that grows, with a limit for the text of one name.
 *
 * <p>Lengths and positions count bytes. A buffer keeps its capacity when it is cleared.
 */
public final class Utf8Buffer {
  private static final int FIRST_CAPACITY = 256;

  /** Longest text of one name, the figure of the reference demangler. */
  private static final int MAX_NAME = 1_000_000;

  private static final byte[] LIMIT_REACHED =
      "{size limit reached}".getBytes(StandardCharsets.US_ASCII);

  private static final int FULL = Integer.MIN_VALUE;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;
  private int limit = Integer.MAX_VALUE;

  /** Highest length that needs neither growth nor a stop, or {@link #FULL} after the stop. */
  private int room = FIRST_CAPACITY;

  /** Number of bytes written so far. */
  public int length() {
    return length;
  }

  /**
   * The byte at a position.
   *
   * @param index from 0 to {@link #length()}, exclusive
   * @throws IndexOutOfBoundsException if the index is not in that range
   */
  public byte byteAt(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException(index);
    }
    return bytes[index];
  }

  /**
   * Copies the whole text to the start of an array.
   *
   * @throws IndexOutOfBoundsException if the array has no room for {@link #length()} bytes
   */
  public void copy(byte[] target) {
    System.arraycopy(bytes, 0, target, 0, length);
  }

  /** Forgets the text and keeps the capacity. */
  public void clear() {
    length = 0;
  }

  /**
   * Writes the whole text to a stream.
   *
   * @throws IOException if the stream refuses it
   */
  public void writeTo(OutputStream stream) throws IOException {
    stream.write(bytes, 0, length);
  }

  /** The whole text. */
  @Override
  public String toString() {
    return text(0);
  }

  /** Mixes the whole text into a hash. */
  public long mixInto(long hash) {
    return IdentityHash.mix(hash, bytes, 0, length);
  }

  /** The text from a position to the end. */
  String text(int from) {
    return new String(bytes, from, length - from, StandardCharsets.UTF_8);
  }

  /** Goes back to an earlier length. */
  public void truncate(int newLength) {
    length = newLength;
  }

  /** Starts a name: only so much more is taken, and the piece that crosses the limit is dropped. */
  public void limit() {
    limit = length + MAX_NAME;
    room = Math.min(bytes.length, limit);
  }

  /** Ends a name: takes the limit off and says so in the text if it was reached. */
  public void unlimit() {
    boolean wasFull = isFull();
    limit = Integer.MAX_VALUE;
    room = bytes.length;
    if (wasFull) {
      put(LIMIT_REACHED);
    }
  }

  /** Whether the limit was reached; then nothing is taken any more. */
  public boolean isFull() {
    return room == FULL;
  }

  /** Acts as if the limit was reached. */
  public void stop() {
    room = FULL;
  }

  public void put(int ascii) {
    if (length < room || admits(1)) {
      bytes[length++] = (byte) ascii;
    }
  }

  /** Adds one byte before the text from a position on. */
  public void insert(int at, int ascii) {
    int behind = length - at;
    put(ascii);
    if (length - at > behind) {
      System.arraycopy(bytes, at, bytes, at + 1, behind);
      bytes[at] = (byte) ascii;
    }
  }

  public void put(byte[] piece) {
    put(piece, 0, piece.length);
  }

  public void put(byte[] source, int from, int count) {
    if (length + count <= room || admits(count)) {
      System.arraycopy(source, from, bytes, length, count);
      length += count;
    }
  }

  /** Adds {@code ::} as one piece. */
  public void putSeparator() {
    if (length + 2 <= room || admits(2)) {
      bytes[length++] = ':';
      bytes[length++] = ':';
    }
  }

  /** Adds a character as one piece of one to four bytes. */
  public void putCodePoint(int c) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      if (length + 2 <= room || admits(2)) {
        bytes[length++] = (byte) (0xc0 | (c >> 6));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      }
    } else if (c < 0x10000) {
      if (length + 3 <= room || admits(3)) {
        bytes[length++] = (byte) (0xe0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      }
    } else if (length + 4 <= room || admits(4)) {
      bytes[length++] = (byte) (0xf0 | (c >> 18));
      bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3f));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  /** Adds an unsigned number in decimal, as one piece. */
  public void putDecimal(long unsigned) {
    int digits = 1;
    for (long rest = Long.divideUnsigned(unsigned, 10); rest != 0; rest /= 10) {
      digits++;
    }
    if (length + digits > room && !admits(digits)) {
      return;
    }
    length += digits;
    long rest = unsigned;
    for (int at = length - 1; digits > 0; digits--, at--) {
      long next = Long.divideUnsigned(rest, 10);
      bytes[at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    }
  }

  /** Adds an unsigned number in lower-case hexadecimal without leading zeros, as one piece. */
  public void putHex(long unsigned) {
    int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(unsigned)) / 4);
    if (length + digits > room && !admits(digits)) {
      return;
    }
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
      int nibble = (int) (unsigned >>> shift) & 0xf;
      bytes[length++] = (byte) (nibble < 10 ? '0' + nibble : 'a' + nibble - 10);
    }
  }

  /** Makes room for more bytes, or marks the buffer as full if the limit forbids them. */
  private boolean admits(int count) {
    if (room == FULL || length + count > limit) {
      room = FULL;
      return false;
    }
    bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    room = Math.min(bytes.length, limit);
    return true;
  }
}
