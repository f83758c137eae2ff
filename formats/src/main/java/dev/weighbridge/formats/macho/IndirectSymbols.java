package dev.weighbridge.formats.macho;

import static dev.weighbridge.formats.macho.MachOConstants.INDIRECT_SYMBOL_ABS;
import static dev.weighbridge.formats.macho.MachOConstants.INDIRECT_SYMBOL_LOCAL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;

/**
 * The indirect symbol table: for each stub and each pointer that the dynamic linker fills in, whose
 * it is. loader.h.
 *
 * <p>A section of stubs or pointers says with which row its own begin. Immutable.
 */
public final class IndirectSymbols {
  static final int STRIDE = 4;

  private final long fileStart;
  private final int[] symbol;

  /** Reads the rows, which must lie inside the file. */
  IndirectSymbols(Bytes file, long start, int count) {
    fileStart = start;
    symbol = new int[count];
    RowWindow window = new RowWindow(file, start, STRIDE, count);
    while (window.next()) {
      for (int i = 0; i < window.rows(); i++) {
        symbol[window.first() + i] = window.bytes().i32((long) STRIDE * i);
      }
    }
  }

  /** How many rows there are. */
  public int count() {
    return symbol.length;
  }

  /** The entry as stated: a row of the symbol table, or {@code INDIRECT_SYMBOL_} bits. */
  public int entry(int row) {
    return symbol[row];
  }

  /** The row of the symbol table, or -1 if the entry names no symbol. */
  public int symbol(int row) {
    int entry = symbol[row];
    return (entry & (INDIRECT_SYMBOL_LOCAL | INDIRECT_SYMBOL_ABS)) != 0 ? -1 : entry;
  }

  /** First byte of a row in the file. */
  public long fileStart(int row) {
    return fileStart + (long) row * STRIDE;
  }
}
