package dev.weighbridge.formats.isa.arm64;

import dev.weighbridge.formats.isa.BaseRegisters;

/** Which AArch64 registers lead where (Arm ARM, C4.1): additions, moves, and accesses. */
final class Arm64Bases {
  /** Register 31 is the stack pointer or nothing: neither leads to what has a name. */
  private static final int NO_BASE = 31;

  private Arm64Bases() {}

  /** An instruction does what it does to registers; what it branches to is another matter. */
  static void follow(int word, long pc, BaseRegisters bases) {
    switch (word >>> 25 & 15) {
      case 0b1000, 0b1001 -> immediate(word, pc, bases);
      case 0b0101, 0b1101 -> register(word, bases);
      case 0b0100, 0b0110, 0b1100, 0b1110 -> memory(word, bases);
      default -> bases.write(Arm64Writes.of(word));
    }
  }

  private static int target(int word) {
    return word & 31;
  }

  private static int base(int word) {
    return word >>> 5 & 31;
  }

  private static int other(int word) {
    return word >>> 16 & 31;
  }

  private static void immediate(int word, long pc, BaseRegisters bases) {
    int target = target(word);
    boolean isWide = (word & 0x9F80_0000) == 0x9100_0000; // 64-bit ADD, SUB, not the flags
    if (target == NO_BASE) {
      return;
    }
    if ((word & 0x1F00_0000) == 0x1000_0000) { // ADR, ADRP
      long distance = (long) (word << 8 >> 13) << 2 | (word >>> 29 & 3);
      bases.set(target, word < 0 ? (pc & ~0xFFFL) + (distance << 12) : pc + distance);
    } else if (isWide && (word & 0x2000_0000) == 0) {
      long number = (long) (word >>> 10 & 0xFFF) << ((word & 0x40_0000) != 0 ? 12 : 0);
      bases.take(base(word));
      bases.put(target, (word & 0x4000_0000) != 0 ? -number : number);
    } else {
      bases.write(Arm64Writes.of(word));
    }
  }

  private static void register(int word, BaseRegisters bases) {
    int target = target(word);
    boolean isSum = (word & 0xFF20_0000) == 0x8B00_0000 || (word & 0xFFE0_0000) == 0x8B20_0000;
    if ((word & 0x7F20_001F) == 0x6B00_001F || (word & 0x7FE0_001F) == 0x6B20_001F) { // CMP
      bases.compare(1 << base(word) | 1 << other(word));
    } else if (isSum && target != NO_BASE) {
      boolean isPlain = (word & 0xFC00) == 0;
      bases.takeEither(base(word), isPlain ? other(word) : base(word));
      bases.putIndexed(target);
    } else if ((word & 0xFFE0_FFE0) == 0xAA00_03E0) { // MOV
      bases.take(other(word));
      bases.put(target, 0);
    } else {
      bases.write(Arm64Writes.of(word));
    }
  }

  private static void memory(int word, BaseRegisters bases) {
    int base = base(word);
    boolean isVector = (word & 0x0400_0000) != 0;
    boolean isStore = false;
    long moved = 0;
    int kind = word >>> 28 & 3;
    if (kind == 3) {
      isStore = !isVector && (word & 0x00C0_0000) == 0 && (word & 0x0120_0C00) != 0x0020_0000;
      moved = single(word, base, bases);
    } else if (kind == 2) {
      isStore = !isVector && (word & 0x0040_0000) == 0;
      moved = pair(word, base, isVector, bases);
      bases.use(isStore ? 1 << (word >>> 10 & 31) : 0);
    } else if (kind == 0) { // structures, and what synchronises
      bases.access(base, 0);
    }
    bases.use(isStore ? 1 << target(word) : 0);
    bases.take(base);
    bases.write(Arm64Writes.of(word));
    if (moved != 0) {
      bases.put(base, moved);
    }
  }

  /** An access to one register; how far it moves the base on. */
  private static long single(int word, int base, BaseRegisters bases) {
    if ((word & 0x0100_0000) != 0) {
      boolean isWide = (word & 0x0480_0000) == 0x0480_0000;
      bases.access(base, (long) (word >>> 10 & 0xFFF) << (isWide ? 4 : word >>> 30));
      return 0;
    }
    if ((word & 0x0020_0000) != 0) { // a register says how far, or the access changes memory
      bases.access(base, 0);
      return 0;
    }
    return moved(word >>> 10 & 3, word << 11 >> 23, base, bases);
  }

  private static long pair(int word, int base, boolean isVector, BaseRegisters bases) {
    int size = word >>> 30;
    int scale = isVector ? 2 + size : 2 + (size >> 1);
    int mode = word >>> 23 & 3;
    return moved(mode == 2 ? 0 : mode, (long) (word << 10 >> 25) << scale, base, bases);
  }

  /** Behind the access the base moves on in mode 1, before it in mode 3. */
  private static long moved(int mode, long offset, int base, BaseRegisters bases) {
    bases.access(base, mode == 1 ? 0 : offset);
    return (mode & 1) != 0 ? offset : 0;
  }
}
