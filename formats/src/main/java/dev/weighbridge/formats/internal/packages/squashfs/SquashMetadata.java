package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads metadata of squashfs that goes on from block to block. */
final class SquashMetadata {
  private final SquashImage image;
  private long start;
  private Bytes block;
  private int place;

  private SquashMetadata(SquashImage image, long start, int place) throws IOException {
    this.image = image;
    this.start = start;
    this.block = image.block(start);
    this.place = place;
  }

  /**
   * A reader of a table.
   *
   * @param table where it begins
   * @param place the start of a packed block in it, and behind that 16 bits of a place in the block
   */
  static SquashMetadata at(SquashImage image, long table, long place) throws IOException {
    return new SquashMetadata(image, table + (place >>> 16), (int) (place & 0xFFFF));
  }

  /** A reader of where a fragment lies, and how large it is. */
  static SquashMetadata ofFragment(SquashImage image, long index) throws IOException {
    long block = image.fragmentBlock(index);
    return new SquashMetadata(image, block, SquashImage.fragmentPlace(index));
  }

  int u8() throws IOException {
    while (place >= block.length()) {
      if (block.length() == 0) {
        throw image.malformed(start, "metadata", "an empty block");
      }
      place -= (int) block.length();
      start = image.blockAfter(start);
      block = image.block(start);
    }
    return block.u8(place++);
  }

  int u16() throws IOException {
    return u8() | u8() << 8;
  }

  long u32() throws IOException {
    return u16() | (long) u16() << 16;
  }

  long i64() throws IOException {
    return u32() | u32() << 32;
  }

  String text(int length) throws IOException {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) u8();
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  void pass(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      u8();
    }
  }
}
