package dev.weighbridge.wasm.internal;

import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.names.NameKind;
import dev.weighbridge.wasm.names.NameMap;
import java.util.List;

/**
 * What data segments are called: in the name section, else in the linking section, else {@code
 * data[3]}. Linkers call them as other formats call sections.
 */
final class DataNames {
  private static final String READ_ONLY = ".rodata";

  private final String[] names;

  DataNames(WasmModule module) {
    names = new String[module.data().count()];
    NameMap stated = module.names().of(NameKind.DATA);
    for (int row = 0; row < stated.count(); row++) {
      name(stated.index(row), stated.name(row));
    }
    List<Linking.Segment> segments =
        module.custom().linking().map(Linking::segments).orElse(List.of());
    for (int row = 0; row < segments.size(); row++) {
      name(row, segments.get(row).name());
    }
    for (int row = 0; row < names.length; row++) {
      name(row, "data[" + row + "]");
    }
  }

  /** The first name that says something stays. */
  private void name(int row, String name) {
    if (row < names.length && names[row] == null && !name.isEmpty()) {
      names[row] = name;
    }
  }

  String name(int row) {
    return names[row];
  }

  /** Whether the program only reads it, as far as its name tells; nothing in the module does. */
  boolean isReadOnly(int row) {
    return names[row].equals(READ_ONLY) || names[row].startsWith(READ_ONLY + ".");
  }
}
