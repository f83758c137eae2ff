package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.BlockCodec;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file system of squashfs 4.0: its superblock, and its tables of packed metadata. */
public final class SquashImage {
  static final int SUPERBLOCK = 96;

  /** In the size of a block of data: it is stored as it is. */
  static final int STORED = 1 << 24;

  private static final int MAGIC = 0x7371_7368;
  private static final int METADATA = 8192;
  private static final int STORED_METADATA = 1 << 15;
  private static final int LARGEST_BLOCK = 1 << 20;
  private static final int FRAGMENT = 16;
  private static final int FRAGMENTS = METADATA / FRAGMENT;

  /** Blocks of metadata that are kept once unpacked: 8 MiB. */
  private static final int KEPT = 1024;

  private final Bytes bytes;
  private final String structure;
  private final BlockCodec codec;
  private final Map<Long, Metadata> blocks =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Metadata> eldest) {
          return size() > KEPT;
        }
      };

  /** An unpacked block of metadata, and where the next one begins. */
  private record Metadata(Bytes bytes, long next) {}

  SquashImage(Bytes file, String structure) {
    this.bytes = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.structure = structure;
    if (bytes.u16(28) != 4) {
      throw new UnsupportedBinaryException(
          structure, 28, "squashfs of version 4", "version " + bytes.u16(28));
    }
    codec =
        switch (bytes.u16(20)) {
          case 1 -> BlockCodec.ZLIB;
          case 4 -> BlockCodec.XZ;
          case 5 -> BlockCodec.LZ4;
          case 6 -> BlockCodec.ZSTD;
          default ->
              throw new UnsupportedBinaryException(
                  structure, 20, "squashfs packed by gzip, xz, lz4 or zstd", other(bytes.u16(20)));
        };
    if (end() > bytes.length()) {
      String said = end() == Long.MAX_VALUE ? "a number of bytes" : end() + " bytes";
      throw malformed(40, said + ", as its superblock says", bytes.length() + " bytes");
    }
    boolean isSound =
        blockSize() >= 4096
            && blockSize() <= LARGEST_BLOCK
            && inodeTable() >= SUPERBLOCK
            && directoryTable() >= inodeTable()
            && directoryTable() <= end();
    if (!isSound) {
      throw malformed(0, "a superblock of squashfs with tables in the file", "another");
    }
  }

  private static String other(int compressor) {
    return switch (compressor) {
      case 2 -> "lzma";
      case 3 -> "lzo";
      default -> "compressor " + compressor;
    };
  }

  public static boolean begins(Bytes file) {
    return file.contains(0, SUPERBLOCK) && file.withOrder(ByteOrder.LITTLE_ENDIAN).i32(0) == MAGIC;
  }

  BlockCodec codec() {
    return codec;
  }

  int blockSize() {
    return bytes.i32(12);
  }

  /** How many inodes it says it has. */
  long inodeCount() {
    return bytes.u32(4);
  }

  /**
   * Where the inode of its root is, in the form of a packed block in its table and 16 bits of a
   * place in it.
   */
  long root() {
    return bytes.i64(32);
  }

  long end() {
    return nonNegative(40);
  }

  long inodeTable() {
    return nonNegative(64);
  }

  long directoryTable() {
    return nonNegative(72);
  }

  private long nonNegative(int field) {
    long value = bytes.i64(field);
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** Where the block of metadata begins that says where a fragment lies. */
  long fragmentBlock(long index) {
    long count = bytes.u32(16);
    long pointers = nonNegative(80);
    if (index >= count || pointers > end() - 8 * (index / FRAGMENTS + 1)) {
      throw malformed(80, "fragment " + index + " in a table of " + count, "none");
    }
    return bytes.i64(pointers + 8 * (index / FRAGMENTS));
  }

  /** Where in that block it is said. */
  static int fragmentPlace(long index) {
    return (int) (index % FRAGMENTS) * FRAGMENT;
  }

  /** The unpacked block of metadata that begins at a place. */
  Bytes block(long start) throws IOException {
    return metadata(start).bytes();
  }

  /** Where the block behind the one at a place begins. */
  long blockAfter(long start) throws IOException {
    return metadata(start).next();
  }

  private Metadata metadata(long start) throws IOException {
    Metadata known = blocks.get(start);
    if (known != null) {
      return known;
    }
    if (start < SUPERBLOCK || start > end() - 2) {
      throw malformed(start, "a block of metadata", "a place outside the file system");
    }
    int header = bytes.u16(start);
    long next = start + 2 + (header & (STORED_METADATA - 1));
    if (next > end()) {
      throw malformed(start, "a block of metadata", "one that goes on behind the file system");
    }
    Bytes packed = bytes.slice(start + 2, next);
    boolean isStored = (header & STORED_METADATA) != 0;
    Bytes unpacked = isStored ? packed : Bytes.of(codec.unpack(packed, METADATA, structure));
    Metadata read = new Metadata(unpacked.withOrder(ByteOrder.LITTLE_ENDIAN), next);
    blocks.put(start, read);
    return read;
  }

  MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": squashfs", place, expected, found);
  }
}
