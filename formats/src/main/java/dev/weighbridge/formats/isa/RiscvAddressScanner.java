package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the addresses that RISC-V code forms: {@code AUIPC} with the {@code ADDI}, load or store
 * that adds the low twelve bits (Unprivileged ISA, 2.4.2), in the compressed forms too.
 *
 * <p>What {@code AUIPC} made is remembered per register until the register gets another address. A
 * use that follows in another basic block may pair with the wrong one, so what rests on these
 * references is never called exact.
 */
final class RiscvAddressScanner extends AddressScanner {
  private static final int REGISTERS = 32;
  private static final int AUIPC = 0x17;
  private static final int LOAD = 0x03;
  private static final int LOAD_FLOAT = 0x07;
  private static final int ADDI = 0x13;
  private static final int STORE = 0x23;
  private static final int STORE_FLOAT = 0x27;
  private static final int BRANCH = 0x63;

  private final InstructionWindow window = new InstructionWindow(ByteOrder.LITTLE_ENDIAN);
  private final boolean is64Bit;
  private final long[] upper = new long[REGISTERS];
  private final boolean[] known = new boolean[REGISTERS];

  RiscvAddressScanner(boolean is64Bit) {
    this.is64Bit = is64Bit;
  }

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    Arrays.fill(known, false);
    window.start(code, start, end);
    while (window.has(2)) {
      boolean isCompressed = (window.u8(0) & 3) != 3;
      long position = window.position();
      if (isCompressed) {
        compressed(window.u16(0), position, found);
      } else if (window.has(4)) {
        full(window.i32(0), position, address + (position - start), found);
      }
      window.skip(isCompressed ? 2 : 4);
    }
  }

  private void full(int word, long position, long pc, References found) {
    int target = word >>> 7 & 31;
    int base = word >>> 15 & 31;
    switch (word & 0x7F) {
      case AUIPC -> {
        upper[target] = pc + (word & 0xFFFF_F000);
        known[target] = true;
      }
      case STORE, STORE_FLOAT -> refer(base, word >> 25 << 5 | target, position, found);
      case LOAD_FLOAT -> refer(base, word >> 20, position, found);
      case BRANCH -> {
        // Writes no register.
      }
      default -> {
        boolean isAddition = (word & 0x707F) == ADDI;
        if (isAddition || (word & 0x7F) == LOAD) {
          refer(base, word >> 20, position, found);
        }
        known[target] = false;
      }
    }
  }

  private void refer(int base, long low, long position, References found) {
    if (known[base]) {
      found.add(position, is64Bit ? upper[base] + low : upper[base] + low & 0xFFFF_FFFFL);
    }
  }

  /** Loads and stores of quadrant 0, additions and moves of the others (ISA, 27.8). */
  private void compressed(int half, long position, References found) {
    int function = half >>> 13;
    if ((half & 3) == 0 && function != 0 && function != 4) {
      refer(8 + (half >>> 7 & 7), smallOffset(half, function), position, found);
      boolean isLoad = function < 4 && !isFloat(function);
      if (isLoad) {
        known[8 + (half >>> 2 & 7)] = false;
      }
      return;
    }
    boolean isAddition = (half & 3) == 1 && function == 0;
    int target = half >>> 7 & 31;
    if (isAddition) {
      refer(target, (half >>> 2 & 31) | (half << 19 >> 31 << 5), position, found);
    }
    boolean isWriting = isAddition || ((half & 3) == 1 && (function == 2 || function == 3));
    if (isWriting || ((half & 3) == 2 && function == 4)) {
      known[target] = false;
    }
  }

  /** {@code C.FLD} and {@code C.FSD}; on 32-bit machines also {@code C.FLW} and {@code C.FSW}. */
  private boolean isFloat(int function) {
    return (function & 3) == 1 || (!is64Bit && (function & 3) == 3);
  }

  /** The scaled offset: four bytes wide for words, eight for doublewords. */
  private int smallOffset(int half, int function) {
    int middle = half >>> 10 & 7;
    boolean isWide = (function & 3) == 1 || (is64Bit && (function & 3) == 3);
    return isWide
        ? middle << 3 | (half >>> 5 & 3) << 6
        : middle << 3 | (half >>> 6 & 1) << 2 | (half >>> 5 & 1) << 6;
  }
}
