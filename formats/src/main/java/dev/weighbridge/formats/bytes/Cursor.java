package dev.weighbridge.formats.bytes;

import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Objects;

/**
 * Reads forward through a range of bytes.
 *
 * <p>Positions are those of the {@link Bytes} underneath. A read that would pass the end of the
 * range throws {@link MalformedBinaryException} naming the structure given at the start; the
 * position is then unchanged. Not for use by several threads.
 */
public final class Cursor {
  private final Bytes bytes;
  private final String structure;
  private final long fileBase;
  private final long end;
  private long position;

  /** A cursor over the whole view, for a structure that starts at file offset 0. */
  public Cursor(Bytes bytes, String structure) {
    this(Objects.requireNonNull(bytes, "bytes"), 0, bytes.length(), structure, 0);
  }

  /**
   * A cursor over {@code [start, end)} of a view.
   *
   * @param structure dotted path named in errors
   * @param fileBase what to add to a position to get the file offset named in errors
   * @throws IndexOutOfBoundsException if the range does not fit the view
   */
  public Cursor(Bytes bytes, long start, long end, String structure, long fileBase) {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(structure, "structure");
    bytes.check(start, end - start);
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.structure = structure;
    this.fileBase = fileBase;
  }

  /** Where the next read starts. */
  public long position() {
    return position;
  }

  /** End of the range, exclusive. */
  public long end() {
    return end;
  }

  /** Bytes left. */
  public long remaining() {
    return end - position;
  }

  /** Whether nothing is left. */
  public boolean isAtEnd() {
    return position >= end;
  }

  /** Moves to a position inside the range; the end itself is allowed. */
  public void seek(long newPosition) {
    if (newPosition < 0 || newPosition > end) {
      throw malformed("a position up to " + end, Long.toString(newPosition));
    }
    position = newPosition;
  }

  /** Passes over {@code count} bytes. */
  public void skip(long count) {
    take(count);
  }

  /** One byte, 0 to 255. */
  public int u8() {
    return bytes.u8(take(1));
  }

  /** Two bytes, unsigned. */
  public int u16() {
    return bytes.u16(take(2));
  }

  /** Four bytes, unsigned. */
  public long u32() {
    return bytes.u32(take(4));
  }

  /** Four bytes, signed. */
  public int i32() {
    return bytes.i32(take(4));
  }

  /** Eight bytes, signed. */
  public long i64() {
    return bytes.i64(take(8));
  }

  /** An address-sized field: eight bytes, or four zero-extended. */
  public long word(boolean is64Bit) {
    return is64Bit ? i64() : u32();
  }

  /**
   * An unsigned LEB128 number of up to 64 bits.
   *
   * <p>Padding bytes ({@code 0x80 ... 0x00}) are accepted up to the ten bytes that 64 bits need; a
   * longer form, or one whose value does not fit 64 bits, is malformed.
   */
  public long uleb128() {
    return uleb128(64);
  }

  /**
   * An unsigned LEB128 number of up to {@code bits} bits.
   *
   * @param bits 1 to 64
   */
  public long uleb128(int bits) {
    long start = position;
    long value = 0;
    for (int shift = 0; shift < bits; shift += 7) {
      int b = lebByte(start);
      long part = b & 0x7F;
      int room = bits - shift;
      if (room < 7 && part >>> room != 0) {
        position = start;
        throw malformed("a LEB128 number of at most " + bits + " bits", "a larger one");
      }
      value |= part << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    position = start;
    throw malformed("a LEB128 number of at most " + bits + " bits", "a longer form");
  }

  /** A signed LEB128 number of up to 64 bits; the same rules as {@link #uleb128()}. */
  public long sleb128() {
    return sleb128(64);
  }

  /**
   * A signed LEB128 number of up to {@code bits} bits.
   *
   * @param bits 1 to 64
   */
  public long sleb128(int bits) {
    long start = position;
    long value = 0;
    for (int shift = 0; shift < bits; shift += 7) {
      int b = lebByte(start);
      int room = bits - shift;
      if (room < 7 && !isSignExtended(b, room)) {
        position = start;
        throw malformed("a signed LEB128 number of at most " + bits + " bits", "a larger one");
      }
      value |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        int used = shift + 7;
        return used < 64 ? value << (64 - used) >> (64 - used) : value;
      }
    }
    position = start;
    throw malformed("a signed LEB128 number of at most " + bits + " bits", "a longer form");
  }

  /** Whether the bits of the last byte above {@code room} all repeat the sign bit. */
  private static boolean isSignExtended(int b, int room) {
    int sevenBits = b << 25 >> 25;
    int high = sevenBits >> (room - 1);
    return high == 0 || high == -1;
  }

  private int lebByte(long start) {
    if (position >= end) {
      position = start;
      throw malformed("the end of a LEB128 number", "the end of the range");
    }
    return bytes.u8(position++);
  }

  /**
   * Passes over a NUL-terminated string and returns its length without the NUL.
   *
   * <p>Its bytes start at the {@link #position()} before the call.
   */
  public int skipCString() {
    long start = position;
    long limit = Math.min(end, start + Limits.MAX_NAME_LENGTH + 1L);
    long nul = bytes.indexOf((byte) 0, start, limit);
    if (nul < 0) {
      throw malformed("a NUL-terminated string", "no NUL in " + (limit - start) + " bytes");
    }
    position = nul + 1;
    return (int) (nul - start);
  }

  /** A NUL-terminated string as text. */
  public String cString() {
    long start = position;
    int length = skipCString();
    return bytes.text(start, start + length);
  }

  /** An exception that names this cursor's structure and place. */
  public MalformedBinaryException malformed(String expected, String found) {
    return new MalformedBinaryException(structure, fileBase + position, expected, found);
  }

  private long take(long count) {
    if (count < 0 || count > end - position) {
      throw malformed(count + " more bytes", Math.max(0, end - position) + " bytes");
    }
    long at = position;
    position += count;
    return at;
  }

  @Override
  public String toString() {
    return structure + ", at " + position + " of " + end;
  }
}
