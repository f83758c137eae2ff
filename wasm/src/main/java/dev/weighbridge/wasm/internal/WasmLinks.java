package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;

/**
 * Tells the imports and exports of a module by the names that others know them by, each import with
 * the module it comes from. Core specification 5.5.5 and 5.5.10.
 */
final class WasmLinks {
  private final WasmModule module;
  private final SymbolRows rows;

  WasmLinks(WasmModule module, SymbolRows rows) {
    this.module = module;
    this.rows = rows;
  }

  /** Imported items are the first of their index spaces, in the order of the imports. */
  void imports(LinkTable.Builder links) {
    int[] seen = new int[ItemKind.values().length];
    for (WasmImport item : module.imports()) {
      int row = rows.of(item.kind(), seen[item.kind().ordinal()]++);
      links.named(item.name(), row).library(item.module());
    }
  }

  void exports(LinkTable.Builder links) {
    WasmExportTable exports = module.exports();
    for (int i = 0; i < exports.count(); i++) {
      links.named(exports.row(i).name(), rows.of(exports.kind(i), exports.itemIndex(i)));
    }
  }
}
