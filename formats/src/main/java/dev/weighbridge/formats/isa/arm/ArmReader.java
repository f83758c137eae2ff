package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.Flow;

/** An instruction of 32-bit Arm (Arm ARM, A5). */
final class ArmReader {
  private static final int ALWAYS = 14;
  private static final int UNCONDITIONAL = 15;
  private static final int TARGET_BITS = 0x00FF_FFFF;
  private static final int OFFSET_BITS = 0xFFF;

  private final ArmOperations to;
  private int word;

  ArmReader(ArmOperations to) {
    this.to = to;
  }

  /** Reads one; false if it is none. */
  boolean read(int instruction) {
    word = instruction;
    if (word >>> 28 == UNCONDITIONAL) {
      unconditional();
      return true;
    }
    switch (word >>> 25 & 7) {
      case 0 -> register();
      case 1 -> immediate();
      case 2 -> access((word & 0x80_0000) != 0 ? word & 0xFFF : -(word & 0xFFF));
      case 3 -> accessOrMedia();
      case 4 -> several();
      case 5 -> branch();
      default -> coprocessor();
    }
    return true;
  }

  private int field(int shift) {
    return word >>> shift & 15;
  }

  private long counter() {
    return to.here() + 8;
  }

  /** What an instruction does to the flow, or may do if a condition holds. */
  private void flows(int kind) {
    to.flowsTo(word >>> 28 == ALWAYS || kind == Flow.CALL ? kind : Flow.CONDITIONAL);
  }

  private void unconditional() {
    if ((word & 0xFE00_0000) == 0xFA00_0000) { // BLX to Thumb
      to.jump(Flow.CALL, 8 + offset() + (word >>> 23 & 2), TARGET_BITS | 1 << 24);
      to.forgetAtCall();
    } else if ((word & 0xFE50_0000) == 0xF810_0000) { // RFE
      to.flowsTo(Flow.RETURN);
    } else if ((word & 0xFF10_0000) == 0xF400_0000 && (word & 15) != 15) { // vectors, Rn changes
      to.forgetOne(field(16));
    }
  }

  private int offset() {
    return word << 8 >> 6;
  }

  private void branch() {
    boolean isCall = (word & 0x100_0000) != 0;
    int kind = isCall ? Flow.CALL : word >>> 28 == ALWAYS ? Flow.BRANCH : Flow.CONDITIONAL;
    to.jump(kind, 8 + offset(), TARGET_BITS);
    if (isCall) {
      to.forgetAtCall();
    }
  }

  /** Arithmetic with registers, multiplications, accesses to less or more than a word. */
  private void register() {
    if ((word & 0x90) == 0x90) {
      if ((word & 0x60) != 0) {
        narrow();
      } else { // multiplications, and accesses that synchronise
        to.forget(1 << field(16) | 1 << field(12) | 2 << field(12));
      }
    } else if ((word & 0x0190_0000) == 0x0100_0000) {
      miscellaneous();
    } else {
      arithmetic();
    }
  }

  private void miscellaneous() {
    switch (word & 0xF0) {
      case 0x10 -> {
        if ((word & 0x60_0000) == 0x20_0000) {
          int target = word & 15;
          flows(target == ArmOperations.LR ? Flow.RETURN : Flow.INDIRECT);
          if (word >>> 28 == ALWAYS && target != ArmOperations.LR) {
            to.jumpBy(Flow.INDIRECT, target);
          }
        } else {
          to.forgetOne(field(12)); // CLZ
        }
      }
      case 0x20 -> flows(Flow.INDIRECT); // BXJ
      case 0x30 -> {
        to.jumpBy(Flow.CALL, word & 15);
        to.forgetAtCall();
      }
      case 0x70 -> {
        if ((word & 0x60_0000) == 0x20_0000) {
          to.flowsTo(Flow.TRAP); // BKPT
        }
      }
      default -> to.forget(1 << field(16) | 1 << field(12));
    }
  }

  private void arithmetic() {
    int operation = word >>> 21 & 15;
    int target = field(12);
    int second = word & 15;
    boolean isPlain = (word & 0xFF0) == 0;
    if (operation >= 8 && operation <= 11) {
      if (operation == 10) {
        to.compare(field(16), second);
      }
      return; // comparisons
    }
    if (target == ArmOperations.PC) {
      boolean isReturn = operation == 13 && second == ArmOperations.LR;
      flows(isReturn ? Flow.RETURN : Flow.INDIRECT);
    }
    if (operation == 13 && isPlain) {
      to.copy(target, second);
    } else if (operation == 4 && isPlain && field(16) == ArmOperations.PC) {
      to.addCounter(target, second, counter());
    } else if (operation == 4 && isPlain && second == ArmOperations.PC) {
      to.addCounter(target, field(16), counter());
    } else if (operation == 4 && isPlain) {
      to.add(target, field(16), second);
    } else if (operation == 4 && target != ArmOperations.PC) {
      to.addIndex(target, field(16));
    } else {
      to.forgetOne(target);
    }
  }

  private void narrow() {
    boolean isLoad = (word & 0x10_0000) != 0;
    boolean isPair = !isLoad && (word & 0x40) != 0;
    int base = field(16);
    int constant = (word >>> 4 & 0xF0) | (word & 15);
    boolean isConstant = (word & 0x40_0000) != 0;
    long offset = (word & 0x80_0000) != 0 ? constant : -constant;
    if (isConstant && base == ArmOperations.PC) {
      to.literalData(counter() + offset, 0xF0F);
    } else if (isConstant && isBefore()) {
      to.access(base, offset);
    } else if (!isConstant && isBefore() && (word & 0x80_0000) != 0) {
      to.accessNear(base, word & 15);
    } else {
      to.accessNear(base);
    }
    if (isLoad || (isPair && (word & 0x20) == 0)) {
      to.forget(isPair ? 3 << field(12) : 1 << field(12));
    }
    writeBack(base);
  }

  /** Whether the offset counts before the access. */
  private boolean isBefore() {
    return (word & 0x100_0000) != 0;
  }

  private void writeBack(int base) {
    if (!isBefore() || (word & 0x20_0000) != 0) {
      to.forgetOne(base);
    }
  }

  private void immediate() {
    int target = field(12);
    int half = (word >>> 4 & 0xF000) | (word & 0xFFF);
    if ((word & 0x0FF0_0000) == 0x0300_0000) {
      to.lowHalf(target, half, 0xF_0FFF, false);
    } else if ((word & 0x0FF0_0000) == 0x0340_0000) {
      to.highHalf(target, half, 0xF_0FFF, false);
    } else if ((word & 0x0190_0000) != 0x0100_0000) { // neither a comparison nor a status
      addition(target, word >>> 21 & 15);
    }
  }

  private void addition(int target, int operation) {
    boolean isAddition = operation == 4 || operation == 2;
    long value = Integer.rotateRight(word & 0xFF, word >>> 7 & 30) & 0xFFFF_FFFFL;
    long more = operation == 4 ? value : -value;
    if (operation >= 8 && operation <= 11) {
      return;
    }
    if (target == ArmOperations.PC) {
      flows(field(16) == ArmOperations.LR ? Flow.RETURN : Flow.INDIRECT);
    } else if (isAddition && field(16) == ArmOperations.PC) {
      if (isGoneOnWith(target)) {
        to.formPart(target, counter() + more);
      } else {
        to.form(target, counter() + more, OFFSET_BITS);
      }
    } else if (isAddition && isGoneOnWith(target)) {
      to.addPart(target, field(16), more);
    } else if (isAddition) {
      to.addConstant(target, field(16), more);
    } else {
      to.forgetOne(target);
    }
  }

  /** Whether the next instruction adds to the register, too, or to it for an access. */
  private boolean isGoneOnWith(int register) {
    int at = to.position() + 4;
    if (!to.has(at, 4)) {
      return false;
    }
    int next = to.word(at);
    boolean isAddition = (next & 0x0F70_0000) == 0x0240_0000 || (next & 0x0FF0_0000) == 0x0280_0000;
    boolean isAccess = (next & 0x0F10_F000) == 0x0510_F000;
    return (isAddition || isAccess) && (next >>> 16 & 15) == register;
  }

  private void access(long offset) {
    boolean isLoad = (word & 0x10_0000) != 0;
    boolean isByte = (word & 0x40_0000) != 0;
    int base = field(16);
    int target = field(12);
    if (isLoad && target == ArmOperations.PC && !isByte) {
      flows(base == ArmOperations.SP ? Flow.RETURN : Flow.INDIRECT);
    }
    if (base == ArmOperations.PC && isBefore()) {
      if (isLoad && !isByte) {
        to.literal(target, counter() + offset, OFFSET_BITS, false);
      } else {
        to.literalData(counter() + offset, OFFSET_BITS);
        forgetLoaded(isLoad, target);
      }
      return;
    }
    to.access(base, isBefore() ? offset : 0);
    if (!isLoad && !isByte) {
      to.store(target);
    }
    forgetLoaded(isLoad, target);
    writeBack(base);
  }

  private void forgetLoaded(boolean isLoad, int target) {
    if (isLoad) {
      to.forgetOne(target);
    }
  }

  private void accessOrMedia() {
    if ((word & 0x10) != 0) {
      media();
      return;
    }
    boolean isLoad = (word & 0x10_0000) != 0;
    int target = field(12);
    if (isLoad && target == ArmOperations.PC) {
      flows(Flow.INDIRECT);
    }
    if ((word & 0xFF0) == 0 && isBefore() && (word & 0x80_0000) != 0) {
      if (field(16) == ArmOperations.PC) {
        to.accessCounter(word & 15, counter());
      } else {
        to.accessSum(field(16), word & 15);
      }
    } else {
      to.accessNear(field(16));
    }
    forgetLoaded(isLoad, target);
    writeBack(field(16));
  }

  private void media() {
    if ((word & 0xFFF0_00F0) == 0xE7F0_00F0) {
      to.flowsTo(Flow.TRAP); // UDF
    } else if ((word & 0x0180_0000) == 0x0100_0000 || (word & 0x01F0_0000) == 0x0180_0000) {
      to.forget(1 << field(16) | 1 << field(12)); // multiplications, divisions, sums
    } else {
      to.forgetOne(field(12));
    }
  }

  /** Loads and stores of several registers; a load of the program counter jumps. */
  private void several() {
    boolean isLoad = (word & 0x10_0000) != 0;
    int base = field(16);
    to.accessNear(base);
    if (isLoad) {
      to.forget(word & 0x7FFF);
      if ((word & 0x8000) != 0) {
        flows(base == ArmOperations.SP ? Flow.RETURN : Flow.INDIRECT);
      }
    }
    if ((word & 0x20_0000) != 0) {
      to.forgetOne(base);
    }
  }

  private void coprocessor() {
    int base = field(16);
    if ((word & 0x0F00_0000) == 0x0F00_0000) {
      to.forgetOne(0); // SVC
    } else if ((word & 0x0F00_0E00) == 0x0D00_0A00 && (word & 0x20_0000) == 0) { // VLDR, VSTR
      long offset = (word & 0x80_0000) != 0 ? (word & 0xFF) << 2 : -((word & 0xFF) << 2);
      if (base == ArmOperations.PC) {
        to.literalData(counter() + offset, 0xFF);
      } else {
        to.access(base, offset);
      }
    } else if ((word & 0x0F10_0010) == 0x0E10_0010) { // MRC
      to.forgetOne(field(12));
    } else if ((word & 0x0FF0_0000) == 0x0C50_0000) { // MRRC
      to.forget(1 << field(12) | 1 << base);
    } else if ((word & 0x0E20_0000) == 0x0C20_0000) { // LDC, STC, VLDM, VSTM that move Rn
      to.forgetOne(base);
    }
  }
}
