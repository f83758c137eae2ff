package dev.weighbridge.lint;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Findings that are already known, so that only new ones and those that grew are reported.
 *
 * <p>Read from the JSON of an earlier run. A finding is known if one of the same rule, about the
 * same thing, had at least as many bytes at stake, with one part in twenty to spare. Immutable.
 */
public final class Baseline {
  /** No finding is known. */
  public static final Baseline EMPTY = new Baseline(Map.of());

  private static final String SCHEMA = "weighbridge/lint/1";

  private final Map<String, Long> bytes;

  private Baseline(Map<String, Long> bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the JSON that {@code weighbridge lint --format json} wrote.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is not such a document
   */
  public static Baseline read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return of(ConfigTable.readJson(file));
  }

  /**
   * Reads such a JSON text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if it is not such a document
   */
  public static Baseline parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return of(ConfigTable.json(source, text));
  }

  private static Baseline of(ConfigTable document) {
    if (!document.text("schema").orElse("").equals(SCHEMA)) {
      throw document.fault("schema", SCHEMA);
    }
    Map<String, Long> bytes = new HashMap<>();
    for (ConfigTable finding : document.tables("findings")) {
      String rule = finding.requiredText("rule");
      String key =
          finding.tables("evidence").stream()
              .findFirst()
              .map(evidence -> rule + " " + evidence.requiredText("label"))
              .orElse(rule);
      bytes.merge(key, finding.count("savingBytes").orElse(0), Math::max);
    }
    return new Baseline(bytes);
  }

  /** Whether a finding is known. */
  public boolean knows(Finding finding) {
    Objects.requireNonNull(finding, "finding");
    Long known = bytes.get(finding.key());
    return known != null && finding.saving().bytes() <= known + known / 20;
  }

  @Override
  public String toString() {
    return bytes.size() + " findings";
  }
}
