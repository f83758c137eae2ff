package dev.weighbridge.lint;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.document.LintDocument;
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

  private final Map<String, Long> bytes;

  private Baseline(Map<String, Long> bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the JSON that {@code weighbridge lint --format json} wrote.
   *
   * @throws IOException if it cannot be read
   * @throws ConfigException if it is not such a document, or one that leaves findings out
   */
  public static Baseline read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return of(file.toString(), LintDocument.read(file));
  }

  /**
   * Reads such a JSON text.
   *
   * @param source what the text is called in errors: a file name
   * @throws ConfigException if it is not such a document, or one that leaves findings out
   */
  public static Baseline parse(String source, String text) {
    return of(source, LintDocument.parse(source, text));
  }

  private static Baseline of(String source, LintDocument document) {
    if (document.others() > 0) {
      String found = document.others() + " left out";
      throw new ConfigException(source + ": others", "every finding, as without --rows", found);
    }
    Map<String, Long> bytes = new HashMap<>();
    for (LintDocument.Finding finding : document.findings()) {
      String key =
          finding.evidence().stream()
              .findFirst()
              .map(place -> finding.rule() + " " + place.label())
              .orElse(finding.rule());
      bytes.merge(key, finding.saving(), Math::max);
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
