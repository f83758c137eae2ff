package dev.weighbridge.demangle;

import dev.weighbridge.demangle.text.Utf8Buffer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A reusable output buffer of UTF-8 bytes, so that a million names can be written without garbage.
 *
 * <p>Lengths and positions count bytes. A buffer keeps its capacity when it is cleared. Not safe
 * for use by several threads at once.
 */
public final class TextBuffer {
  private final Utf8Buffer text = new Utf8Buffer();

  /** Makes an empty buffer. */
  public TextBuffer() {}

  /** Number of bytes written so far. */
  public int length() {
    return text.length();
  }

  /**
   * The byte at a position.
   *
   * @param index from 0 to {@link #length()}, exclusive
   * @throws IndexOutOfBoundsException if the index is not in that range
   */
  public byte byteAt(int index) {
    return text.byteAt(index);
  }

  /**
   * Copies the whole text to the start of an array.
   *
   * @throws IndexOutOfBoundsException if the array has no room for {@link #length()} bytes
   */
  public void copy(byte[] target) {
    text.copy(target);
  }

  /** Forgets the text and keeps the capacity. */
  public void clear() {
    text.clear();
  }

  /**
   * Adds one ASCII character, such as a separator or a line end.
   *
   * @throws IllegalArgumentException if the character is not ASCII
   */
  public void append(char ascii) {
    if (ascii >= 0x80) {
      throw new IllegalArgumentException("not ASCII: " + (int) ascii);
    }
    text.put(ascii);
  }

  /** Adds the bytes of a name as they are. */
  public void append(NameSlice name) {
    text.put(name.array(), name.offset(), name.length());
  }

  /**
   * Writes the whole text to a stream.
   *
   * @throws IOException if the stream refuses it
   */
  public void writeTo(OutputStream stream) throws IOException {
    text.writeTo(stream);
  }

  /** The whole text. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** What the rooms of the schemes write to. */
  Utf8Buffer utf8() {
    return text;
  }
}
