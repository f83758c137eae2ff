package dev.weighbridge.formats.macho.symbols;

import static dev.weighbridge.formats.macho.headers.MachOConstants.INDIRECT_SYMBOL_ABS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.INDIRECT_SYMBOL_LOCAL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;

/**
 * The indirect symbol table: for each stub and each pointer that the dynamic linker fills in, whose
 * it is. loader.h.
 *
 * <p>A section of stubs or pointers says with which row its own begin. Immutable.
 */
public final class IndirectSymbols {
  private static final int STRIDE = 4;

  private final long fileStart;
  private final int[] symbol;

  /** Reads the rows as far as they lie inside the file. */
  public static IndirectSymbols read(Bytes file, LoadCommand.Rows rows, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(diagnostics, "diagnostics");
    int count =
        StatedRows.inside(
            file, "macho.indirect_symbols", rows.start(), STRIDE, rows.count(), diagnostics);
    return new IndirectSymbols(file, count == 0 ? 0 : rows.start(), count);
  }

  private IndirectSymbols(Bytes file, long start, int count) {
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

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
