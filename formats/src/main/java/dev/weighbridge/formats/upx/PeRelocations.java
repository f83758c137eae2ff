package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;

/**
 * Makes base relocations from their short form, the distances from each to the next, and adds to
 * what they relocate the address that was taken from it.
 */
final class PeRelocations {
  /** Bytes of a directory of one block without relocations, which has no short form. */
  static final int EMPTY_BLOCK = 8;

  private static final int LONG_DISTANCE = 0xF0;
  private static final int SHORT_KINDS = 6;
  private static final int PAGE = 0x1000;
  private static final int HIGHLOW = 3;
  private static final int DIR64 = 10;

  private final PeImage image;
  private final Bytes bytes;
  private final boolean isPlus;

  private PeRelocations(PeImage image) {
    this.image = image;
    bytes = image.bytes();
    isPlus = image.headers().isPlus();
  }

  /** Makes them, if there are any, and returns how many bytes; below 0 if that did not change. */
  static int restore(PeImage image) {
    if (image.relocations() >= 0) {
      return new PeRelocations(image).restore();
    }
    PeHeaders headers = image.headers();
    boolean isEmpty =
        headers.directorySize(PeHeaders.RELOCATIONS) == EMPTY_BLOCK
            && headers.directoryAddress(PeHeaders.RELOCATIONS) != 0
            && (headers.flags() & PeHeaders.RELOCATIONS_STRIPPED) == 0;
    if (isEmpty) {
      int at = image.at(headers.directoryAddress(PeHeaders.RELOCATIONS));
      image.put32(at, 0);
      image.put32(at + 4, EMPTY_BLOCK);
    }
    return -1;
  }

  private int restore() {
    if ((image.relocationKinds() & SHORT_KINDS) != 0) {
      throw new UnsupportedBinaryException(
          "UPX relocations", -1, "those of whole addresses", "some of 16 bits");
    }
    IntColumn places = places();
    long added = image.headers().imageBase() + image.base();
    for (int i = 0; i < places.count(); i++) {
      int at = places.get(i);
      long value =
          isPlus
              ? Long.reverseBytes(bytes.i64(at))
              : Integer.toUnsignedLong(Integer.reverseBytes(bytes.i32(at)));
      image.putAddress(at, value + added);
    }
    return blocks(places);
  }

  private IntColumn places() {
    IntColumn places = new IntColumn(0);
    long at = image.relocations();
    long place = -4;
    while (bytes.u8(at) != 0) {
      long distance = bytes.u8(at++);
      if (distance >= LONG_DISTANCE) {
        distance = (distance & 15) << 16 | bytes.u16(at);
        at += 2;
        if (distance == 0) {
          distance = bytes.u32(at);
          at += 4;
        }
      }
      place += distance;
      if (distance < 4 || place > image.relocations() - 4) {
        throw new IndexOutOfBoundsException("relocation " + places.count() + " at " + place);
      }
      places.add((int) place);
    }
    return places;
  }

  /** Writes a block for each page, of an even number of relocations. */
  private int blocks(IntColumn places) {
    int start = image.at(image.headers().directoryAddress(PeHeaders.RELOCATIONS));
    int at = start;
    int kind = (isPlus ? DIR64 : HIGHLOW) << 12;
    int i = 0;
    while (i < places.count()) {
      long page = (places.get(i) + image.base()) / PAGE * PAGE;
      int block = at;
      image.put32(block, page);
      at += 8;
      for (; i < places.count() && places.get(i) + image.base() < page + PAGE; i++) {
        image.put16(at, kind | (int) (places.get(i) + image.base() - page));
        at += 2;
      }
      if ((at - block) % 4 != 0) {
        image.put16(at, 0);
        at += 2;
      }
      image.put32(block + 4, at - block);
    }
    return at - start;
  }
}
