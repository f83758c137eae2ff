package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;

/**
 * Which row of the symbol table stands for which item of a module: the five index spaces, imported
 * items first, then types, element segments and data segments.
 */
final class SymbolRows {
  /** No row: the file names an item that does not exist. */
  static final int NONE = -1;

  private final int[] base = new int[ItemKind.values().length];
  private final int[] count = new int[base.length];
  private final int types;
  private final int elements;
  private final int data;
  private final int end;

  SymbolRows(WasmModule module) {
    int row = 0;
    for (ItemKind kind : ItemKind.values()) {
      base[kind.ordinal()] = row;
      count[kind.ordinal()] = module.count(kind);
      row += module.count(kind);
    }
    types = row;
    elements = types + module.types().count();
    data = elements + module.elements().count();
    end = data + module.data().count();
  }

  /** The row of an item of an index space, or {@link #NONE}. */
  int of(ItemKind kind, long index) {
    int space = kind.ordinal();
    return index >= 0 && index < count[space] ? base[space] + (int) index : NONE;
  }

  int function(long index) {
    return of(ItemKind.FUNCTION, index);
  }

  /** The row of the item that a symbol of the linking section stands for; none for other kinds. */
  int ofSymbol(int symbolKind, long index) {
    return switch (symbolKind) {
      case LinkingSymbolTable.SYMTAB_FUNCTION -> function(index);
      case LinkingSymbolTable.SYMTAB_GLOBAL -> of(ItemKind.GLOBAL, index);
      case LinkingSymbolTable.SYMTAB_EVENT -> of(ItemKind.TAG, index);
      case LinkingSymbolTable.SYMTAB_TABLE -> of(ItemKind.TABLE, index);
      default -> NONE;
    };
  }

  int type(long index) {
    return index >= 0 && index < elements - types ? types + (int) index : NONE;
  }

  int element(long index) {
    return index >= 0 && index < data - elements ? elements + (int) index : NONE;
  }

  int data(long index) {
    return index >= 0 && index < end - data ? data + (int) index : NONE;
  }

  /** What the row of an item of an index space stands for. */
  static SymbolType type(ItemKind kind) {
    return kind == ItemKind.FUNCTION ? SymbolType.FUNCTION : SymbolType.OBJECT;
  }

  /** How many rows there are. */
  int count() {
    return end;
  }
}
