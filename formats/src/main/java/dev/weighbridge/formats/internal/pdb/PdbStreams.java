package dev.weighbridge.formats.internal.pdb;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The streams of a multi-stream file: several files in one, each in blocks that lie anywhere. LLVM,
 * The MSF File Format.
 *
 * <p>A stream is put together when asked for; what its blocks lack is missing from its end.
 */
public final class PdbStreams {
  private static final byte[] MAGIC =
      "Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int SUPER_BLOCK = 56;

  private final Bytes file;
  private final int blockSize;
  private final Bytes directory;
  private final int count;
  private final long[] firstBlock;

  private PdbStreams(Bytes file, int blockSize, Bytes directory) {
    this.file = file;
    this.blockSize = blockSize;
    this.directory = directory;
    long room = directory.length() / 4 - 1;
    this.count = (int) Math.min(directory.u32(0), room);
    this.firstBlock = new long[count + 1];
    firstBlock[0] = 1L + count;
    for (int i = 0; i < count; i++) {
      Work.check();
      firstBlock[i + 1] = firstBlock[i] + blocks(size(i));
    }
  }

  /**
   * The streams of a file.
   *
   * @throws UnsupportedBinaryException if it is of an older version, or none at all
   * @throws MalformedBinaryException if its directory cannot be found
   */
  static PdbStreams of(Bytes file) {
    boolean isWhole = file.length() >= SUPER_BLOCK;
    if (!isWhole || !Arrays.equals(file.toArray(0, MAGIC.length), MAGIC)) {
      throw new UnsupportedBinaryException(
          "pdb.superblock", 0, "Microsoft C/C++ MSF 7.00", "other bytes");
    }
    long blockSize = file.u32(32);
    if (Long.bitCount(blockSize) != 1 || blockSize < 512 || blockSize > 1 << 20) {
      throw new MalformedBinaryException(
          "pdb.superblock.BlockSize", 32, "a power of two from 512", Long.toString(blockSize));
    }
    long bytes = file.u32(44);
    long map = file.u32(52) * blockSize;
    long blocks = (bytes + blockSize - 1) / blockSize;
    if (bytes < 4 || bytes > file.length() || !file.contains(map, 4 * blocks)) {
      throw new MalformedBinaryException(
          "pdb.superblock.NumDirectoryBytes", 44, "a directory in the file", bytes + " bytes");
    }
    Bytes numbers = file.slice(map, map + 4 * blocks);
    Bytes directory = gather(file, (int) blockSize, numbers, 0, bytes);
    if (directory.length() < 4) {
      throw new MalformedBinaryException("pdb.directory", map, "stream sizes", "nothing");
    }
    return new PdbStreams(file, (int) blockSize, directory);
  }

  private long blocks(long size) {
    return (size + blockSize - 1) / blockSize;
  }

  /** How many streams there are. */
  int count() {
    return count;
  }

  /** Bytes of a stream as stated; 0 if it was deleted or does not exist. */
  long size(int stream) {
    if (stream < 0 || stream >= count) {
      return 0;
    }
    int size = directory.i32(4 + 4L * stream);
    return size == -1 ? 0 : Integer.toUnsignedLong(size);
  }

  /** The bytes of a stream as far as they are there; empty if it does not exist. */
  public Bytes stream(int stream) {
    long size = Math.min(size(stream), file.length());
    if (size == 0) {
      return file.slice(0, 0);
    }
    return gather(file, blockSize, directory, 4 * firstBlock[stream], size);
  }

  /** Copies blocks together, or shows them in place where they lie in one piece. */
  private static Bytes gather(Bytes file, int blockSize, Bytes numbers, long start, long size) {
    long blocks = (size + blockSize - 1) / blockSize;
    long known = Math.max(0, Math.min(blocks, (numbers.length() - start) / 4));
    long whole = Math.min(size, known * blockSize);
    if (isContiguous(file, blockSize, numbers, start, whole)) {
      long at = whole == 0 ? 0 : numbers.u32(start) * blockSize;
      return file.slice(at, at + whole);
    }
    byte[] joined = new byte[(int) Math.min(whole, Integer.MAX_VALUE - 16)];
    int done = 0;
    for (long i = 0; i < known && done < joined.length; i++) {
      long at = numbers.u32(start + 4 * i) * blockSize;
      int part = Math.min(blockSize, joined.length - done);
      if (!file.contains(at, part)) {
        break;
      }
      file.copy(at, joined, done, part);
      done += part;
    }
    return Bytes.of(joined).slice(0, done);
  }

  private static boolean isContiguous(
      Bytes file, int blockSize, Bytes numbers, long start, long size) {
    long blocks = (size + blockSize - 1) / blockSize;
    for (long i = 1; i < blocks; i++) {
      if (numbers.u32(start + 4 * i) != numbers.u32(start) + i) {
        return false;
      }
    }
    return size == 0 || file.contains(numbers.u32(start) * blockSize, size);
  }
}
