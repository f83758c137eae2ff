package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ConstantExpression;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.Objects;
import java.util.Optional;

/**
 * An element segment: references that are put into a table. Core specification 5.5.12.
 *
 * @param index its index
 * @param fileStart first byte
 * @param fileEnd end, exclusive
 * @param mode how it is used
 * @param table the table it is put into; -1 unless active
 * @param offset where in the table it begins; empty unless active
 * @param type the type of its elements
 * @param hasExpressions whether its elements are expressions, otherwise they are function indices
 * @param itemsStart file offset of the first element
 * @param itemCount how many elements it has
 */
public record WasmElementSegment(
    int index,
    long fileStart,
    long fileEnd,
    SegmentMode mode,
    int table,
    Optional<ConstantExpression> offset,
    ValueType type,
    boolean hasExpressions,
    long itemsStart,
    int itemCount) {
  /** Refuses null. */
  public WasmElementSegment {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(type, "type");
  }
}
