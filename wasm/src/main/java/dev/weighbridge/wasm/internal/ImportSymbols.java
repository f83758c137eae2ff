package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;

/**
 * States an undefined symbol for each import, behind the rows of items, unless the row of its item
 * is called just so: for a function that the name section names too, for a memory. Core
 * specification 5.5.5.
 */
final class ImportSymbols {
  private final WasmModule module;
  private final SymbolRows rows;
  private final ItemNames names;

  ImportSymbols(WasmModule module, SymbolRows rows, ItemNames names) {
    this.module = module;
    this.rows = rows;
    this.names = names;
  }

  void state(ImageBuilder image) {
    NamePool pool = new NamePool();
    ImportNames texts = new ImportNames(pool, module.bytes());
    IntColumn end = new IntColumn(0);
    IntColumn imports = new IntColumn(0);
    int[] seen = new int[ItemKind.values().length];
    for (int i = 0; i < module.imports().size(); i++) {
      WasmImport item = module.imports().get(i);
      int row = rows.of(item.kind(), seen[item.kind().ordinal()]++);
      if (names.source(row) != SymbolSource.IMPORTS) {
        texts.add(item);
        imports.add(i);
        end.add(pool.position());
      }
    }
    Bytes made = pool.freeze();
    int start = 0;
    for (int i = 0; i < imports.count(); i++) {
      image.symbol(
          0,
          0,
          SymbolTable.UNDEFINED,
          SymbolRows.type(module.imports().get(imports.get(i)).kind()),
          SymbolBinding.GLOBAL,
          SymbolSource.IMPORTS,
          made,
          start,
          end.get(i) - start);
      start = end.get(i);
    }
  }
}
