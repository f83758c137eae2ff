package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_386;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_AARCH64;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_ARM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_LOONGARCH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_RISCV;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_S390;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_X86_64;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the instructions of a procedure linkage table as far as to see which word of the GOT each
 * slot jumps through. The forms are those that GNU ld, gold and lld write.
 */
final class ElfPltDecoder {
  /**
   * One slot.
   *
   * @param start where it starts in the section
   * @param end where it ends in the section, exclusive
   * @param gotAddress the GOT word it jumps through, -1 if it does not show
   * @param record the row of the PLT relocation it pushes, -1 if none
   */
  record Slot(int start, int end, long gotAddress, int record) {}

  private final Bytes code;
  private final int length;
  private final long address;
  private final boolean is64Bit;
  private final long gotBase;
  private final List<Slot> slots = new ArrayList<>();
  private int open = -1;
  private long openGot;

  private ElfPltDecoder(Bytes code, long address, boolean is64Bit, long gotBase) {
    this.code = code;
    this.length = (int) Math.min(Integer.MAX_VALUE - 64, code.length());
    this.address = address;
    this.is64Bit = is64Bit;
    this.gotBase = gotBase;
  }

  /** Whether the instructions of a machine are known here. */
  static boolean knows(int machine) {
    return switch (machine) {
      case EM_X86_64, EM_386, EM_AARCH64, EM_ARM, EM_RISCV, EM_LOONGARCH, EM_S390 -> true;
      default -> false;
    };
  }

  /**
   * The slots of a section; a header that calls the dynamic linker may be among them.
   *
   * @param code the section's bytes
   * @param stride bytes of a slot where the machine has slots of one size
   * @param gotBase address that 32-bit x86 code of shared objects counts GOT words from
   */
  static List<Slot> slots(Bytes code, ElfHeader header, long address, int stride, long gotBase) {
    ElfPltDecoder decoder = new ElfPltDecoder(code, address, header.is64Bit(), gotBase);
    switch (header.machine()) {
      case EM_X86_64, EM_386 -> decoder.x86(header.machine() == EM_X86_64, stride);
      case EM_AARCH64 -> decoder.aarch64();
      case EM_ARM -> decoder.arm();
      case EM_RISCV -> decoder.riscv();
      case EM_LOONGARCH -> decoder.loongArch();
      default -> decoder.s390();
    }
    decoder.close(decoder.length);
    return decoder.slots;
  }

  /** Ends the slot under way, if any, and begins the next. */
  private void open(int start, long gotAddress) {
    close(start);
    open = start;
    openGot = gotAddress;
  }

  private void close(int end) {
    if (open >= 0) {
      slots.add(new Slot(open, end, openGot, -1));
    }
    open = -1;
  }

  /** {@code jmp *got} somewhere in the slot; before lazy binding with IBT {@code push $record}. */
  private void x86(boolean isX64, int stride) {
    for (int start = 0; start + stride <= length; start += stride) {
      int at = start + (code.i32(start) == (isX64 ? 0xFA1E_0FF3 : 0xFB1E_0FF3) ? 4 : 0);
      int jump = at + (code.u8(at) == 0xF2 ? 1 : 0);
      if (jump + 6 <= length && code.u8(jump) == 0xFF) {
        slots.add(new Slot(start, start + stride, x86Got(jump, isX64), -1));
      } else if (at + 5 <= length && code.u8(at) == 0x68) {
        int pushed = code.i32(at + 1);
        slots.add(new Slot(start, start + stride, -1, isX64 ? pushed : pushed / 8));
      }
    }
  }

  private long x86Got(int jump, boolean isX64) {
    int operand = code.i32(jump + 2);
    return switch (code.u8(jump + 1)) {
      case 0x25 -> isX64 ? address + jump + 6 + operand : operand & 0xFFFF_FFFFL;
      case 0xA3 -> gotBase + operand;
      default -> -1;
    };
  }

  /** {@code adrp x16, page; ldr x17, [x16, #offset]}, after {@code bti c} where that is used. */
  private void aarch64() {
    for (int at = 0; at + 8 <= length; at += 4) {
      int adrp = instruction(at);
      int load = instruction(at + 4);
      boolean isLoad64 = (load & 0xFFC0_03FF) == 0xF940_0211;
      boolean isLoad32 = (load & 0xFFC0_03FF) == 0xB940_0211;
      if ((adrp & 0x9F00_001F) == 0x9000_0010 && (isLoad64 || isLoad32)) {
        int pages = (adrp >> 5 << 13 >> 11 & ~3) | (adrp >>> 29 & 3);
        int offset = (load >>> 10 & 0xFFF) << (isLoad64 ? 3 : 2);
        boolean hasLandingPad = at >= 4 && instruction(at - 4) == 0xD503_245F;
        open(hasLandingPad ? at - 4 : at, (address + at & ~0xFFFL) + ((long) pages << 12) + offset);
      }
    }
  }

  /** {@code add ip, pc; add ip, ip; ... ldr pc, [ip]!}, after a Thumb entry where that is used. */
  private void arm() {
    for (int at = 0; at + 8 <= length; at += 4) {
      if ((instruction(at) & 0xFFFF_F000) != 0xE28F_C000) {
        continue;
      }
      long got = address + at + 8 + armImmediate(instruction(at));
      int next = at + 4;
      while (next + 4 <= length && (instruction(next) & 0xFFFF_F000) == 0xE28C_C000) {
        got += armImmediate(instruction(next));
        next += 4;
      }
      if (next + 4 <= length && (instruction(next) & 0xFFFF_F000) == 0xE5BC_F000) {
        got += instruction(next) & 0xFFF;
        boolean hasThumbEntry = at >= 4 && instruction(at - 4) == 0x46C0_4778;
        open(hasThumbEntry ? at - 4 : at, got & 0xFFFF_FFFFL);
        at = next;
      }
    }
  }

  /** A data-processing immediate: eight bits rotated right by twice four bits. */
  private static int armImmediate(int instruction) {
    return Integer.rotateRight(instruction & 0xFF, (instruction >>> 8 & 0xF) * 2);
  }

  /** {@code auipc t3, high; l[wd] t3, low(t3)}; the header uses t2. */
  private void riscv() {
    for (int at = 0; at + 8 <= length; at += 4) {
      int high = instruction(at);
      int load = instruction(at + 4);
      if ((high & 0xFFF) == 0xE17 && (load & 0xF_FFFF) == (is64Bit ? 0xE_3E03 : 0xE_2E03)) {
        open(at, address + at + (high & ~0xFFF) + (load >> 20));
      }
    }
  }

  /** {@code pcaddu12i t3, high; ld.[wd] t3, t3, low}. */
  private void loongArch() {
    int expected = is64Bit ? 0x28C0_01EF : 0x2880_01EF;
    for (int at = 0; at + 8 <= length; at += 4) {
      int high = instruction(at);
      int load = instruction(at + 4);
      if ((high & 0xFE00_001F) == 0x1C00_000F && (load & 0xFFC0_03FF) == expected) {
        open(at, address + at + (high << 7 >> 12 << 12) + (load << 10 >> 20));
      }
    }
  }

  /** {@code larl %r1, got} at the start of a slot of 32 bytes; the header has it further on. */
  private void s390() {
    for (int at = 0; at + 32 <= length; at += 32) {
      if (code.u16(at) == 0xC010) {
        open(at, address + at + 2L * code.i32(at + 2));
        close(at + 32);
      }
    }
  }

  /** Four bytes as an instruction; code is little-endian on all machines that use this. */
  private int instruction(int at) {
    int word = code.i32(at);
    return code.isLittleEndian() ? word : Integer.reverseBytes(word);
  }
}
