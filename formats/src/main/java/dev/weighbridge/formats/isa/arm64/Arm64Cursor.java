package dev.weighbridge.formats.isa.arm64;

import dev.weighbridge.formats.isa.BaseRegisters;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;

/**
 * AArch64 instructions: branches, and the addresses that {@code ADR}, literal loads, and {@code
 * ADRP} with the {@code ADD} or access that adds the low twelve bits form (Arm ARM, C4.1 and C6.2).
 */
public final class Arm64Cursor extends RegisterCursor {
  private static final int LENGTH = 4;
  private static final int LOW_BITS = 0xFFF << 10;

  /** The bits of ADR and ADRP that are not the distance. */
  private static final int ADR_MASK = 0x9F00_001F;

  /** x0 to x7, and x0 (AAPCS64, 6.8.2 and 6.9). */
  private static final int ARGUMENTS = 0xFF;

  private static final int RESULT = 1;

  private int word;

  /** A cursor over little-endian words, which instructions always are. */
  public Arm64Cursor() {
    super(ByteOrder.LITTLE_ENDIAN, new BaseRegisters(ARGUMENTS, RESULT, Arm64Writes.BY_CALLS));
  }

  @Override
  protected int decode() {
    if (end - position < LENGTH) {
      return 0;
    }
    word = words.getInt(position);
    if (!isDecoded()) {
      return 0;
    }
    if (bases.isOn()) {
      Arm64Bases.follow(word, addressOf(position), bases);
      if (hasReference() && (word & 0x7FC0_0000) == 0x1100_0000) { // ADD to a page
        bases.tell(word & 31);
      }
    }
    return LENGTH;
  }

  /** By the groups of the top level of the encoding. */
  private boolean isDecoded() {
    switch (word >>> 25 & 15) {
      case 0b0000 -> {
        flow = word >= 0 ? Flow.TRAP : Flow.NEXT; // UDF, or SME
        return word < 0 || word >>> 16 == 0;
      }
      case 0b0001, 0b0011 -> {
        return false;
      }
      case 0b1010, 0b1011 -> system();
      case 0b1000, 0b1001 -> immediate();
      case 0b0100, 0b0110, 0b1100, 0b1110 -> memory();
      default -> registers.write(Arm64Writes.of(word));
    }
    return true;
  }

  private void immediate() {
    int target = word & 31;
    if ((word & 0x1F00_0000) == 0x1000_0000) {
      if (word < 0) {
        begin(target, (pc() & ~0xFFFL) + (pcRelative() << 12), ~ADR_MASK);
      } else {
        refer(pc() + pcRelative(), ~ADR_MASK);
        registers.drop(target);
      }
      return;
    }
    int base = word >>> 5 & 31;
    if ((word & 0x7FC0_0000) == 0x1100_0000 && registers.isKnown(base)) { // ADD without a shift
      referBy(base, word >>> 10 & 0xFFF, LOW_BITS);
      if (base == target) {
        registers.drop(target);
      }
    }
    registers.write(Arm64Writes.of(word));
  }

  private void memory() {
    int base = word >>> 5 & 31;
    if ((word & 0x3B00_0000) == 0x1800_0000) { // LDR (literal)
      long literal = pc() + scaled(5, 19);
      refer(literal, isInside(literal) ? 0 : bits(5, 19));
    } else if ((word & 0x3B00_0000) == 0x3900_0000) { // unsigned offset
      referBy(base, (long) (word >>> 10 & 0xFFF) << accessScale(), LOW_BITS);
    }
    registers.write(Arm64Writes.of(word));
  }

  private void system() {
    if ((word & 0x7C00_0000) == 0x1400_0000) { // B, BL
      branch(word < 0 ? Flow.CALL : Flow.BRANCH, scaled(0, 26), bits(0, 26));
    } else if ((word & 0xFF00_0000) == 0x5400_0000 // B.cond, BC.cond
        || (word & 0x7E00_0000) == 0x3400_0000) { // CBZ, CBNZ
      branch(Flow.CONDITIONAL, scaled(5, 19), bits(5, 19));
    } else if ((word & 0x7E00_0000) == 0x3600_0000) { // TBZ, TBNZ
      branch(Flow.CONDITIONAL, scaled(5, 14), bits(5, 14));
    } else if ((word & 0xFE00_0000) == 0xD600_0000) {
      registerBranch();
    } else if ((word & 0xFFE0_001F) == 0xD420_0000 || (word & 0xFFE0_001F) == 0xD440_0000) {
      flow = Flow.TRAP; // BRK, HLT
    } else {
      registers.write(Arm64Writes.of(word));
    }
    if (flow == Flow.CALL) {
      registers.write(Arm64Writes.BY_CALLS);
    }
  }

  /** BR, BLR, RET, ERET, and their forms that check the address. */
  private void registerBranch() {
    flow =
        switch (word >>> 21 & 7) {
          case 0 -> Flow.INDIRECT;
          case 1 -> Flow.CALL;
          default -> Flow.RETURN;
        };
  }

  private static int bits(int shift, int count) {
    return ((1 << count) - 1) << shift;
  }

  /** A signed number of words, in bytes. */
  private long scaled(int shift, int bits) {
    return (long) (word << (32 - shift - bits) >> (32 - bits)) << 2;
  }

  /** The 21-bit immediate of ADR and ADRP: immhi above immlo. */
  private long pcRelative() {
    return scaled(5, 19) | (word >>> 29 & 3);
  }

  /** Log2 of the bytes accessed; 128-bit vector registers have a size field of 00 and opc 1x. */
  private int accessScale() {
    boolean isWide = (word & 0x0480_0000) == 0x0480_0000;
    return isWide ? 4 : word >>> 30;
  }

  private long pc() {
    return addressOf(position);
  }

  /** {@code SVC}, {@code HVC}, {@code SMC}. */
  @Override
  public boolean isSystemCall() {
    int word = words.getInt(position);
    return (word & 0xFFE0_001C) == 0xD400_0000 && (word & 3) != 0;
  }

  /** Low bits go with the page if the register surely holds one. */
  @Override
  public long fingerprint() {
    return mix(word & ~distance, LENGTH);
  }

  @Override
  public boolean tellsAllAddresses() {
    return true;
  }

  @Override
  public int alignment() {
    return LENGTH;
  }
}
