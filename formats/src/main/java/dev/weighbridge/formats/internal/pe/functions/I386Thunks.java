package dev.weighbridge.formats.internal.pe.functions;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_I386;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_REL_BASED_HIGHLOW;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.symbols.PeImports;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.relocations.PeBaseRelocationTable;

/**
 * Finds where jumps to imports begin in 32-bit images, which have no function table to set them
 * apart: each holds the address of its pointer, which a base relocation marks.
 *
 * <p>A function may end with such a jump, too. So one counts only beside another or after filler.
 */
public final class I386Thunks {
  private static final int JUMP = 0x25FF;
  private static final int LENGTH = 6;

  private final PeFile pe;
  private final Bytes file;
  private final PeImports imports;

  public I386Thunks(PeFile pe, PeImports imports) {
    this.pe = pe;
    this.file = pe.bytes();
    this.imports = imports;
  }

  /** Tells the map where each begins. */
  public void find(CodeMap map) {
    if (pe.header().machine() != IMAGE_FILE_MACHINE_I386) {
      return;
    }
    PeBaseRelocationTable table = pe.baseRelocations();
    for (int row = 0; row < table.count(); row++) {
      long rva = table.rva(row) - 2;
      if (table.type(row) == IMAGE_REL_BASED_HIGHLOW && isThunk(rva)) {
        map.start(rva);
        map.start(rva + LENGTH);
      }
    }
  }

  private boolean isThunk(long rva) {
    return isJump(rva) && (isJump(rva - LENGTH) || isJump(rva + LENGTH) || isFiller(rva - 1));
  }

  private boolean isJump(long rva) {
    if (pe.room(rva) < LENGTH) {
      return false;
    }
    long at = pe.fileOffset(rva);
    return file.u16(at) == JUMP && imports.symbolOfSlot(file.u32(at + 2) - pe.imageBase()) >= 0;
  }

  private boolean isFiller(long rva) {
    long at = pe.fileOffset(rva);
    return at >= 0 && (file.u8(at) == 0xCC || file.u8(at) == 0x90);
  }
}
