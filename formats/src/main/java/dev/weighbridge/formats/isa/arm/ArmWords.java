package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.BaseRegisters;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;

/** Arm and Thumb code as words and half-words, and what those behind an instruction do with it. */
abstract class ArmWords extends RegisterCursor {
  /** Instructions behind one in which the program counter is added to what it loads. */
  static final int NEAR = 24;

  ArmWords(BaseRegisters bases) {
    super(ByteOrder.LITTLE_ENDIAN, bases);
  }

  /** The address of the instruction. */
  final long here() {
    return addressOf(position);
  }

  /** Whether a half-word begins a Thumb instruction of four bytes. */
  static boolean isWide(int half) {
    return half >>> 11 >= 0x1D;
  }

  /** Whether so many bytes of the code stand at a place. */
  final boolean has(int at, int bytes) {
    return at <= end - bytes;
  }

  final int half(int at) {
    return words.getShort(at) & 0xFFFF;
  }

  final int word(int at) {
    return words.getInt(at);
  }

  /** {@code MOVT} to a register. */
  static boolean isUpperHalf(int bits, int register, boolean isThumb) {
    return isThumb
        ? (bits & 0xFBF0_8000) == 0xF2C0_0000 && (bits >> 8 & 15) == register
        : (bits & 0x0FF0_0000) == 0x0340_0000 && (bits >> 12 & 15) == register;
  }

  static int upperHalf(int bits, boolean isThumb) {
    return isThumb
        ? (bits >> 4 & 0xF000) | (bits >> 15 & 0x800) | (bits >> 4 & 0x700) | (bits & 0xFF)
        : (bits >> 4 & 0xF000) | (bits & 0xFFF);
  }

  /** Whether soon behind the instruction the program counter is added to a register. */
  final boolean isCounted(int register, boolean isThumb) {
    return isThumb ? isCountedInThumb(register) : isCountedInArm(register);
  }

  private boolean isCountedInThumb(int register) {
    int at = position + (isWide(half(position)) ? 4 : 2);
    for (int count = 0; count < NEAR && at + 2 <= end; count++) {
      int half = half(at);
      int target = (half >> 4 & 8) | (half & 7);
      if ((half & 0xFF78) == 0x4478 && target == register) {
        return true;
      }
      if (half >>> 11 == 9 && (half >> 8 & 7) == register) {
        return false;
      }
      at += isWide(half) ? 4 : 2;
    }
    return false;
  }

  private boolean isCountedInArm(int register) {
    int at = position + 4;
    for (int count = 0; count < NEAR && at + 4 <= end; count++) {
      int word = word(at);
      boolean isAddition = (word & 0x0FFF_0FF0) == 0x008F_0000;
      boolean isReversed = (word & 0x0FE0_0FFF) == 0x0080_000F && (word >> 16 & 15) == register;
      boolean isAccess = (word & 0x0F7F_0FF0) == 0x071F_0000 || (word & 0x0F7F_0FF0) == 0x070F_0000;
      if (isReversed || ((isAddition || isAccess) && (word & 15) == register)) {
        return true;
      }
      if ((word & 0x0F7F_0000) == 0x051F_0000 && (word >> 12 & 15) == register) {
        return false;
      }
      at += 4;
    }
    return false;
  }
}
