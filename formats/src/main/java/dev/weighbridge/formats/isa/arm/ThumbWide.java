package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.Flow;

/** A Thumb instruction of four bytes (Arm ARM, A6.3). */
final class ThumbWide {
  private static final int FAR_BITS = 0x7FF << 16 | 0x2FFF;
  private static final int CONDITIONAL_BITS = 0x43F << 16 | 0x2FFF;
  private static final int HALF_BITS = 0x40F << 16 | 0x70FF;

  private final ArmOperations to;
  private int first;
  private int second;
  private boolean isConditional;

  ThumbWide(ArmOperations to) {
    this.to = to;
  }

  /** Reads one, for which a condition may be said. */
  void read(int firstHalf, int secondHalf, boolean hasCondition) {
    first = firstHalf;
    second = secondHalf;
    isConditional = hasCondition;
    switch (first >> 9 & 0xF) {
      case 4 -> severalOrPairs();
      case 5 -> arithmetic();
      case 6, 7, 14, 15 -> coprocessor();
      case 8, 9, 10, 11 -> {
        if ((second & 0x8000) != 0) {
          branch();
        } else {
          immediate();
        }
      }
      case 12 -> access();
      default -> products();
    }
  }

  private long base() {
    return to.here() + 4 & ~3L;
  }

  private int target() {
    return second >> 8 & 15;
  }

  private int register() {
    return first & 15;
  }

  private void flows(int kind) {
    to.flowsTo(isConditional ? Flow.CONDITIONAL : kind);
  }

  private void severalOrPairs() {
    if ((first & 0x40) != 0) {
      pairs();
      return;
    }
    boolean isLoad = (first & 0x10) != 0;
    int mode = first >> 7 & 3;
    if (mode == 0 || mode == 3) {
      if (isLoad) {
        flows(Flow.RETURN); // RFE
      }
      return;
    }
    to.accessNear(register());
    if (isLoad) {
      to.forget(second & 0x7FFF);
      if ((second & 0x8000) != 0) {
        flows(register() == ArmOperations.SP ? Flow.RETURN : Flow.INDIRECT);
      }
    }
    if ((first & 0x20) != 0) {
      to.forgetOne(register());
    }
  }

  /** Two registers at once, accesses that synchronise, jumps by a table. */
  private void pairs() {
    boolean isIndexed = (first & 0x100) != 0 || (first & 0x20) != 0;
    if (isIndexed) {
      int constant = (second & 0xFF) << 2;
      long offset = (first & 0x80) != 0 ? constant : -constant;
      if (register() == ArmOperations.PC) {
        to.literalData(base() + offset, 0xFF);
      } else if ((first & 0x100) != 0) {
        to.access(register(), offset);
      }
      if ((first & 0x10) != 0) {
        to.forget(1 << (second >> 12) | 1 << target());
      }
      if ((first & 0x20) != 0) {
        to.forgetOne(register());
      }
    } else if ((first & 0xFFF0) == 0xE8D0 && (second & 0xE0) == 0) { // TBB, TBH
      to.flowsTo(Flow.INDIRECT);
    } else {
      to.forget((1 << (second >> 12) | 1 << target() | 1 << (second & 15)) & 0x7FFF);
    }
  }

  private void arithmetic() {
    int operation = first >> 5 & 15;
    boolean isPlain = (second & 0x70F0) == 0;
    if (target() == ArmOperations.PC) {
      if (operation == 13) {
        to.compare(register(), second & 15);
      }
      return; // comparisons
    }
    if (operation == 2 && register() == 15 && isPlain) {
      to.copy(target(), second & 15);
    } else if (operation == 8 && isPlain) {
      to.add(target(), register(), second & 15);
    } else if (operation == 8) {
      to.addIndex(target(), register());
    } else {
      to.forgetOne(target());
    }
  }

  private void immediate() {
    int narrow = (first >> 10 & 1) << 11 | (second >> 12 & 7) << 8 | (second & 0xFF);
    int half = (first & 15) << 12 | narrow;
    int operation = first >> 4 & 0x1F;
    if ((first & 0x200) == 0) {
      modified(first >> 5 & 15, narrow);
      return;
    }
    switch (operation) {
      case 0x00 -> addition(narrow);
      case 0x0A -> addition(-narrow);
      case 0x04 -> to.lowHalf(target(), half, HALF_BITS, true);
      case 0x0C -> to.highHalf(target(), half, HALF_BITS, true);
      default -> to.forgetOne(target());
    }
  }

  private void addition(long more) {
    if (register() == ArmOperations.PC) {
      to.form(target(), base() + more, 0x400 << 16 | 0x70FF); // ADR
    } else {
      to.addConstant(target(), register(), more);
    }
  }

  private void modified(int operation, int narrow) {
    if (target() == ArmOperations.PC) {
      return; // comparisons
    }
    if (operation == 8) {
      to.addConstant(target(), register(), expanded(narrow));
    } else if (operation == 13) {
      to.addConstant(target(), register(), -expanded(narrow));
    } else {
      to.forgetOne(target());
    }
  }

  /** ThumbExpandImm (Arm ARM, A6.3.2). */
  private static long expanded(int narrow) {
    int low = narrow & 0xFF;
    if (narrow >>> 10 == 0) {
      int pattern =
          switch (narrow >> 8) {
            case 0 -> low;
            case 1 -> low | low << 16;
            case 2 -> low << 8 | low << 24;
            default -> low * 0x0101_0101;
          };
      return pattern & 0xFFFF_FFFFL;
    }
    return Integer.rotateRight(0x80 | (narrow & 0x7F), narrow >>> 7) & 0xFFFF_FFFFL;
  }

  private void branch() {
    int sign = first << 21 >> 31;
    int one = second >> 13 & 1;
    int two = second >> 11 & 1;
    int low = (second & 0x7FF) << 1;
    int far =
        sign << 24
            | (~(one ^ sign) & 1) << 23
            | (~(two ^ sign) & 1) << 22
            | (first & 0x3FF) << 12
            | low;
    switch (second & 0x5000) {
      case 0x5000 -> call(4 + far);
      case 0x4000 -> call(base() - to.here() + (far & ~2)); // BLX to Arm code
      case 0x1000 -> to.jump(isConditional ? Flow.CONDITIONAL : Flow.BRANCH, 4 + far, FAR_BITS);
      default -> {
        if ((first >> 7 & 7) != 7) {
          int near = sign << 20 | two << 19 | one << 18 | (first & 0x3F) << 12 | low;
          to.jump(Flow.CONDITIONAL, 4 + near, CONDITIONAL_BITS);
        } else {
          control();
        }
      }
    }
  }

  private void call(long offset) {
    to.jump(Flow.CALL, offset, FAR_BITS);
    to.forgetAtCall();
  }

  private void control() {
    if ((first & 0xFFF0) == 0xF7F0 && (second & 0xF000) == 0xA000) {
      to.flowsTo(Flow.TRAP); // UDF
    } else if ((first & 0xFFF0) == 0xF3D0) {
      flows(Flow.RETURN); // SUBS PC, LR
    } else if ((first & 0xFFF0) == 0xF3C0) {
      flows(Flow.INDIRECT); // BXJ
    } else if ((first & 0xFFE0) == 0xF3E0) {
      to.forgetOne(target()); // MRS
    }
  }

  /** Accesses to one value; those of vectors change at most the base. */
  private void access() {
    if ((first & 0xFF10) == 0xF900) {
      if ((second & 15) != 15) {
        to.forgetOne(register());
      }
      return;
    }
    boolean isLoad = (first & 0x10) != 0;
    boolean isWord = (first & 0x60) == 0x40;
    int loaded = second >> 12;
    if (register() == ArmOperations.PC) {
      literal(isWord, loaded);
      return;
    }
    boolean isChanging = false;
    if ((first & 0x80) != 0) {
      to.access(register(), second & 0xFFF);
    } else if ((second & 0x800) != 0) {
      int constant = second & 0xFF;
      boolean isBefore = (second & 0x400) != 0;
      to.access(register(), !isBefore ? 0 : (second & 0x200) != 0 ? constant : -constant);
      isChanging = (second & 0x100) != 0;
    } else if ((second & 0xFF0) == 0) {
      to.accessSum(register(), second & 15);
    } else {
      to.accessNear(register());
    }
    if (isLoad && loaded == ArmOperations.PC && isWord) {
      flows(register() == ArmOperations.SP ? Flow.RETURN : Flow.INDIRECT);
    } else if (isLoad) {
      to.forget(1 << loaded & 0x7FFF);
    } else if (isWord) {
      to.store(loaded);
    }
    if (isChanging) {
      to.forgetOne(register());
    }
  }

  private void literal(boolean isWord, int loaded) {
    int constant = second & 0xFFF;
    long at = base() + ((first & 0x80) != 0 ? constant : -constant);
    int bits = 0x80 << 16 | 0xFFF;
    if (isWord) {
      if (loaded == ArmOperations.PC) {
        flows(Flow.INDIRECT);
      }
      to.literal(loaded, at, bits, true);
    } else {
      to.literalData(at, bits);
      to.forget(1 << loaded & 0x7FFF);
    }
  }

  private void products() {
    boolean isLong = (first & 0xFF80) == 0xFB80;
    to.forget((1 << target() | (isLong ? 1 << (second >> 12) : 0)) & 0x7FFF);
  }

  private void coprocessor() {
    if ((first & 0xFF20) == 0xED00 && (second & 0xE00) == 0xA00) { // VLDR, VSTR
      int constant = (second & 0xFF) << 2;
      long offset = (first & 0x80) != 0 ? constant : -constant;
      if (register() == ArmOperations.PC) {
        to.literalData(base() + offset, 0xFF);
      } else {
        to.access(register(), offset);
      }
    } else if ((first & 0xEF10) == 0xEE10 && (second & 0x10) != 0) { // MRC
      to.forget(1 << (second >> 12) & 0x7FFF);
    } else if ((first & 0xEFF0) == 0xEC50) { // MRRC
      to.forget((1 << (second >> 12) | 1 << register()) & 0x7FFF);
    } else if ((first & 0xEE20) == 0xEC20) { // LDC, STC, VLDM, VSTM that move Rn
      to.forgetOne(register());
    }
  }
}
