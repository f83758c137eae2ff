package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import java.util.BitSet;

/**
 * From which tables something may be taken: what is put into the others is not needed. Asking for
 * the size of a table, or putting something into it, takes nothing. Others see an imported table,
 * and an exported one.
 */
final class TableUse {
  private static final int TABLE_GET = 0x25;
  private static final int TABLE_COPY = 0xFC000E;

  private final BitSet read = new BitSet();
  private final int count;

  TableUse(WasmModule module) {
    count = module.count(ItemKind.TABLE);
    read.set(0, module.imported(ItemKind.TABLE));
    WasmExportTable exports = module.exports();
    for (int row = 0; row < exports.count(); row++) {
      if (exports.kind(row) == ItemKind.TABLE) {
        take(exports.itemIndex(row));
      }
    }
  }

  /** Notes that something is taken from a table, if there is such a table. */
  void take(long table) {
    if (table >= 0 && table < count) {
      read.set((int) table);
    }
  }

  /** Notes what an operator does with a table that it names. */
  void use(int opcode, long table) {
    if (opcode == TABLE_GET || opcode == TABLE_COPY) {
      take(table);
    }
  }

  /** Whether something may be taken from a table. */
  boolean isRead(int table) {
    return table >= 0 && read.get(table);
  }
}
