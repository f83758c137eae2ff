package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the addresses that LoongArch code forms: {@code PCALAU12I} with the {@code ADDI.D}, load or
 * store that adds the low twelve bits, and {@code PCADDI} (LoongArch Reference Manual, 2.2.1.5).
 *
 * <p>Pages are remembered and paired as on AArch64, see {@link Arm64AddressScanner}.
 */
final class LoongArchAddressScanner extends AddressScanner {
  private static final int REGISTERS = 32;

  private final InstructionWindow window = new InstructionWindow(ByteOrder.LITTLE_ENDIAN);
  private final long[] pages = new long[REGISTERS];
  private final boolean[] known = new boolean[REGISTERS];

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    Arrays.fill(known, false);
    window.start(code, start, end);
    while (window.has(4)) {
      long position = window.position();
      scan(window.i32(0), position, address + (position - start), found);
      window.skip(4);
    }
  }

  private void scan(int word, long position, long pc, References found) {
    int target = word & 31;
    int base = word >>> 5 & 31;
    long upper = (long) word << 39 >> 44;
    switch (word >>> 25) {
      case 0x0D -> { // PCALAU12I
        pages[target] = (pc & ~0xFFFL) + (upper << 12);
        known[target] = true;
      }
      case 0x0C -> found.add(position, pc + (upper << 2)); // PCADDI
      default -> {
        if (known[base] && (isAddition(word) || isAccess(word))) {
          found.add(position, pages[base] + (word << 10 >> 20));
        }
        if (isAddition(word) || isLoad(word)) {
          known[target] = false;
        }
      }
    }
  }

  /** {@code ADDI.D}. */
  private static boolean isAddition(int word) {
    return word >>> 22 == 0x0B;
  }

  /** {@code LD.B} to {@code FST.D}. */
  private static boolean isAccess(int word) {
    return word >>> 26 == 0x0A;
  }

  /**
   * {@code LD.B} to {@code LD.D} and {@code LD.BU} to {@code LD.WU}, which write their register.
   */
  private static boolean isLoad(int word) {
    int what = word >>> 22 & 15;
    return isAccess(word) && (what < 4 || (what >= 8 && what < 11));
  }
}
