package dev.weighbridge.document;

import dev.weighbridge.internal.config.ConfigTable;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What something has of each measure, or how much more it has.
 *
 * @param file bytes in the file
 * @param memory bytes in memory
 * @param others what it has of the other measures that were asked for, by their names
 */
public record Sizes(long file, long memory, Map<String, Long> others) {
  /** Copies. */
  public Sizes {
    Objects.requireNonNull(others, "others");
    others = Map.copyOf(others);
  }

  /**
   * What it has of a measure.
   *
   * @param measure its name: {@code file}, {@code memory}, {@code debug}
   * @return empty if it was not asked for
   */
  public OptionalLong of(String measure) {
    Objects.requireNonNull(measure, "measure");
    if (measure.equals("file")) {
      return OptionalLong.of(file);
    }
    if (measure.equals("memory")) {
      return OptionalLong.of(memory);
    }
    Long value = others.get(measure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Sizes, none below 0. */
  static Sizes read(ConfigTable table) {
    Map<String, Long> others = table.table("measures").map(DocumentText::counts).orElseGet(Map::of);
    return new Sizes(
        DocumentText.count(table, "fileSize"), DocumentText.count(table, "memorySize"), others);
  }

  /** Differences of sizes. */
  static Sizes readChange(ConfigTable table) {
    Map<String, Long> others =
        table.table("measures").map(DocumentText::integers).orElseGet(Map::of);
    return new Sizes(
        DocumentText.integer(table, "fileSize"), DocumentText.integer(table, "memorySize"), others);
  }
}
