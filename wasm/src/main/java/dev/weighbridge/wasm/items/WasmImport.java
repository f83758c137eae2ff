package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ValueType;
import java.util.Objects;
import java.util.Optional;

/**
 * One import. Core specification 5.5.5.
 *
 * @param index its place among the imports of all kinds
 * @param fileStart first byte
 * @param fileEnd end, exclusive
 * @param module the module it comes from; empty in a name of a compact group that says it once
 * @param name its name there
 * @param kind what is imported
 * @param typeIndex the type of a function or tag; -1 for the other kinds
 * @param valueType the element type of a table, the value type of a global
 * @param isMutable whether a global may be written
 * @param limits the size required of a table or memory
 */
public record WasmImport(
    int index,
    long fileStart,
    long fileEnd,
    String module,
    String name,
    ItemKind kind,
    int typeIndex,
    Optional<ValueType> valueType,
    boolean isMutable,
    Optional<WasmLimits> limits) {
  /** Refuses null. */
  public WasmImport {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(valueType, "valueType");
    Objects.requireNonNull(limits, "limits");
  }
}
