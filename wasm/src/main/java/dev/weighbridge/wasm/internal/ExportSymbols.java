package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;

/**
 * States a symbol for each export, behind the rows of items, unless the row of its item is called
 * just so: for a function that the name section names too, for its second export, for a memory.
 *
 * <p>An export states no size, so its item stays the owner and the export a further name of it. One
 * of an imported item is undefined. Core specification 5.5.10.
 */
final class ExportSymbols {
  private final WasmModule module;
  private final SymbolRows rows;
  private final ItemNames names;
  private final LinkedItems linked;

  ExportSymbols(WasmModule module, SymbolRows rows, ItemNames names, LinkedItems linked) {
    this.module = module;
    this.rows = rows;
    this.names = names;
    this.linked = linked;
  }

  void state(ImageBuilder image) {
    WasmExportTable exports = module.exports();
    for (int i = 0; i < exports.count(); i++) {
      int item = rows.of(exports.kind(i), exports.itemIndex(i));
      if (item != SymbolRows.NONE && !isItsName(item, exports.nameStart(i))) {
        int place = linked.find(item);
        image.symbol(
            linked.address(place),
            0,
            linked.section(place),
            linked.type(place, SymbolRows.type(exports.kind(i))),
            SymbolBinding.GLOBAL,
            SymbolSource.EXPORTS,
            module.bytes(),
            exports.nameStart(i),
            exports.nameLength(i));
      }
    }
  }

  private boolean isItsName(int item, long nameStart) {
    return names.source(item) == SymbolSource.EXPORTS && names.start(item) == nameStart;
  }
}
