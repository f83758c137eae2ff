package dev.weighbridge.wasm;

import java.util.Objects;

/**
 * One entry of the target features section. Tool conventions, {@code Linking.md}.
 *
 * @param prefix {@code +} if the module uses the feature, {@code -} if it must not be linked with
 *     those that do, {@code =} if all must use it
 * @param name the feature: {@code bulk-memory}
 */
public record TargetFeature(char prefix, String name) {
  /** Refuses null. */
  public TargetFeature {
    Objects.requireNonNull(name, "name");
  }
}
