package dev.weighbridge.internal.isa;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Finds the addresses that AArch64 code forms: {@code ADRP} with the {@code ADD} or load that uses
 * its page, {@code ADR}, and PC-relative literal loads (Arm ARM, C6.2).
 *
 * <p>A page is remembered per register until the register gets another one. A use that follows in
 * another basic block may pair with the wrong page, so what rests on these references is never
 * called exact.
 */
final class Arm64AddressScanner extends AddressScanner {
  private static final int REGISTERS = 32;

  private final byte[] window = new byte[WINDOW];
  private final Bytes words = Bytes.of(window);

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    long[] pages = new long[REGISTERS];
    boolean[] known = new boolean[REGISTERS];
    for (long at = start; at < end; at += WINDOW) {
      int length = (int) Math.min(WINDOW, end - at) & ~3;
      code.copy(at, window, 0, length);
      for (int i = 0; i < length; i += 4) {
        long pc = address + (at - start) + i;
        scan(words.i32(i), at + i, pc, pages, known, found);
      }
    }
  }

  private static void scan(
      int word, long position, long pc, long[] pages, boolean[] known, References found) {
    int target = word & 31;
    if ((word & 0x9F00_0000) == 0x9000_0000) { // ADRP
      pages[target] = (pc & ~0xFFFL) + (pcRelative(word) << 12);
      known[target] = true;
      return;
    }
    if ((word & 0x9F00_0000) == 0x1000_0000) { // ADR
      found.add(position, pc + pcRelative(word));
      known[target] = false;
      return;
    }
    if ((word & 0x3B00_0000) == 0x1800_0000) { // LDR (literal)
      found.add(position, pc + ((long) (word << 8 >> 13) << 2));
      return;
    }
    int base = word >>> 5 & 31;
    if (!known[base]) {
      return;
    }
    if ((word & 0x7FC0_0000) == 0x1100_0000) { // ADD (immediate), no shift
      found.add(position, pages[base] + (word >>> 10 & 0xFFF));
      known[target] = known[target] && target != base;
    } else if ((word & 0x3B00_0000) == 0x3900_0000) { // load or store, unsigned offset
      found.add(position, pages[base] + ((long) (word >>> 10 & 0xFFF) << accessScale(word)));
    }
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
