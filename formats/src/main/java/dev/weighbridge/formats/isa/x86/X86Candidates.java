package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.AddressRanges;
import java.nio.LongBuffer;

/**
 * Finds what may be an operand that is relative to the instruction pointer, without decoding: every
 * byte that can be a ModRM byte with {@code mod = 00, r/m = 101} (Intel SDM volume 2, table 2-7),
 * of which the four bytes after it lead to a range of addresses.
 *
 * <p>Eight bytes are looked at in one step, which is many times faster than decoding. No operand is
 * missed; most of what is found by chance leads elsewhere.
 */
final class X86Candidates {
  /** The bits of a ModRM byte that tell, and what they must be. */
  private static final long MASK = 0xC7C7_C7C7_C7C7_C7C7L;

  private static final long RELATIVE = 0x0505_0505_0505_0505L;
  private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

  /** Bytes of the displacement that follows the ModRM byte. */
  private static final int DISPLACEMENT = 4;

  /** Bytes that may follow the displacement; it counts from behind them. */
  private static final int LONGEST_IMMEDIATE = 4;

  private X86Candidates() {}

  /**
   * The position of the first candidate that leads to one of some ranges.
   *
   * <p>A displacement is read only if its highest byte may lead there.
   *
   * @param code the code
   * @param words the same, little-endian
   * @param bias address of the code less its position
   * @return {@code end} if there is none
   */
  static int next(
      byte[] code, LongBuffer words, int from, int end, long bias, AddressRanges ranges) {
    int stop = end - DISPLACEMENT;
    if (from >= stop) {
      return end;
    }
    long shift = bias + 1 + DISPLACEMENT - ranges.low() + LONGEST_IMMEDIATE;
    long limit = ranges.span() + LONGEST_IMMEDIATE;
    int nearest = (int) Math.max(Byte.MIN_VALUE, (-shift - end) >> 24);
    int farthest = (int) Math.min(Byte.MAX_VALUE, (limit - shift - from) >> 24);
    int word = from / Long.BYTES;
    int lastWord = (stop - 1) / Long.BYTES;
    long marks = marks(words.get(word)) & (-1L << (from * Byte.SIZE));
    while (true) {
      while (marks != 0) {
        int modrm = word * Long.BYTES + firstByte(marks);
        int highest = code[modrm + DISPLACEMENT];
        if (highest >= nearest && highest <= farthest) {
          int distance = displacement(code, modrm + 1);
          boolean isNear = Long.compareUnsigned(shift + modrm + distance, limit) < 0;
          if (isNear && isWanted(modrm, distance, bias, ranges)) {
            return modrm < stop ? modrm : end;
          }
        }
        marks &= marks - 1;
      }
      if (word == lastWord) {
        return end;
      }
      word++;
      marks = marks(words.get(word));
    }
  }

  private static int displacement(byte[] code, int at) {
    return (code[at] & 0xFF)
        | ((code[at + 1] & 0xFF) << 8)
        | ((code[at + 2] & 0xFF) << 16)
        | (code[at + 3] << 24);
  }

  /**
   * The number of the first byte with a mark. The quick compiler has no instruction for that, and
   * no run is long enough for the other.
   */
  private static int firstByte(long marks) {
    long first = (marks & -marks) >>> 7;
    return (int) ((first * 0x0001_0203_0405_0607L) >>> 56);
  }

  private static boolean isWanted(int modrm, int distance, long bias, AddressRanges ranges) {
    int behind = modrm + 1 + DISPLACEMENT;
    return ranges.isNear(bias + behind + distance, LONGEST_IMMEDIATE);
  }

  /** The top bit of each of eight bytes that equals 05 under the mask. */
  private static long marks(long word) {
    long difference = (word & MASK) ^ RELATIVE;
    long low = (difference & LOW_BITS) + LOW_BITS;
    return ~(low | difference | LOW_BITS);
  }
}
