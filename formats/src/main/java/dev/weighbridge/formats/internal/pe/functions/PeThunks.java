package dev.weighbridge.formats.internal.pe.functions;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_I386;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.internal.pe.symbols.PeImports;
import dev.weighbridge.formats.pe.PeFile;

/**
 * Recognises the small pieces of code that linkers make: jumps through the pointer of an import,
 * which are about the import, and the jump tables of incremental links, about where they lead.
 */
public final class PeThunks {
  /** Fewer jumps in a row could be a function's own. */
  private static final int LEAST_JUMPS = 3;

  private final PeFile pe;
  private final ImageBuilder image;
  private final PeImports imports;
  private final PeAddresses addresses;
  private final int machine;

  public PeThunks(PeFile pe, ImageBuilder image, PeImports imports, PeAddresses addresses) {
    this.pe = pe;
    this.image = image;
    this.imports = imports;
    this.addresses = addresses;
    this.machine = pe.header().machine();
  }

  /**
   * States the thunk at the start of a piece of code.
   *
   * @param code bytes of the section
   * @param rva address of position 0
   * @param fileStart file offset of position 0
   * @return its length, 0 if there is none
   */
  int state(Bytes code, long at, long end, long rva, long fileStart) {
    int length = importThunk(code, at, end, rva, fileStart + at);
    return length > 0 || machine == IMAGE_FILE_MACHINE_ARM64
        ? length
        : jumps(code, at, end, rva, fileStart + at);
  }

  private int importThunk(Bytes code, long at, long end, long rva, long offset) {
    long slot = -1;
    int length = 0;
    if (machine == IMAGE_FILE_MACHINE_ARM64) {
      length = 12;
      slot = end - at >= length ? arm64Slot(code, at, rva + at) : -1;
    } else if (end - at >= 6 && code.u16(at) == 0x25FF) {
      length = 6;
      slot = indirect(code.i32(at + 2), rva + at + length);
    } else if (end - at >= 12 && code.u16(at) == 0x8D48 && code.u8(at + 2) == 0x05) {
      length = code.u8(at + 7) == 0xE9 ? 12 : 0;
      slot = rva + at + 7 + code.i32(at + 3);
    }
    int symbol = slot < 0 || length == 0 ? -1 : imports.symbolOfSlot(slot);
    if (symbol < 0) {
      return 0;
    }
    int label = image.label("import thunk");
    image.structure(label, Kind.LINKING, offset, length, Subject.SYMBOL, symbol);
    return length;
  }

  /** The operand is relative to the next instruction, except on i386. */
  private long indirect(int operand, long next) {
    return machine == IMAGE_FILE_MACHINE_I386
        ? Integer.toUnsignedLong(operand) - pe.imageBase()
        : next + operand;
  }

  /** {@code adrp x16; ldr x16, [x16, #n]; br x16}. */
  private static long arm64Slot(Bytes code, long at, long rva) {
    int adrp = code.i32(at);
    int load = code.i32(at + 4);
    boolean isThunk =
        (adrp & 0x9F00001F) == 0x90000010
            && (load & 0xFFC003FF) == 0xF9400210
            && code.i32(at + 8) == 0xD61F0200;
    if (!isThunk) {
      return -1;
    }
    long pages = (long) (adrp << 8 >> 13 << 2 | (adrp >>> 29 & 3));
    return (rva & ~0xFFFL) + (pages << 12) + (load >>> 10 & 0xFFF) * 8L;
  }

  private int jumps(Bytes code, long at, long end, long rva, long offset) {
    int count = 0;
    while (end - at >= 5L * (count + 1) && isJump(code, at + 5L * count, rva)) {
      count++;
    }
    if (count < LEAST_JUMPS) {
      return 0;
    }
    int label = image.label("incremental link jump");
    for (int i = 0; i < count; i++) {
      long about = pe.imageBase() + target(code, at + 5L * i, rva);
      image.structure(label, Kind.LINKING, offset + 5L * i, 5, Subject.ADDRESS, about);
    }
    return 5 * count;
  }

  private boolean isJump(Bytes code, long at, long rva) {
    return code.u8(at) == 0xE9 && addresses.isCode(target(code, at, rva));
  }

  private static long target(Bytes code, long at, long rva) {
    return rva + at + 5 + code.i32(at + 1);
  }
}
