package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * A copy of a stretch of code, moved along the code as it is decoded: so that instructions of
 * different lengths are read from an array and none is cut in two.
 */
final class InstructionWindow {
  private final byte[] array = new byte[AddressScanner.WINDOW];
  private final Bytes bytes;
  private Bytes code;
  private long end;
  private long position;
  private int length;
  private int at;

  InstructionWindow(ByteOrder order) {
    bytes = Bytes.of(array).withOrder(order);
  }

  /** Goes to the first byte of some code. */
  void start(Bytes source, long first, long last) {
    code = source;
    end = last;
    position = first;
    at = 0;
    fill();
  }

  private void fill() {
    length = (int) Math.min(array.length, end - position);
    code.copy(position, array, 0, length);
  }

  /** Whether there are that many bytes of code left. */
  boolean has(int size) {
    if (at + size > length && position + length < end) {
      position += at;
      at = 0;
      fill();
    }
    return at + size <= length;
  }

  /** Position of the instruction at hand in the code. */
  long position() {
    return position + at;
  }

  /** Goes on by some bytes. */
  void skip(int size) {
    at += size;
  }

  /** The unsigned byte this far into the instruction. */
  int u8(int offset) {
    return array[at + offset] & 0xFF;
  }

  /** The unsigned halfword this far into the instruction. */
  int u16(int offset) {
    return bytes.u16(at + offset);
  }

  /** The word this far into the instruction. */
  int i32(int offset) {
    return bytes.i32(at + offset);
  }
}
