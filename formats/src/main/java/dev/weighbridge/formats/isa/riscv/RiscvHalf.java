package dev.weighbridge.formats.isa.riscv;

import dev.weighbridge.formats.isa.Flow;

/** A compressed RISC-V instruction (Unprivileged ISA, 27.8). */
final class RiscvHalf {
  private static final int EBREAK = 0x9002;

  /** The bits of the offsets of jumps, of branches, of loads and stores, and of additions. */
  private static final int JUMP = 0x1FFC;

  private static final int BRANCH = 0x1C7C;
  private static final int ACCESS = 0x1C60;
  static final int ADDITION = 0x107C;

  private final boolean is64Bit;
  private int half;
  private int flow;
  private int writes;
  private int base;
  private int offset;
  private int distance;
  private boolean isTarget;
  private boolean isAddress;
  private boolean isUpper;
  private boolean isAddition;

  RiscvHalf(boolean is64Bit) {
    this.is64Bit = is64Bit;
  }

  /** Reads one. */
  void read(int instruction) {
    half = instruction;
    flow = Flow.NEXT;
    writes = 0;
    isTarget = false;
    isAddress = false;
    isUpper = false;
    isAddition = false;
    switch (half & 3) {
      case 0 -> accesses();
      case 1 -> constants();
      default -> registers();
    }
  }

  /** Quadrant 0: loads, stores, an address on the stack; all zeros is undefined on purpose. */
  private void accesses() {
    int function = half >>> 13;
    if (half == 0) {
      flow = Flow.TRAP;
    } else if (function == 0 || function == 4) {
      writes = 1 << second(); // C.ADDI4SPN; bytes and halfwords of Zcb
    } else {
      isAddress = true;
      base = first();
      offset = accessOffset(function);
      distance = ACCESS;
      writes = function < 4 && !isFloat(function) ? 1 << second() : 0;
    }
  }

  /** Quadrant 1: additions of constants, constants, arithmetic, jumps and branches. */
  private void constants() {
    int target = half >>> 7 & 31;
    switch (half >>> 13) {
      case 0 -> {
        isAddress = target != 0;
        isAddition = isAddress;
        base = target;
        offset = (half >>> 2 & 31) | half << 19 >> 31 << 5;
        distance = ADDITION;
        writes = 1 << target;
      }
      case 1 -> {
        if (is64Bit) {
          writes = 1 << target;
        } else {
          jump(Flow.CALL);
        }
      }
      case 2 -> writes = 1 << target;
      case 3 -> {
        isUpper = target != 0 && target != 2; // C.LUI, not C.ADDI16SP
        offset = (half >>> 2 & 31) << 12 | half << 19 >> 31 << 17;
        writes = 1 << target;
      }
      case 4 -> writes = 1 << first();
      case 5 -> jump(Flow.BRANCH);
      default -> {
        flow = Flow.CONDITIONAL;
        isTarget = true;
        offset = branchOffset();
        distance = BRANCH;
      }
    }
  }

  private void jump(int kind) {
    flow = kind;
    isTarget = true;
    offset = jumpOffset();
    distance = JUMP;
  }

  /** Quadrant 2: shifts, moves, jumps to registers, and accesses to the stack. */
  private void registers() {
    int target = half >>> 7 & 31;
    int function = half >>> 13;
    if (function < 4) {
      writes = isFloat(function) ? 0 : 1 << target;
    } else if (function == 4) {
      boolean isLinking = (half & 0x1000) != 0;
      if ((half & 0x7C) != 0) {
        writes = 1 << target;
      } else if (half == EBREAK) {
        flow = Flow.TRAP;
      } else {
        boolean isReturn = target == 1 || target == 5;
        flow = isLinking ? Flow.CALL : isReturn ? Flow.RETURN : Flow.INDIRECT;
      }
    }
  }

  /** {@code C.FLD} and {@code C.FSD}; on 32-bit machines also {@code C.FLW} and {@code C.FSW}. */
  private boolean isFloat(int function) {
    return (function & 3) == 1 || (!is64Bit && (function & 3) == 3);
  }

  private int first() {
    return 8 + (half >>> 7 & 7);
  }

  private int second() {
    return 8 + (half >>> 2 & 7);
  }

  /** The scaled offset: four bytes wide for words, eight for doublewords. */
  private int accessOffset(int function) {
    int middle = half >>> 10 & 7;
    boolean isWide = (function & 3) == 1 || (is64Bit && (function & 3) == 3);
    return isWide
        ? middle << 3 | (half >>> 5 & 3) << 6
        : middle << 3 | (half >>> 6 & 1) << 2 | (half >>> 5 & 1) << 6;
  }

  /** Bits 11, 4, 9:8, 10, 6, 7, 3:1, 5 of the offset, from the top. */
  private int jumpOffset() {
    return half << 19 >> 31 << 11
        | (half >>> 11 & 1) << 4
        | (half >>> 9 & 3) << 8
        | (half >>> 8 & 1) << 10
        | (half >>> 7 & 1) << 6
        | (half >>> 6 & 1) << 7
        | (half >>> 3 & 7) << 1
        | (half >>> 2 & 1) << 5;
  }

  /** Bits 8, 4:3 and 7:6, 2:1, 5 of the offset, around the register. */
  private int branchOffset() {
    return half << 19 >> 31 << 8
        | (half >>> 10 & 3) << 3
        | (half >>> 5 & 3) << 6
        | (half >>> 3 & 3) << 1
        | (half >>> 2 & 1) << 5;
  }

  /** See {@link Flow}. */
  int flow() {
    return flow;
  }

  /** A bit for each register written. */
  int writes() {
    return writes;
  }

  /** Whether it branches {@link #offset} bytes on. */
  boolean isTarget() {
    return isTarget;
  }

  /** Whether it adds {@link #offset} to {@link #base}. */
  boolean isAddress() {
    return isAddress;
  }

  /** Whether it puts {@link #offset} into the register that it writes. */
  boolean isUpper() {
    return isUpper;
  }

  /** Whether the sum goes to {@link #base}. */
  boolean isAddition() {
    return isAddition;
  }

  int base() {
    return base;
  }

  int offset() {
    return offset;
  }

  /** The bits of the instruction that say the offset. */
  int distance() {
    return distance;
  }
}
