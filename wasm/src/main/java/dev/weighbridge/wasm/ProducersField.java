package dev.weighbridge.wasm;

import java.util.List;

/**
 * One field of the producers section: {@code language}, {@code processed-by} or {@code sdk}. Tool
 * conventions, {@code ProducersSection.md}.
 *
 * @param name the field's name
 * @param values what produced the module, in the order of the file
 */
public record ProducersField(String name, List<Value> values) {
  /** A tool, language or kit, and its version; the version may be empty. */
  public record Value(String name, String version) {}
}
