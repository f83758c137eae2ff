package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.XxHash;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * The contents of LZ4 frames that follow each other, and of the older form that kernels use
 * (lz4_Frame_format.md). The checksum of contents is compared, those of blocks are passed over.
 */
final class Lz4Stream extends ContentStream {
  static final int FRAME = 0x184D_2204;
  static final int LEGACY = 0x184C_2102;
  private static final long SKIPPABLE = 0x184D_2A50L;
  private static final long SKIPPABLE_MASK = 0xFFFF_FFF0L;

  /** Every block of the older form but the last unpacks to this. */
  private static final int LEGACY_BLOCK = 8 << 20;

  private static final int LARGEST_BLOCK = 4 << 20;

  private final Region region;
  private final Bytes bytes;
  private final String structure;
  private Lz4Block block = new Lz4Block(0);
  private boolean isLegacy;
  private boolean isInFrame;
  private boolean hasBlockChecks;
  private boolean hasCheck;
  private XxHash hash = XxHash.of32Bits();
  private boolean areIndependent;
  private long next;
  private long blockStart;
  private int taken;

  Lz4Stream(Region region, String structure) {
    this.region = region;
    this.bytes = region.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    this.structure = structure;
  }

  @Override
  protected int fill(byte[] target, int start, int count) {
    try {
      while (taken == block.size()) {
        if (isInFrame) {
          block();
        } else if (next < bytes.length()) {
          frame();
        } else {
          return -1;
        }
      }
    } catch (DataFormatException e) {
      throw malformed(e);
    }
    int part = Math.min(count, block.size() - taken);
    block.copy(taken, target, start, part);
    if (hasCheck) {
      hash.update(target, start, part);
    }
    taken += part;
    return part;
  }

  /**
   * Passes over all frames without unpacking them; gives where they end: at the end of the bytes,
   * or where something begins that is none. The older form has no end of its own.
   */
  long passFrames() {
    try {
      while (isInFrame || isAtFrame()) {
        if (!isInFrame) {
          frame();
          continue;
        }
        if (isLegacy) {
          return bytes.length();
        }
        long word = u32(next);
        long size = word & 0x7FFF_FFFF;
        next += word == 0 ? (hasCheck ? 8 : 4) : 4 + size + (hasBlockChecks ? 4 : 0);
        isInFrame = word != 0;
        require(next);
      }
    } catch (DataFormatException e) {
      throw malformed(e);
    }
    return next;
  }

  private boolean isAtFrame() {
    if (!bytes.contains(next, 8)) {
      return false;
    }
    long magic = bytes.u32(next);
    return magic == FRAME || magic == LEGACY || (magic & SKIPPABLE_MASK) == SKIPPABLE;
  }

  private MalformedBinaryException malformed(DataFormatException e) {
    return new MalformedBinaryException(
        structure, next, "lz4 data", String.valueOf(e.getMessage()));
  }

  /** Reads the header of a frame, or passes over what is none of contents. */
  private void frame() throws DataFormatException {
    long magic = u32(next);
    next += 4;
    isLegacy = magic == LEGACY;
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
      next += 4 + u32(next);
      require(next);
      return;
    }
    if (!isLegacy && magic != FRAME) {
      throw new DataFormatException("bytes of no frame");
    }
    isInFrame = true;
    hasCheck = false;
    block = new Lz4Block(isLegacy ? LEGACY_BLOCK : LARGEST_BLOCK);
    taken = 0;
    if (!isLegacy) {
      descriptor();
    }
  }

  private void descriptor() throws DataFormatException {
    require(next + 3);
    int flags = bytes.u8(next);
    if (flags >>> 6 != 1) {
      throw new DataFormatException("version " + (flags >>> 6) + " of the frame format");
    }
    areIndependent = (flags & 0x20) != 0;
    hasBlockChecks = (flags & 0x10) != 0;
    hasCheck = (flags & 0x04) != 0;
    hash = XxHash.of32Bits();
    next += 3 + ((flags & 0x08) != 0 ? 8 : 0) + ((flags & 0x01) != 0 ? 4 : 0);
    require(next);
  }

  /** Unpacks the next block, or ends the frame. */
  private void block() throws DataFormatException {
    taken = 0;
    boolean isAtEnd = isLegacy && next == bytes.length();
    long word = isAtEnd ? 0 : u32(next);
    if (isAtEnd || (isLegacy && (word == LEGACY || word == FRAME))) {
      end();
    } else if (!isLegacy && word == 0) {
      next += 4;
      check();
      end();
    } else {
      block(word);
    }
  }

  private void check() throws DataFormatException {
    if (!hasCheck) {
      return;
    }
    long stated = u32(next);
    if (stated != hash.low32()) {
      throw new MalformedBinaryException(
          structure,
          next,
          "contents with the checksum " + Long.toHexString(stated),
          "the checksum " + Long.toHexString(hash.low32()));
    }
    next += 4;
  }

  private void end() {
    isInFrame = false;
    block = new Lz4Block(0);
  }

  private void block(long word) throws DataFormatException {
    boolean isStored = !isLegacy && word >>> 31 == 1;
    long size = isLegacy ? word : word & 0x7FFF_FFFF;
    blockStart = next + 4;
    next = blockStart + size;
    require(next);
    if (size > 2L * LEGACY_BLOCK) {
      throw new DataFormatException("a packed block of " + size + " bytes");
    }
    if (isLegacy || areIndependent) {
      block.forget();
    }
    Bytes packed = bytes.slice(blockStart, next);
    if (isStored) {
      block.stored(packed);
    } else {
      block.unpack(packed);
    }
    next += !isLegacy && hasBlockChecks ? 4 : 0;
    require(next);
  }

  private long u32(long at) throws DataFormatException {
    require(at + 4);
    return bytes.u32(at);
  }

  private void require(long end) throws DataFormatException {
    if (end > bytes.length()) {
      throw new DataFormatException("the end");
    }
  }

  @Override
  public long used() {
    // At the end of a block its headers and what follows them have travelled, too.
    long at = taken == block.size() ? next : blockStart + block.packedUpTo(taken);
    return region.shares().upTo(at);
  }
}
