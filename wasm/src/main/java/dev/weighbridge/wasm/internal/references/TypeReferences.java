package dev.weighbridge.wasm.internal.references;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.List;

/**
 * Which types need which others: those they extend and consist of. The types of a recursive group
 * are only what they are together.
 */
final class TypeReferences {
  private final WasmModule module;
  private final ItemPlaces places;
  private final ReferenceSink sink;

  TypeReferences(WasmModule module, ItemPlaces places, ReferenceSink sink) {
    this.module = module;
    this.places = places;
    this.sink = sink;
  }

  void tell() {
    for (int index = 0; index < module.types().count(); index++) {
      WasmType type = module.types().row(index);
      long from = type.fileStart();
      int group = module.typeGroup(index);
      if (group != index) {
        sink.reference(from, places.type(group));
        sink.reference(places.type(group), from);
      }
      type.supertypes().forEach(other -> sink.reference(from, places.type(other)));
      tell(from, type.parameters());
      tell(from, type.results());
      type.fields().forEach(field -> tell(from, field.type()));
    }
  }

  private void tell(long from, List<ValueType> types) {
    types.forEach(type -> tell(from, type));
  }

  private void tell(long from, ValueType type) {
    if (type.typeIndex() >= 0) {
      sink.reference(from, places.type(type.typeIndex()));
    }
  }
}
