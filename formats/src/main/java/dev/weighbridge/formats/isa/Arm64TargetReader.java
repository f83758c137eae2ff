package dev.weighbridge.formats.isa;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Branches of AArch64 code, and the addresses it forms by {@link Arm64Words}. */
final class Arm64TargetReader extends TargetReader {
  private final Arm64Words words = new Arm64Words();

  @Override
  public void read(byte[] code, int start, int end, long address, Targets found) {
    ByteBuffer instructions = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
    words.start();
    for (int at = start; at + 4 <= end; at += 4) {
      int word = instructions.getInt(at);
      long pc = address + (at - start);
      long distance = branch(word);
      if (distance != 0) {
        found.target(at, pc + distance);
      } else if (words.read(word, pc)) {
        found.target(at, words.address());
      }
    }
  }

  /** How far a branch leads, 0 if the instruction is none. Arm ARM, C4.1.65. */
  private static long branch(int word) {
    if ((word & 0x7C00_0000) == 0x1400_0000) { // B, BL
      return (long) (word << 6 >> 6) << 2;
    }
    if ((word & 0xFF00_0000) == 0x5400_0000 // B.cond, BC.cond
        || (word & 0x7E00_0000) == 0x3400_0000) { // CBZ, CBNZ
      return (long) (word << 8 >> 13) << 2;
    }
    if ((word & 0x7E00_0000) == 0x3600_0000) { // TBZ, TBNZ
      return (long) (word << 13 >> 18) << 2;
    }
    return 0;
  }
}
