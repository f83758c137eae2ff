package dev.weighbridge.formats.internal.pe.symbols;

import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * Which record of a source file the symbols of a linked object belong to.
 *
 * <p>PE Format, Auxiliary Format 4: Files, has the record in front, and its value is the row of the
 * next such record; that of the last one is the row where symbols of no particular file begin. GNU
 * as writes it so. LLVM writes it last: the sections of an object, {@code @feat.00}, its symbols,
 * the record (lib/MC/WinCOFFObjectWriter.cpp). Linkers keep the order of each object, and write
 * objects of both into one table.
 */
final class PeFileRecords {
  private static final String CODE = ".text";

  /** A symbol without a place, of which each object of LLVM has one and those of GCC have none. */
  private static final String FEATURES = "@feat.00";

  private final PeSymbolTable table;
  private final int[] recordOf;

  /** The record in front, while symbols may be of it; -1 if it is that of an object before. */
  private int open = -1;

  private boolean hasCode;
  private long end = Long.MAX_VALUE;

  /**
   * Where the code of the last object is, whose record, if it is LLVM's, is still to come; or -1.
   */
  private int begun = -1;

  private boolean isOfLlvm;

  PeFileRecords(PeSymbolTable table) {
    this.table = table;
    recordOf = new int[table.count()];
    Arrays.fill(recordOf, -1);
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      if (!table.isAuxiliary(row)) {
        read(row);
      }
    }
  }

  private void read(int row) {
    if (table.storageClass(row) == PeConstants.IMAGE_SYM_CLASS_FILE) {
      record(row);
      return;
    }
    if (row >= end) {
      open = -1;
    }
    if (isCode(row)) {
      begin(row);
    } else if (begun >= 0 && !isOfLlvm && isFeatures(row)) {
      isOfLlvm = true;
      open = -1;
      Arrays.fill(recordOf, begun, row, -1);
    }
    recordOf[row] = open;
  }

  private void record(int row) {
    boolean isLast = begun >= 0 && isOfLlvm;
    if (isLast) {
      Arrays.fill(recordOf, begun, row, row);
    }
    open = isLast ? -1 : row;
    recordOf[row] = row;
    hasCode = isLast;
    end = table.value(row) > row ? table.value(row) : Long.MAX_VALUE;
    begun = -1;
    isOfLlvm = false;
  }

  /** An object has code once; code after that is of one that has no record in front. */
  private void begin(int row) {
    open = hasCode ? -1 : open;
    hasCode = true;
    begun = row;
    isOfLlvm = false;
  }

  private boolean isCode(int row) {
    return table.storageClass(row) == PeConstants.IMAGE_SYM_CLASS_STATIC
        && table.auxiliaryCount(row) > 0
        && !table.isFunction(row)
        && table.name(row).equals(CODE);
  }

  private boolean isFeatures(int row) {
    return table.section(row) < 0
        && table.nameLength(row) == FEATURES.length()
        && table.name(row).equals(FEATURES);
  }

  /** The row of the record that a symbol belongs to; -1 if it belongs to none. */
  int of(int row) {
    return recordOf[row];
  }
}
