package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * Finds the addresses that s390x code forms: {@code LARL} and the loads, stores and compares that
 * are relative to the instruction by a number of halfwords (z/Architecture Principles of Operation,
 * RIL formats).
 */
final class S390xAddressScanner extends AddressScanner {
  private static final int RIL_LENGTH = 6;

  /** The second half of the opcode of {@code LARL}; C0 has also branches and immediates. */
  private static final int LARL = 0x0;

  /** C4 02 to C4 0F are all {@code LLHRL} to {@code STRL}: loads and stores. */
  private static final int FIRST_LOAD = 0x2;

  /** C6 04 to C6 0F are compares; C6 00 executes an instruction elsewhere, C6 02 fetches ahead. */
  private static final int FIRST_COMPARE = 0x4;

  private final InstructionWindow window = new InstructionWindow(ByteOrder.BIG_ENDIAN);

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    window.start(code, start, end);
    while (window.has(2)) {
      int opcode = window.u8(0);
      int length = length(opcode);
      if (length == RIL_LENGTH && window.has(length) && isRelative(opcode, window.u8(1) & 15)) {
        long distance = 2L * window.i32(2);
        long position = window.position();
        found.add(position, address + (position - start) + distance);
      }
      window.skip(length);
    }
  }

  /** The first two bits of an instruction say how many halfwords it has. */
  private static int length(int opcode) {
    return switch (opcode >>> 6) {
      case 0 -> 2;
      case 3 -> RIL_LENGTH;
      default -> 4;
    };
  }

  private static boolean isRelative(int opcode, int rest) {
    return switch (opcode) {
      case 0xC0 -> rest == LARL;
      case 0xC4 -> rest >= FIRST_LOAD;
      case 0xC6 -> rest >= FIRST_COMPARE;
      default -> false;
    };
  }
}
