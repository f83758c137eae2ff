package dev.weighbridge.demangle;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A symbol name as a range of bytes, for instance of a string table; no {@code String} is made.
 *
 * <p>A slice is a reusable pointer: {@link #set} moves it to the next name. It does not copy the
 * bytes, which must not change while a name is read. Not safe for use by several threads at once.
 */
public final class NameSlice {
  private byte[] array;
  private int offset;
  private int length;

  /** Makes a slice of length 0; {@link #set} points it at a name. */
  public NameSlice() {
    this(new byte[0], 0, 0);
  }

  /**
   * Makes a slice of a range.
   *
   * @param array the bytes, for instance a string table
   * @param offset where the name starts in them
   * @param length how many bytes it has, without any terminator
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public NameSlice(byte[] array, int offset, int length) {
    Objects.requireNonNull(array, "array");
    Objects.checkFromIndexSize(offset, length, array.length);
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** Makes a slice of the UTF-8 bytes of a name; an unpaired surrogate becomes {@code ?}. */
  public static NameSlice of(String name) {
    Objects.requireNonNull(name, "name");
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return new NameSlice(bytes, 0, bytes.length);
  }

  /**
   * Points this slice at another range.
   *
   * @return this slice
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public NameSlice set(byte[] newArray, int newOffset, int newLength) {
    Objects.checkFromIndexSize(newOffset, newLength, newArray.length);
    array = newArray;
    offset = newOffset;
    length = newLength;
    return this;
  }

  /** Where the name starts in the array. */
  public int offset() {
    return offset;
  }

  /** Number of bytes of the name. */
  public int length() {
    return length;
  }

  /** The name as text; bytes that are not UTF-8 become U+FFFD. */
  @Override
  public String toString() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }

  /** The array itself, not a copy. */
  byte[] array() {
    return array;
  }
}
