package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds RIP-relative operands in x86-64 code.
 *
 * <p>Only this addressing form is recognised, not the instruction stream: every byte that can be a
 * ModRM byte with {@code mod = 00, r/m = 101} (Intel SDM volume 2, table 2-7) is taken for one, and
 * the four bytes after it for its displacement. Bytes that only look so name an address at random;
 * in a window of a few megabytes out of 4 GiB hardly any of them hit. That is why what rests on
 * these references is never called exact. It is also many times faster than decoding.
 */
final class X64AddressScanner extends AddressScanner {
  private static final int MODRM_MASK = 0xC7;
  private static final int MODRM_RIP = 0x05;

  /** One bit for each one-byte opcode with a ModRM byte. Intel SDM volume 2, table A-2. */
  private static final long[] ONE_BYTE_MODRM = {
    0x0F0F_0F0F_0F0F_0F0FL, 0x0000_0A08_0000_0000L, 0x0000_0000_0000_FFFBL, 0xC0C0_0000_FF0F_00C3L
  };

  private final byte[] window = new byte[WINDOW + 2 * OVERLAP];
  private final ByteBuffer words = ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    for (long at = start; at < end; at += WINDOW) {
      long from = Math.max(start, at - OVERLAP);
      int skipped = (int) (at - from);
      int length = (int) Math.min(window.length, end - from);
      code.copy(from, window, 0, length);
      int stop = (int) Math.min(skipped + WINDOW, length - 4L);
      scan(Math.max(skipped, 1), stop, from, address + (from - start), found);
    }
  }

  /** Looks at each byte as if it were a ModRM byte; there are four bytes behind each. */
  private void scan(int first, int stop, long position, long address, References found) {
    int i = first;
    for (; i + 8 <= stop; i += 8) {
      long marks = modrmMarks(words.getLong(i));
      while (marks != 0) {
        int at = i + (Long.numberOfTrailingZeros(marks) >>> 3);
        refer(at, position, address, found);
        marks &= marks - 1;
      }
    }
    for (; i < stop; i++) {
      if ((window[i] & MODRM_MASK) == MODRM_RIP) {
        refer(i, position, address, found);
      }
    }
  }

  private void refer(int i, long position, long address, References found) {
    if (!takesModrm(i - 1)) {
      return;
    }
    int operand = i + 5 + immediateLength(window[i - 1] & 0xFF, window[i] >> 3 & 7);
    found.add(position + i, address + operand + words.getInt(i + 1));
  }

  /**
   * Whether the byte at a position can be an opcode that a ModRM byte follows: one of the one-byte
   * map, or any behind an escape or a VEX or EVEX prefix. Displacements hold bytes that look like
   * ModRM bytes, and their neighbours then name addresses near the right one.
   */
  private boolean takesModrm(int opcode) {
    int code = window[opcode] & 0xFF;
    if ((ONE_BYTE_MODRM[code >>> 6] & 1L << code) != 0) {
      return true;
    }
    int before = opcode > 0 ? window[opcode - 1] & 0xFF : -1;
    boolean isEscaped = before == 0x0F || before == 0x38 || before == 0x3A;
    return isEscaped
        || (opcode > 1 && window[opcode - 2] == (byte) 0xC5)
        || (opcode > 2 && window[opcode - 3] == (byte) 0xC4)
        || (opcode > 3 && window[opcode - 4] == (byte) 0x62);
  }

  /** The top bit of each of eight bytes that equals 05 under the mask. */
  private static long modrmMarks(long word) {
    long difference = (word & 0xC7C7_C7C7_C7C7_C7C7L) ^ 0x0505_0505_0505_0505L;
    long low = (difference & 0x7F7F_7F7F_7F7F_7F7FL) + 0x7F7F_7F7F_7F7F_7F7FL;
    return ~(low | difference | 0x7F7F_7F7F_7F7F_7F7FL);
  }

  /** Bytes of an immediate that follows the displacement, by opcode and ModRM.reg. */
  private static int immediateLength(int opcode, int reg) {
    return switch (opcode) {
      case 0x80, 0x83, 0xC0, 0xC1, 0x6B, 0xC6, 0xBA -> 1;
      case 0x81, 0x69, 0xC7 -> 4;
      case 0xF6 -> reg <= 1 ? 1 : 0;
      case 0xF7 -> reg <= 1 ? 4 : 0;
      default -> 0;
    };
  }
}
