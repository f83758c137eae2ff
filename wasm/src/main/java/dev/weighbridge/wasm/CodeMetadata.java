package dev.weighbridge.wasm;

import java.util.Objects;

/**
 * What a {@code metadata.code.} section says of one function, branch hints for one. Tool
 * conventions, {@code CodeMetadata.md}.
 *
 * @param type the rest of the section's name: {@code branch_hint}
 * @param function the index of the function
 * @param fileStart first byte of the function's entry
 * @param fileEnd end, exclusive
 * @param itemsStart where the items start: each an offset of an operator, counted from the
 *     declaration of the function's locals, a size and so many bytes
 * @param itemCount how many operators something is said of
 */
public record CodeMetadata(
    String type, int function, long fileStart, long fileEnd, long itemsStart, int itemCount) {
  /** Refuses null. */
  public CodeMetadata {
    Objects.requireNonNull(type, "type");
  }
}
