package dev.weighbridge.wasm;

import java.util.List;
import java.util.Objects;

/**
 * One field of the producers section: {@code language}, {@code processed-by} or {@code sdk}. Tool
 * conventions, {@code ProducersSection.md}.
 *
 * @param name the field's name
 * @param values what produced the module, in the order of the file
 */
public record ProducersField(String name, List<Value> values) {
  /** Refuses null. */
  public ProducersField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
  }

  /** A tool, language or kit, and its version; the version may be empty. */
  public record Value(String name, String version) {
    /** Refuses null. */
    public Value {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(version, "version");
    }
  }
}
