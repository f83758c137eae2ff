package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.names.NameGroups;
import dev.weighbridge.wasm.names.NameKind;
import dev.weighbridge.wasm.names.NameMap;
import dev.weighbridge.wasm.names.WasmNames;

/** States the rows of the name section, each about what it names. */
final class NameStructures {
  private final WasmModule module;
  private final SymbolRows rows;
  private final ImageBuilder image;
  private final int name;
  private final int[] next = new int[NameKind.values().length];
  private boolean isStated;

  NameStructures(WasmModule module, SymbolRows rows, ImageBuilder image) {
    this.module = module;
    this.rows = rows;
    this.image = image;
    name = image.label("name");
  }

  /** States the names when the first name section comes; all of them were read as one. */
  void state(WasmSection section) {
    if (isStated || !section.name().equals("name")) {
      return;
    }
    isStated = true;
    for (WasmNames.Subsection subsection : module.names().subsections()) {
      if (subsection.id() < next.length && subsection.id() != NameKind.MODULE.ordinal()) {
        state(NameKind.values()[subsection.id()], subsection);
      }
    }
  }

  /** Names of a kind are in the order of the file, whatever the number of subsections. */
  private void state(NameKind kind, WasmNames.Subsection within) {
    int i = next[kind.ordinal()];
    if (kind.isGrouped()) {
      NameGroups groups = module.names().groupsOf(kind);
      for (; i < groups.count() && groups.fileStart(i) < within.fileEnd(); i++) {
        state(groups.fileStart(i), groups.fileEnd(i), row(kind, groups.owner(i)));
      }
    } else {
      NameMap names = module.names().of(kind);
      for (; i < names.count() && names.fileStart(i) < within.fileEnd(); i++) {
        state(names.fileStart(i), names.fileEnd(i), row(kind, names.index(i)));
      }
    }
    next[kind.ordinal()] = i;
  }

  private void state(long start, long end, int row) {
    if (row != SymbolRows.NONE) {
      image.structure(name, Kind.NAMES, start, end - start, Subject.SYMBOL, row);
    }
  }

  private int row(NameKind kind, int index) {
    return switch (kind) {
      case MODULE -> SymbolRows.NONE;
      case FUNCTION, LOCAL, LABEL -> rows.function(index);
      case TYPE, FIELD -> rows.type(index);
      case TABLE -> rows.of(ItemKind.TABLE, index);
      case MEMORY -> rows.of(ItemKind.MEMORY, index);
      case GLOBAL -> rows.of(ItemKind.GLOBAL, index);
      case ELEMENT -> rows.element(index);
      case DATA -> rows.data(index);
      case TAG -> rows.of(ItemKind.TAG, index);
    };
  }
}
