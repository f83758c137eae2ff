package dev.weighbridge.formats.isa;

import java.util.Arrays;

/**
 * The addresses that AArch64 instructions form: {@code ADRP} with the {@code ADD} or load that uses
 * its page, {@code ADR}, and PC-relative literal loads (Arm ARM, C6.2).
 *
 * <p>A page is remembered per register until the register gets another one. A use that follows in
 * another basic block may pair with the wrong page, so what rests on these references is never
 * called exact.
 */
final class Arm64Words {
  private static final int REGISTERS = 32;

  private final long[] pages = new long[REGISTERS];
  private final boolean[] known = new boolean[REGISTERS];
  private long address;

  /** Forgets all pages. */
  void start() {
    Arrays.fill(known, false);
  }

  /**
   * Reads the next instruction.
   *
   * @param pc its address
   * @return whether it forms an address; then {@link #address} is that
   */
  boolean read(int word, long pc) {
    int target = word & 31;
    if ((word & 0x9F00_0000) == 0x9000_0000) { // ADRP
      pages[target] = (pc & ~0xFFFL) + (pcRelative(word) << 12);
      known[target] = true;
      return false;
    }
    if ((word & 0x9F00_0000) == 0x1000_0000) { // ADR
      known[target] = false;
      return found(pc + pcRelative(word));
    }
    if ((word & 0x3B00_0000) == 0x1800_0000) { // LDR (literal)
      return found(pc + ((long) (word << 8 >> 13) << 2));
    }
    int base = word >>> 5 & 31;
    return known[base] && ofPage(word, base, target);
  }

  private boolean ofPage(int word, int base, int target) {
    if ((word & 0x7FC0_0000) == 0x1100_0000) { // ADD (immediate), no shift
      known[target] = known[target] && target != base;
      return found(pages[base] + (word >>> 10 & 0xFFF));
    }
    if ((word & 0x3B00_0000) == 0x3900_0000) { // load or store, unsigned offset
      return found(pages[base] + ((long) (word >>> 10 & 0xFFF) << accessScale(word)));
    }
    return false;
  }

  private boolean found(long formed) {
    address = formed;
    return true;
  }

  /** The address that the instruction read last forms. */
  long address() {
    return address;
  }

  /** The 21-bit immediate of ADR and ADRP: immhi above immlo. */
  private static long pcRelative(int word) {
    return ((long) (word << 8 >> 13) << 2) | (word >>> 29 & 3);
  }

  /** Log2 of the bytes accessed; 128-bit vector registers have a size field of 00 and opc 1x. */
  private static int accessScale(int word) {
    boolean isVector = (word & 0x0400_0000) != 0;
    boolean isWide = isVector && (word & 0x0080_0000) != 0;
    return isWide ? 4 : word >>> 30;
  }
}
