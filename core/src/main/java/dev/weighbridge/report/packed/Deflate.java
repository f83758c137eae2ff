package dev.weighbridge.report.packed;

import java.util.Arrays;

/**
 * Compresses bytes as a raw DEFLATE stream (RFC 1951), which every browser reads. The compressor of
 * the JDK would give other bytes wherever it comes with another zlib; this one gives the same
 * everywhere.
 */
public final class Deflate {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 258;
  private static final int WINDOW = 1 << 15;
  private static final int HASH_BITS = 16;

  /** Places looked at for a copy; more find little more. */
  private static final int MOST_TRIES = 48;

  /** A copy this long is taken without a look at the next place. */
  private static final int LONG_ENOUGH = 48;

  private final byte[] bytes;
  private final int[] head = new int[1 << HASH_BITS];
  private final int[] before = new int[WINDOW];
  private int distance;

  private Deflate(byte[] bytes) {
    this.bytes = bytes;
    Arrays.fill(head, -WINDOW);
  }

  /** The compressed bytes. */
  public static byte[] of(byte[] bytes) {
    return new Deflate(bytes).write();
  }

  private byte[] write() {
    DeflateBits out = new DeflateBits();
    DeflateBlock block = new DeflateBlock();
    int at = 0;
    int length = longest(0, SHORTEST - 1);
    while (at < bytes.length) {
      if (block.isFull()) {
        block.write(false, out);
      }
      int back = distance;
      remember(at);
      int next = length < LONG_ENOUGH ? longest(at + 1, Math.max(length, SHORTEST - 1)) : 0;
      if (length < SHORTEST || next > length) {
        block.literal(bytes[at++]);
        length = next;
        continue;
      }
      block.copy(length, back);
      for (int end = at + length; ++at < end; ) {
        remember(at);
      }
      length = longest(at, SHORTEST - 1);
    }
    block.write(true, out);
    return out.bytes();
  }

  private int hash(int at) {
    int four =
        (bytes[at] & 0xFF)
            | ((bytes[at + 1] & 0xFF) << 8)
            | ((bytes[at + 2] & 0xFF) << 16)
            | (bytes[at + 3] << 24);
    return (four * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
  }

  private void remember(int at) {
    if (at + SHORTEST <= bytes.length) {
      int hash = hash(at);
      before[at & WINDOW - 1] = head[hash];
      head[hash] = at;
    }
  }

  /** The length of the longest copy at a place, if it is longer than some; else 0. */
  private int longest(int at, int than) {
    if (at + SHORTEST > bytes.length) {
      return 0;
    }
    int most = Math.min(LONGEST, bytes.length - at);
    int best = than;
    int tries = MOST_TRIES;
    for (int from = head[hash(at)];
        from > at - WINDOW && from >= 0 && tries-- > 0 && best < most;
        from = before[from & WINDOW - 1]) {
      if (bytes[from + best] == bytes[at + best]) {
        int length = Arrays.mismatch(bytes, from, from + most, bytes, at, at + most);
        length = length < 0 ? most : length;
        if (length > best) {
          best = length;
          distance = at - from;
        }
      }
    }
    return best > than ? best : 0;
  }
}
