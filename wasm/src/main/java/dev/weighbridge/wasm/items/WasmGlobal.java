package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.Objects;

/**
 * A global that a module defines. Core specification 5.5.9.
 *
 * @param index its index among all globals, imported ones first
 * @param fileStart first byte of its definition
 * @param fileEnd end of its definition, exclusive
 * @param type the type of its value
 * @param isMutable whether it may be written
 * @param initializer its first value
 */
public record WasmGlobal(
    int index,
    long fileStart,
    long fileEnd,
    ValueType type,
    boolean isMutable,
    ConstantExpression initializer) {
  /** Refuses null. */
  public WasmGlobal {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(initializer, "initializer");
  }
}
