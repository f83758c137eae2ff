package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.wasm.ItemTable;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;
import java.util.ArrayList;
import java.util.List;

/** Where the items of a module begin: an imported one with its import, a function with its body. */
final class ItemPlaces {
  private final WasmModule module;
  private final List<long[]> places = new ArrayList<>();

  ItemPlaces(WasmModule module) {
    this.module = module;
    for (ItemKind kind : ItemKind.values()) {
      places.add(new long[module.count(kind)]);
    }
    imports();
    defined(ItemKind.TABLE, module.tables());
    defined(ItemKind.MEMORY, module.memories());
    defined(ItemKind.GLOBAL, module.globals());
    defined(ItemKind.TAG, module.tags());
    WasmFunctionTable functions = module.functions();
    for (int row = 0; row < functions.count(); row++) {
      places(ItemKind.FUNCTION)[functions.importedCount() + row] = functions.bodyStart(row);
    }
  }

  private long[] places(ItemKind kind) {
    return places.get(kind.ordinal());
  }

  private void imports() {
    int[] seen = new int[ItemKind.values().length];
    for (WasmImport item : module.imports()) {
      int index = seen[item.kind().ordinal()]++;
      places(item.kind())[index] = item.fileStart();
    }
  }

  private void defined(ItemKind kind, ItemTable<?> table) {
    for (int row = 0; row < table.count(); row++) {
      places(kind)[module.imported(kind) + row] = table.fileStart(row);
    }
  }

  /** Where an item of an index space begins; -1 if there is no such item. */
  long of(ItemKind kind, long index) {
    long[] all = places(kind);
    return index >= 0 && index < all.length ? all[(int) index] : -1;
  }

  long type(long index) {
    return start(module.types(), index);
  }

  long element(long index) {
    return start(module.elements(), index);
  }

  long data(long index) {
    return start(module.data(), index);
  }

  private static long start(ItemTable<?> table, long index) {
    return index >= 0 && index < table.count() ? table.fileStart((int) index) : -1;
  }
}
