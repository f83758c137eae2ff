package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ConstantExpression;
import java.util.Objects;
import java.util.Optional;

/**
 * A data segment: bytes that are put into a memory. Core specification 5.5.14.
 *
 * @param index its index
 * @param fileStart first byte of its header
 * @param fileEnd end of its content, exclusive
 * @param mode how it is used
 * @param memory the memory it is put into; -1 if passive
 * @param offset where in the memory it begins; empty if passive
 * @param contentStart first byte of its content
 */
public record WasmDataSegment(
    int index,
    long fileStart,
    long fileEnd,
    SegmentMode mode,
    int memory,
    Optional<ConstantExpression> offset,
    long contentStart) {
  /** Refuses null. */
  public WasmDataSegment {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(offset, "offset");
  }

  /** Bytes of its content. */
  public long contentSize() {
    return fileEnd - contentStart;
  }

  /** The address in its memory where it begins, or -1 if the file alone does not tell. */
  public long address() {
    return offset.isPresent() ? offset.get().integer() : -1;
  }
}
