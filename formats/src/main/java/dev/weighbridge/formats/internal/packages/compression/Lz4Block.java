package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Unpacks blocks of LZ4 (lz4_Block_format.md) one behind the other, and keeps how many packed bytes
 * each stretch of the last one took.
 */
final class Lz4Block {
  /** How far back a match goes. */
  private static final int WINDOW = 1 << 16;

  private static final int FIRST = 1 << 12;

  /** Places are kept this many bytes apart, or more. */
  private static final int STEP = 64;

  private final int most;
  private byte[] array;
  private int start;
  private int end;
  private int[] places = new int[64];
  private int[] packed = new int[64];
  private int marks;

  /**
   * No block yet.
   *
   * @param most bytes that a block may unpack to
   */
  Lz4Block(int most) {
    this.most = most;
    array = new byte[Math.min(FIRST, most)];
  }

  /** How many bytes the block has. */
  int size() {
    return end - start;
  }

  void copy(int from, byte[] target, int at, int count) {
    System.arraycopy(array, start + from, target, at, count);
  }

  /** How many packed bytes the first bytes of the block took. */
  int packedUpTo(int place) {
    int found = Arrays.binarySearch(places, 0, marks, place);
    if (found >= 0) {
      return packed[found];
    }
    int after = -found - 1;
    int width = places[after] - places[after - 1];
    long cost = (long) packed[after] - packed[after - 1];
    return packed[after - 1] + (int) (cost * (place - places[after - 1]) / width);
  }

  /** Forgets what came before, as a frame does that begins. */
  void forget() {
    start = 0;
    end = 0;
  }

  private void begin() {
    // Rarely, or each of many small blocks moved the whole window.
    if (end > 2 * WINDOW) {
      System.arraycopy(array, end - WINDOW, array, 0, WINDOW);
      end = WINDOW;
    }
    start = end;
    marks = 0;
    mark(0);
  }

  private void mark(int used) {
    if (marks == places.length) {
      places = Arrays.copyOf(places, 2 * marks);
      packed = Arrays.copyOf(packed, 2 * marks);
    }
    places[marks] = end - start;
    packed[marks++] = used;
  }

  /** Takes a block that is stored as it is. */
  void stored(Bytes block) throws DataFormatException {
    begin();
    int size = (int) block.length();
    room(size);
    block.copy(0, array, end, size);
    end += size;
    mark(size);
  }

  /** Unpacks a block. */
  void unpack(Bytes block) throws DataFormatException {
    begin();
    int size = (int) block.length();
    int at = 0;
    while (at < size) {
      int token = block.u8(at++);
      int literals = token >>> 4;
      if (literals == 15) {
        int more;
        do {
          more = byteAt(block, at++);
          literals = allowed(literals + more);
        } while (more == 255);
      }
      if (literals > size - at) {
        throw new DataFormatException("literals beyond the end of a block");
      }
      room(literals);
      block.copy(at, array, end, literals);
      at += literals;
      end += literals;
      if (at < size) {
        at = match(block, at, token & 15);
      }
      if (end - start >= places[marks - 1] + STEP) {
        mark(at);
      }
    }
    if (places[marks - 1] < end - start) {
      mark(size);
    } else {
      packed[marks - 1] = size;
    }
  }

  private int match(Bytes block, int from, int shortLength) throws DataFormatException {
    int at = from;
    int distance = byteAt(block, at) | byteAt(block, at + 1) << 8;
    at += 2;
    int length = shortLength;
    if (length == 15) {
      int more;
      do {
        more = byteAt(block, at++);
        length = allowed(length + more);
      } while (more == 255);
    }
    length += 4;
    if (distance == 0 || distance > end) {
      throw new DataFormatException("a distance before the start of the data");
    }
    room(length);
    for (int last = end + length; end < last; end++) {
      array[end] = array[end - distance];
    }
    return at;
  }

  private static int byteAt(Bytes block, int at) throws DataFormatException {
    if (at >= block.length()) {
      throw new DataFormatException("the end of a block within a sequence");
    }
    return block.u8(at);
  }

  /** A count of bytes that may follow. */
  private int allowed(int more) throws DataFormatException {
    if (more > most - (end - start)) {
      throw new DataFormatException("a block of more than " + most + " bytes");
    }
    return more;
  }

  /** Makes room by doubling, or all bytes were copied again for each sequence. */
  private void room(int more) throws DataFormatException {
    int needed = end + allowed(more);
    if (needed > array.length) {
      long doubled = Math.min(2L * array.length, (long) most + 2 * WINDOW);
      array = Arrays.copyOf(array, (int) Math.max(needed, doubled));
    }
  }
}
