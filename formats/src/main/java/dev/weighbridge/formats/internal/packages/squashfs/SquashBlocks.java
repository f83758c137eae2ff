package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;

/** The blocks of data of squashfs, the fragment that was asked for last being kept. */
final class SquashBlocks {
  private final Region region;
  private final SquashImage image;
  private final String structure;
  private long kept = -1;
  private byte[] fragment = new byte[0];

  /** Where a fragment lies. */
  record Place(long start, int size, boolean isStored) {}

  SquashBlocks(Region region, SquashImage image, String structure) {
    this.region = region;
    this.image = image;
    this.structure = structure;
  }

  int blockSize() {
    return image.blockSize();
  }

  /**
   * A block of a file.
   *
   * @param start where it begins
   */
  byte[] block(SquashFile file, int index, long start) throws IOException {
    int size = file.blocks().size(index);
    int unpacked = (int) Math.min(blockSize(), file.size() - (long) index * blockSize());
    byte[] block =
        size == 0
            ? new byte[unpacked]
            : read(new Place(start, size, file.blocks().isStored(index)));
    if (block.length != unpacked) {
      throw malformed("a block of " + unpacked + " bytes", block.length + " bytes");
    }
    return block;
  }

  byte[] fragment(long index) throws IOException {
    if (index != kept) {
      fragment = read(place(index));
      kept = index;
    }
    return fragment;
  }

  Place place(long index) throws IOException {
    SquashMetadata entry = SquashMetadata.ofFragment(image, index);
    long start = entry.i64();
    int size = (int) entry.u32();
    return new Place(start, size & (SquashImage.STORED - 1), (size & SquashImage.STORED) != 0);
  }

  private byte[] read(Place place) throws IOException {
    long end = place.start() + place.size();
    if (place.start() < SquashImage.SUPERBLOCK || end > image.inodeTable()) {
      throw malformed("blocks before the inode table", "one at " + place.start());
    }
    Region packed = region.slice(place.start(), end);
    return place.isStored()
        ? packed.bytes().toArray(0, Math.min(packed.length(), blockSize()))
        : image.codec().unpack(packed.bytes(), blockSize(), structure);
  }

  MalformedBinaryException malformed(String expected, String found) {
    return image.malformed(-1, expected, found);
  }
}
