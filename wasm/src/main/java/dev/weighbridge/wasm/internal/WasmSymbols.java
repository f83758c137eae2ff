package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.wasm.ItemTable;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.items.ItemKind;

/**
 * States a symbol for each item of a module, in the order of {@link SymbolRows}.
 *
 * <p>A function is its body with the size prefix; the other items are their definitions, data
 * segments with header and content. Imported items are undefined symbols.
 */
final class WasmSymbols {
  private final WasmModule module;
  private final ImageBuilder image;
  private final ItemNames names;
  private final LinkedItems linked;
  private int row;

  WasmSymbols(WasmModule module, ItemNames names, LinkedItems linked, ImageBuilder image) {
    this.module = module;
    this.names = names;
    this.linked = linked;
    this.image = image;
  }

  void state() {
    imported(ItemKind.FUNCTION);
    functions();
    definitions(ItemKind.TABLE, WasmConstants.SECTION_TABLE, module.tables());
    definitions(ItemKind.MEMORY, WasmConstants.SECTION_MEMORY, module.memories());
    definitions(ItemKind.GLOBAL, WasmConstants.SECTION_GLOBAL, module.globals());
    definitions(ItemKind.TAG, WasmConstants.SECTION_TAG, module.tags());
    items(WasmConstants.SECTION_TYPE, module.types());
    items(WasmConstants.SECTION_ELEMENT, module.elements());
    items(WasmConstants.SECTION_DATA, module.data());
  }

  private void imported(ItemKind kind) {
    for (int i = 0; i < module.imported(kind); i++) {
      symbol(0, 0, SymbolTable.UNDEFINED, SymbolRows.type(kind), SymbolBinding.GLOBAL);
    }
  }

  private void functions() {
    WasmFunctionTable functions = module.functions();
    int first = row;
    for (WasmSection section : module.sections()) {
      if (section.id() == WasmConstants.SECTION_CODE) {
        for (int i = 0; i < section.itemCount(); i++) {
          int function = section.firstItem() + i;
          long start = functions.bodyStart(function);
          long size = functions.bodyEnd(function) - start;
          long address = start - section.contentStart();
          defined(address, size, section.index(), SymbolType.FUNCTION);
          image.function(address, size, start, ExtentEvidence.CODE_ENTRY);
        }
      }
    }
    while (row - first < functions.count()) {
      defined(0, 0, SymbolTable.NO_SECTION, SymbolType.OTHER);
    }
  }

  private void definitions(ItemKind kind, int id, ItemTable<?> table) {
    imported(kind);
    items(id, table);
  }

  private void items(int id, ItemTable<?> table) {
    for (WasmSection section : module.sections()) {
      if (section.id() == id) {
        for (int i = 0; i < section.itemCount(); i++) {
          int item = section.firstItem() + i;
          long start = table.fileStart(item);
          long size = table.fileEnd(item) - start;
          defined(start - section.contentStart(), size, section.index(), SymbolType.OBJECT);
        }
      }
    }
  }

  private void defined(long address, long size, int section, SymbolType type) {
    linked.place(row, address, section, type);
    symbol(address, size, section, type, SymbolBinding.LOCAL);
  }

  private void symbol(
      long address, long size, int section, SymbolType type, SymbolBinding unlinked) {
    image.symbol(
        address,
        size,
        section,
        type,
        linked.binding(row, unlinked),
        names.source(row),
        names.pool(row),
        names.start(row),
        names.length(row));
    row++;
  }
}
