package dev.weighbridge.formats.isa;

import java.util.Arrays;

/**
 * Reads AArch64 instructions without what is relative to the program counter: branches, {@code
 * ADR}, {@code ADRP}, literal loads, and the low twelve bits in the {@code ADD} or access that
 * completes an {@code ADRP} (Arm ARM, C4.1 and C6.2).
 *
 * <p>Which register holds a page is forgotten at any instruction whose destination field names it,
 * and at calls for the registers that a call may change. So now and then low bits are kept that
 * should not be, and two equal bodies count as different, but hardly ever the other way round.
 */
final class Arm64CodeReader extends CodeReader {
  private static final int REGISTERS = 32;

  /** Registers from this one on survive a call (AAPCS64, 6.1.1). */
  private static final int FIRST_PRESERVED = 19;

  private static final int LOW_BITS = 0xFFF << 10;

  private final boolean[] isPage = new boolean[REGISTERS];

  @Override
  public void start(byte[] newCode, int start, int end) {
    super.start(newCode, start, end);
    Arrays.fill(isPage, false);
  }

  @Override
  public boolean next() {
    if (bodyEnd - position < 4) {
      return false;
    }
    int instruction = words.getInt(position);
    word = mix(masked(instruction), 4);
    position += 4;
    return true;
  }

  private int masked(int instruction) {
    if ((instruction & 0x7C00_0000) == 0x1400_0000) { // B, BL
      if (instruction < 0) {
        Arrays.fill(isPage, 0, FIRST_PRESERVED, false);
      }
      return without(instruction, 0, 26);
    }
    if ((instruction & 0xFF00_0000) == 0x5400_0000 // B.cond, BC.cond
        || (instruction & 0x7E00_0000) == 0x3400_0000) { // CBZ, CBNZ
      return without(instruction, 5, 19);
    }
    if ((instruction & 0x7E00_0000) == 0x3600_0000) { // TBZ, TBNZ
      return without(instruction, 5, 14);
    }
    if ((instruction & 0xFFFF_FC1F) == 0xD63F_0000) { // BLR
      Arrays.fill(isPage, 0, FIRST_PRESERVED, false);
      return instruction;
    }
    return maskedAddress(instruction);
  }

  /** What forms an address, or uses the page of one. */
  private int maskedAddress(int instruction) {
    int target = instruction & 31;
    if ((instruction & 0x1F00_0000) == 0x1000_0000) { // ADR, ADRP
      isPage[target] = instruction < 0;
      return instruction & 0x9F00_001F;
    }
    if ((instruction & 0x3B00_0000) == 0x1800_0000) { // LDR (literal)
      isPage[target] = false;
      return without(instruction, 5, 19);
    }
    boolean isOfPage = isPage[instruction >>> 5 & 31] && takesLowBits(instruction);
    isPage[target] = false;
    if ((instruction & 0x3A00_0000) == 0x2800_0000) { // pairs have a second destination
      isPage[instruction >>> 10 & 31] = false;
    }
    return isOfPage ? instruction & ~LOW_BITS : instruction;
  }

  /** ADD (immediate) without a shift; load or store with an unsigned offset. */
  private static boolean takesLowBits(int instruction) {
    return (instruction & 0x7FC0_0000) == 0x1100_0000 || (instruction & 0x3B00_0000) == 0x3900_0000;
  }

  /** Clears a distance in words unless it leads to a place in the code. */
  private int without(int instruction, int shift, int bits) {
    int distance = instruction << (32 - shift - bits) >> (32 - bits);
    long target = position + ((long) distance << 2);
    boolean isInside = target >= bodyStart && target < bodyEnd;
    return isInside ? instruction : instruction & ~(((1 << bits) - 1) << shift);
  }
}
