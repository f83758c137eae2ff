package dev.weighbridge.formats.isa.s390x;

import dev.weighbridge.formats.isa.BaseRegisters;
import java.nio.ByteBuffer;

/**
 * Which s390x registers lead where: what {@code LARL} forms, copies, sums, and accesses through a
 * base and an index (z/Architecture Principles of Operation, chapters 5 and 7). Where it takes too
 * long to tell which registers an instruction writes, one too many is named.
 */
final class S390xBases {
  /** r2 to r6, r2, and r0 to r5 with r14 (s390x ELF ABI, 1.2.2). */
  private static final int ARGUMENTS = 0x7C;

  private static final int RESULT = 1 << 2;
  private static final int BY_CALLS = 0x403F;

  private final BaseRegisters bases = new BaseRegisters(ARGUMENTS, RESULT, BY_CALLS);
  private ByteBuffer words = ByteBuffer.allocate(0);
  private int position;

  BaseRegisters bases() {
    return bases;
  }

  /** The instruction at a place does what it does to registers. */
  void follow(ByteBuffer newWords, int newPosition, long reference) {
    words = newWords;
    position = newPosition;
    int opcode = code(0);
    switch (opcode >>> 4) {
      case 0, 1 -> registers(opcode);
      case 4, 5, 6, 7 -> indexed(opcode);
      case 8, 9 -> several(opcode);
      case 0xC -> relative(opcode, reference);
      case 0xA, 0xB, 0xE -> extended(opcode);
      case 0xD, 0xF -> storages();
      default -> {
        // Of floating-point registers.
      }
    }
  }

  private int code(int index) {
    return words.get(position + index) & 0xFF;
  }

  private int high(int index) {
    return code(index) >>> 4;
  }

  private int low(int index) {
    return code(index) & 15;
  }

  private void write(int register) {
    bases.write(1 << register);
  }

  /** A register and the one behind it. */
  private void writePair(int register) {
    bases.write((1 << register | 2 << register) & 0xFFFF);
  }

  private void writeRange(int first, int last) {
    for (int register = first; ; register = register + 1 & 15) {
      write(register);
      if (register == last) {
        return;
      }
    }
  }

  private void registers(int opcode) {
    switch (opcode) {
      case 0x07, 0x0A, 0x15, 0x19 -> {} // BCR, SVC, CLR, CR
      case 0x0E, 0x0F -> { // MVCL, CLCL
        writePair(high(1));
        writePair(low(1));
      }
      case 0x1C, 0x1D -> writePair(high(1)); // MR, DR
      default -> write(high(1));
    }
  }

  /** The twelve bits of a distance behind the number of a base. */
  private int near(int index) {
    return low(index) << 8 | code(index + 1);
  }

  /** The same, and eight more above. */
  private int far() {
    return near(2) | (byte) code(4) << 12;
  }

  /** Register 0 is none. */
  private void access(int base, int index, int distance) {
    boolean isIndexed = base != 0 && index != 0;
    if (isIndexed && distance < 0) {
      return;
    }
    if (base != 0) {
      bases.access(base, distance);
    }
    if (index != 0) {
      bases.access(index, distance);
    }
  }

  /** A register gets the address of an operand. */
  private void load(int target, int base, int index, int distance) {
    if (base == 0 || index == 0) {
      int only = base | index;
      bases.take(only);
      if (only == 0) {
        write(target);
      } else {
        bases.put(target, distance);
      }
      return;
    }
    bases.takeEither(base, index);
    bases.put(target, distance);
    bases.take(target);
    bases.putIndexed(target);
  }

  private void indexed(int opcode) {
    boolean isBranch = opcode == 0x44 || opcode == 0x45 || opcode == 0x47 || opcode == 0x4D;
    if (opcode == 0x41) { // LA
      load(high(1), high(2), low(1), near(2));
      return;
    }
    if (isBranch || opcode == 0x46) {
      write(high(1));
      return;
    }
    access(high(2), low(1), near(2));
    boolean isFloat = opcode >= 0x60 && opcode != 0x71;
    switch (opcode) {
      case 0x40, 0x42, 0x49, 0x4E, 0x50, 0x55, 0x59 -> {} // stores and compares
      case 0x5C, 0x5D -> writePair(high(1)); // M, D
      default -> bases.write(isFloat ? 0 : 1 << high(1));
    }
  }

  private void several(int opcode) {
    switch (opcode) {
      case 0x90 -> access(high(2), 0, near(2)); // STM
      case 0x98 -> { // LM
        access(high(2), 0, near(2));
        writeRange(high(1), low(1));
      }
      case 0x91, 0x92, 0x94, 0x95, 0x96, 0x97 -> access(high(2), 0, near(2));
      default -> writePair(high(1));
    }
  }

  private void relative(int opcode, long reference) {
    int operation = low(1);
    int target = high(1);
    switch (opcode << 4 | operation) {
      case 0xC00 -> bases.set(target, reference); // LARL
      case 0xC04, 0xC05 -> {} // BRCL; what BRASL writes is told of calls
      case 0xC28 -> sum(target, target, words.getInt(position + 2)); // AGFI
      case 0xC2C, 0xC2D, 0xC2E, 0xC2F, 0xC47, 0xC4F -> {} // compares, STHRL, STRL
      case 0xC4B -> bases.use(1 << target); // STGRL
      default -> {
        if (opcode == 0xC8) {
          writePair(target);
        } else if (opcode != 0xC6) {
          write(target);
        }
      }
    }
  }

  private void sum(int target, int base, int more) {
    bases.take(base);
    bases.put(target, more);
  }

  private void extended(int opcode) {
    switch (opcode) {
      case 0xA7 -> immediate();
      case 0xA8, 0xA9 -> {
        writePair(high(1));
        writePair(low(1));
      }
      case 0xB2 -> writePair(high(3));
      case 0xB3 -> bases.write(code(1) < 0x90 || code(1) == 0xC1 ? 0 : 1 << high(3));
      case 0xB9 -> general(code(1));
      case 0xBD, 0xBE -> access(high(2), 0, near(2)); // CLM, STCM
      case 0xE3 -> accessFar(code(5));
      case 0xE5 -> access(high(2), 0, near(2));
      case 0xEB -> severalFar(code(5));
      case 0xEC -> compare(code(5));
      case 0xED -> access(high(2), low(1), near(2));
      default -> writePair(high(1));
    }
  }

  private void immediate() {
    switch (low(1)) {
      case 0, 1, 2, 3, 4, 5, 14, 15 -> {} // tests, branches, compares
      case 11 -> sum(high(1), high(1), words.getShort(position + 2)); // AGHI
      default -> write(high(1));
    }
  }

  private void general(int operation) {
    int target = high(3);
    switch (operation) {
      case 0x04 -> sum(target, low(3), 0); // LGR
      case 0x08, 0x0A -> { // AGR, ALGR
        bases.takeEither(target, low(3));
        bases.putIndexed(target);
      }
      case 0xE8, 0xEA -> { // AGRK, ALGRK
        bases.takeEither(low(3), high(2));
        bases.putIndexed(target);
      }
      case 0x20, 0x21 -> bases.compare(1 << target | 1 << low(3)); // CGR, CLGR
      case 0x30, 0x31 -> {} // CGFR, CLGFR
      case 0x0D, 0x1D, 0x86, 0x87, 0x96, 0x97, 0xEC -> writePair(target);
      default -> {
        write(target);
        boolean isOfMany = (operation >= 0x28 && operation < 0x30) || operation >>> 4 == 9;
        if (isOfMany || operation >>> 4 == 0xB) {
          writePair(target);
          writePair(low(3));
        }
      }
    }
  }

  private void compare(int operation) {
    switch (operation) {
      case 0x64, 0x65 -> bases.compare(1 << high(1) | 1 << low(1)); // CGRJ, CLGRJ
      case 0x76, 0x77, 0x7C, 0x7D, 0x7E, 0x7F -> {}
      case 0xD9 -> sum(high(1), low(1), words.getShort(position + 2)); // AGHIK
      default -> write(high(1));
    }
  }

  private void storages() {
    access(high(2), 0, near(2));
    access(high(4), 0, near(4));
    if (code(0) == 0xDD) { // TRT
      writePair(1);
    }
  }

  /** Loads, stores and sums whose distance has twenty bits, by the last byte of the opcode. */
  private void accessFar(int operation) {
    int target = high(1);
    if (operation == 0x71) { // LAY
      load(target, high(2), low(1), far());
      return;
    }
    if (operation == 0x46 || operation == 0x47) { // BCTG, BIC
      write(target);
      return;
    }
    access(high(2), low(1), far());
    switch (operation) {
      case 0x24 -> bases.use(1 << target); // STG
      case 0x26, 0x2E, 0x2F, 0x3E, 0x3F, 0x50, 0x70, 0x72, 0x8E, 0xC3, 0xC7, 0xCB -> {} // stores
      case 0x20, 0x21, 0x30, 0x31, 0x34, 0x36, 0x55, 0x59, 0x79, 0xCD, 0xCF -> {} // compares
      case 0x0D, 0x1D, 0x5C, 0x86, 0x87, 0x8F, 0x96, 0x97 -> writePair(target);
      default -> write(target);
    }
  }

  /** Shifts, and accesses of several registers or with a number in the instruction. */
  private void severalFar(int operation) {
    switch (operation) {
      case 0x04, 0x96, 0x98 -> { // LMG, LMH, LMY
        access(high(2), 0, far());
        writeRange(high(1), low(1));
      }
      case 0x24, 0x26, 0x90 -> access(high(2), 0, far()); // STMG, STMH, STMY
      case 0x51, 0x52, 0x54, 0x55, 0x56, 0x57, 0x6A, 0x6E, 0x7A, 0x7E -> access(high(2), 0, far());
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0xDC, 0xDD, 0xDE, 0xDF -> write(high(1)); // shifts
      case 0xE2, 0xF2, 0xF4, 0xF6, 0xF7, 0xF8, 0xFA, 0xE4, 0xE6, 0xE7, 0xE8, 0xEA -> {
        access(high(2), 0, far());
        write(high(1));
      }
      default -> {
        writePair(high(1));
        writePair(low(1));
      }
    }
  }
}
