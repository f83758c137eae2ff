package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.Flow;

/** A Thumb instruction of two bytes (Arm ARM, A6.2); those of four are {@link ThumbWide}'s. */
final class ThumbReader {
  private final ArmOperations to;
  private final ThumbWide wide;
  private int half;

  /** Instructions left that a condition is said for. */
  private int conditional;

  ThumbReader(ArmOperations to) {
    this.to = to;
    wide = new ThumbWide(to);
  }

  /** Begins elsewhere. */
  void begin() {
    conditional = 0;
  }

  /** Reads one of four bytes. */
  void readWide(int first, int second) {
    wide.read(first, second, isConditional());
  }

  /** Whether a condition is said for the instruction; asked once for each. */
  private boolean isConditional() {
    if (conditional == 0) {
      return false;
    }
    conditional--;
    return true;
  }

  /** Reads one of two bytes. */
  void read(int instruction) {
    half = instruction;
    boolean isConditional = isConditional();
    switch (half >>> 12) {
      case 0, 1 -> shiftOrAdd();
      case 2 -> {
        if ((half & 0x800) == 0) {
          to.forgetOne(half >> 8 & 7); // MOV
          to.spell(half >> 8 & 7);
        }
      }
      case 3 -> {
        int target = half >> 8 & 7;
        if (!to.spell(target)) {
          to.addConstant(target, target, (half & 0x800) == 0 ? half & 0xFF : -(half & 0xFF));
        }
      }
      case 4 -> special(isConditional);
      case 5 -> accessByRegister();
      case 6 -> access((half >> 6 & 31) << 2);
      case 7 -> access(half >> 6 & 31);
      case 8 -> access((half >> 6 & 31) << 1);
      case 9 -> {
        if ((half & 0x800) != 0) {
          to.forgetOne(half >> 8 & 7);
        }
      }
      case 10 -> {
        if ((half & 0x800) == 0) {
          to.form(half >> 8 & 7, base() + ((half & 0xFF) << 2), 0xFF); // ADR
        } else {
          to.forgetOne(half >> 8 & 7);
        }
      }
      case 11 -> miscellaneous(isConditional);
      case 12 -> several();
      case 13 -> conditional();
      default -> {
        int kind = isConditional ? Flow.CONDITIONAL : Flow.BRANCH;
        to.jump(kind, 4 + (half << 21 >> 20), 0x7FF);
      }
    }
  }

  /** The program counter, as literals count from it. */
  private long base() {
    return to.here() + 4 & ~3L;
  }

  private void flows(int kind, boolean isConditional) {
    to.flowsTo(isConditional && kind != Flow.CALL ? Flow.CONDITIONAL : kind);
  }

  private void shiftOrAdd() {
    int target = half & 7;
    int register = half >> 3 & 7;
    if (half >>> 6 == 0) {
      to.copy(target, register);
    } else if ((half & 0x1E00) == 0x1800) {
      to.add(target, register, half >> 6 & 7);
    } else if ((half & 0x1C00) == 0x1C00) {
      int constant = half >> 6 & 7;
      to.addConstant(target, register, (half & 0x200) == 0 ? constant : -constant);
    } else {
      to.forgetOne(target);
    }
  }

  /** Arithmetic of two registers, operations with the upper ones, jumps, literals. */
  private void special(boolean isConditional) {
    if ((half & 0x800) != 0) {
      to.literal(half >> 8 & 7, base() + ((half & 0xFF) << 2), 0xFF, true);
      return;
    }
    if ((half & 0x400) == 0) {
      int operation = half >> 6 & 15;
      if (operation == 10) {
        to.compare(half & 7, half >> 3 & 7);
      }
      if (operation != 8 && operation != 10 && operation != 11) {
        to.forgetOne(half & 7);
      }
      return;
    }
    int target = (half >> 4 & 8) | (half & 7);
    int register = half >> 3 & 15;
    switch (half >> 8 & 3) {
      case 0 -> {
        if (target == ArmOperations.PC) {
          flows(Flow.INDIRECT, isConditional);
        } else if (register == ArmOperations.PC) {
          to.addCounter(target, target, to.here() + 4);
        } else {
          to.add(target, target, register);
        }
      }
      case 1 -> to.compare(target, register);
      case 2 -> {
        if (target == ArmOperations.PC) {
          flows(register == ArmOperations.LR ? Flow.RETURN : Flow.INDIRECT, isConditional);
        } else {
          to.copy(target, register);
        }
      }
      default -> jumpByRegister(register, isConditional);
    }
  }

  private void jumpByRegister(int register, boolean isConditional) {
    if ((half & 0x80) != 0) {
      to.jumpBy(Flow.CALL, register);
      to.forgetAtCall();
    } else if (register == ArmOperations.PC) {
      to.jump(Flow.BRANCH, base() - to.here(), 0); // to Arm code right behind
    } else if (register == ArmOperations.LR || isConditional) {
      flows(register == ArmOperations.LR ? Flow.RETURN : Flow.INDIRECT, isConditional);
    } else {
      to.jumpBy(Flow.INDIRECT, register);
    }
  }

  private void accessByRegister() {
    to.accessSum(half >> 3 & 7, half >> 6 & 7);
    if ((half >> 9 & 7) >= 3) {
      to.forgetOne(half & 7);
    }
  }

  private void access(int offset) {
    to.access(half >> 3 & 7, offset);
    if ((half & 0x800) != 0) {
      to.forgetOne(half & 7);
    } else if (half >>> 12 == 6) {
      to.store(half & 7);
    }
  }

  private void miscellaneous(boolean isConditional) {
    int group = half >> 8 & 15;
    switch (group) {
      case 1, 3, 9, 11 -> { // CBZ, CBNZ
        int offset = (half >> 3 & 0x40) | (half >> 2 & 0x3E);
        to.jump(Flow.CONDITIONAL, 4 + offset, 0x2F8);
      }
      case 2 -> to.forgetOne(half & 7);
      case 10 -> {
        if ((half & 0xC0) == 0x80) {
          to.flowsTo(Flow.TRAP); // HLT
        } else {
          to.forgetOne(half & 7);
        }
      }
      case 12 -> to.forget(half & 0xFF);
      case 13 -> {
        to.forget(half & 0xFF);
        flows(Flow.RETURN, isConditional);
      }
      case 14 -> to.flowsTo(Flow.TRAP); // BKPT
      case 15 -> {
        if ((half & 15) != 0) {
          conditional = 4 - Integer.numberOfTrailingZeros(half & 15); // IT
        }
      }
      default -> {}
    }
  }

  private void several() {
    int base = half >> 8 & 7;
    to.accessNear(base);
    to.forget((half & 0x800) != 0 ? (half & 0xFF) | 1 << base : 1 << base);
  }

  private void conditional() {
    int condition = half >> 8 & 15;
    if (condition == 14) {
      to.flowsTo(Flow.TRAP); // UDF
    } else if (condition == 15) {
      to.forgetOne(0); // SVC
    } else {
      to.jump(Flow.CONDITIONAL, 4 + ((byte) half << 1), 0xFF);
    }
  }
}
