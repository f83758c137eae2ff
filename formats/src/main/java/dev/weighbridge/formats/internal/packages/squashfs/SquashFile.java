package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.packages.entries.EntryKind;
import java.io.IOException;

/**
 * An inode of squashfs.
 *
 * @param kind what it is
 * @param size bytes of contents; of a directory, those of its list and three
 * @param start where its first block of data begins; of a directory, its list in the directory
 *     table in the form of {@link SquashMetadata#at}
 * @param blocks the sizes of its packed blocks, with {@link SquashImage#STORED}; 0 for zeros
 * @param fragment which fragment holds its last bytes; -1 if none does
 * @param tailStart where they begin in it
 * @param link where a link leads
 */
record SquashFile(
    EntryKind kind,
    long size,
    long start,
    Blocks blocks,
    long fragment,
    long tailStart,
    String link) {
  private static final long NO_FRAGMENT = 0xFFFF_FFFFL;
  private static final int LONGEST_LINK = 1 << 16;

  /** Sizes of packed blocks. */
  static final class Blocks {
    static final Blocks NONE = new Blocks(new int[0]);

    private final int[] sizes;

    Blocks(int[] sizes) {
      this.sizes = sizes;
    }

    int count() {
      return sizes.length;
    }

    /** Whether a block is stored as it is. */
    boolean isStored(int block) {
      return (sizes[block] & SquashImage.STORED) != 0;
    }

    /** How many bytes a block has in the file system; 0 if it is all zeros. */
    int size(int block) {
      return sizes[block] & (SquashImage.STORED - 1);
    }

    long sum() {
      long sum = 0;
      for (int i = 0; i < sizes.length; i++) {
        sum += size(i);
      }
      return sum;
    }
  }

  /** Reads the inode at a place of the inode table. */
  static SquashFile read(SquashImage image, long place) throws IOException {
    SquashMetadata in = SquashMetadata.at(image, image.inodeTable(), place);
    int type = in.u16();
    in.pass(14); // Mode, owner, group, time, number.
    return switch (type) {
      case 1 -> {
        long block = in.u32();
        in.pass(4);
        long size = in.u16();
        yield directory(size, block, in.u16());
      }
      case 8 -> {
        in.pass(4);
        long size = in.u32();
        long block = in.u32();
        in.pass(6);
        yield directory(size, block, in.u16());
      }
      case 2 -> {
        long start = in.u32();
        long fragment = in.u32();
        long tail = in.u32();
        yield file(image, in, in.u32(), start, fragment, tail);
      }
      case 9 -> {
        long start = in.i64();
        long size = in.i64();
        in.pass(12);
        long fragment = in.u32();
        long tail = in.u32();
        in.pass(4);
        yield file(image, in, size, start, fragment, tail);
      }
      case 3, 10 -> {
        in.pass(4);
        long length = in.u32();
        if (length > LONGEST_LINK) {
          throw image.malformed(-1, "a link of a path", "one of " + length + " bytes");
        }
        yield special(EntryKind.SYMBOLIC_LINK, in.text((int) length));
      }
      case 4, 5, 6, 7, 11, 12, 13, 14 -> special(EntryKind.DEVICE, "");
      default -> throw image.malformed(-1, "an inode", "one of type " + type);
    };
  }

  private static SquashFile special(EntryKind kind, String link) {
    return new SquashFile(kind, 0, 0, Blocks.NONE, -1, 0, link);
  }

  private static SquashFile directory(long size, long block, int place) {
    long list = block << 16 | place;
    return new SquashFile(EntryKind.DIRECTORY, size, list, Blocks.NONE, -1, 0, "");
  }

  private static SquashFile file(
      SquashImage image, SquashMetadata in, long size, long start, long fragment, long tail)
      throws IOException {
    int blockSize = image.blockSize();
    boolean hasTail = fragment != NO_FRAGMENT;
    long count = hasTail ? size / blockSize : size / blockSize + (size % blockSize == 0 ? 0 : 1);
    // Each takes four bytes of the inode table, which is packed, but not so well.
    if (size < 0 || count > 1024 * (image.directoryTable() - image.inodeTable())) {
      throw image.malformed(-1, "a file with a list of its blocks", "one of " + size + " bytes");
    }
    int[] sizes = new int[(int) count];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (int) in.u32();
    }
    boolean isTailed = hasTail && size % blockSize != 0;
    return new SquashFile(
        EntryKind.FILE, size, start, new Blocks(sizes), isTailed ? fragment : -1, tail, "");
  }

  /** How many bytes are in a fragment. */
  long tailSize(int blockSize) {
    return fragment < 0 ? 0 : size % blockSize;
  }
}
