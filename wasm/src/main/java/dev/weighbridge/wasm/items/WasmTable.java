package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that a module defines. Core specification 5.5.7.
 *
 * @param index its index among all tables, imported ones first
 * @param fileStart first byte of its definition
 * @param fileEnd end of its definition, exclusive
 * @param element the type of its elements
 * @param limits its size, in elements
 * @param initializer what its elements are at first; empty if they are null
 */
public record WasmTable(
    int index,
    long fileStart,
    long fileEnd,
    ValueType element,
    WasmLimits limits,
    Optional<ConstantExpression> initializer) {
  /** Refuses null. */
  public WasmTable {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(initializer, "initializer");
  }
}
