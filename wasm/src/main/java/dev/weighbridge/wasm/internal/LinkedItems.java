package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;

/**
 * The items that others know by names of their own, as exports or as symbols of the linking
 * section: how far each is visible, and where it lies. Few of all items are linked.
 */
final class LinkedItems {
  private static final SymbolType[] TYPES = SymbolType.values();
  private static final SymbolBinding[] BINDINGS = SymbolBinding.values();

  /** How far an item is visible, the number of a {@link SymbolBinding} and one; 0 if not linked. */
  private final byte[] visibility;

  private final IntColumn row = new IntColumn(0);
  private final LongColumn address = new LongColumn(0);
  private final IntColumn section = new IntColumn(0);
  private final ByteColumn type = new ByteColumn(0);

  LinkedItems(WasmModule module, SymbolRows rows) {
    visibility = new byte[rows.count()];
    WasmExportTable exports = module.exports();
    for (int i = 0; i < exports.count(); i++) {
      link(rows.of(exports.kind(i), exports.itemIndex(i)), SymbolBinding.GLOBAL);
    }
    if (module.custom().linking().isPresent()) {
      LinkingSymbolTable symbols = module.custom().linking().map(Linking::symbols).orElseThrow();
      for (int i = 0; i < symbols.count(); i++) {
        link(rows.ofSymbol(symbols.kind(i), symbols.item(i)), binding(symbols.flags(i)));
      }
    }
  }

  /** The binding that the flags of a linking symbol say. */
  static SymbolBinding binding(int flags) {
    if ((flags & LinkingSymbolTable.WASM_SYM_BINDING_WEAK) != 0) {
      return SymbolBinding.WEAK;
    }
    boolean isLocal = (flags & LinkingSymbolTable.WASM_SYM_BINDING_LOCAL) != 0;
    return isLocal ? SymbolBinding.LOCAL : SymbolBinding.GLOBAL;
  }

  /**
   * The first name counts, which is what the item is called; further ones are rows of their own.
   */
  private void link(int item, SymbolBinding how) {
    if (item != SymbolRows.NONE && visibility[item] == 0) {
      visibility[item] = (byte) (how.ordinal() + 1);
    }
  }

  /** How far an item is visible; as given if it is not linked. */
  SymbolBinding binding(int item, SymbolBinding unlinked) {
    int how = visibility[item] - 1;
    return how < 0 ? unlinked : BINDINGS[how];
  }

  /** Says where an item lies that the module defines; rows ascend. */
  void place(int item, long start, int home, SymbolType what) {
    if (visibility[item] != 0) {
      row.add(item);
      address.add(start);
      section.add(home);
      type.add((byte) what.ordinal());
    }
  }

  /** Where a linked item was placed, for the other questions; -1 if it is imported. */
  int find(int item) {
    int low = 0;
    int high = row.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (row.get(middle) == item) {
        return middle;
      }
      if (row.get(middle) < item) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  long address(int place) {
    return place < 0 ? 0 : address.get(place);
  }

  int section(int place) {
    return place < 0 ? SymbolTable.UNDEFINED : section.get(place);
  }

  /** What an item is; as given if it is imported. */
  SymbolType type(int place, SymbolType imported) {
    return place < 0 ? imported : TYPES[type.get(place)];
  }
}
