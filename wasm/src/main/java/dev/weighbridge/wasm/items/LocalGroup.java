package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ValueType;
import java.util.Objects;

/**
 * Some locals of one type, as a body declares them. Core specification 5.5.13.
 *
 * @param count how many
 * @param type their type
 */
public record LocalGroup(long count, ValueType type) {
  /** Refuses null. */
  public LocalGroup {
    Objects.requireNonNull(type, "type");
  }
}
