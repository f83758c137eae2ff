package dev.weighbridge.history;

import dev.weighbridge.query.UnknownWordException;
import java.util.List;
import java.util.Objects;

/**
 * A figure that a history keeps of each build.
 *
 * @param name {@code file}, {@code memory}, {@code shipped}, {@code normalised}, {@code kind},
 *     {@code section}, {@code crate} or {@code region}
 * @param label which kind, section, crate or region of memory; empty if about the whole file
 */
public record HistoryFigure(String name, String label) {
  /** Bytes in the file. */
  public static final HistoryFigure FILE = new HistoryFigure("file", "");

  private static final List<String> WHOLE = List.of("file", "memory", "shipped", "normalised");
  private static final List<String> ROWS = List.of("kind", "section", "crate", "region");

  /** Checks that nothing is missing. */
  public HistoryFigure {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
  }

  /**
   * The figure that a text names: {@code file}, {@code crate=serde_json}.
   *
   * @throws UnknownWordException if it is none
   */
  public static HistoryFigure parse(String text) {
    Objects.requireNonNull(text, "text");
    int equals = text.indexOf('=');
    if (equals > 0 && equals + 1 < text.length() && ROWS.contains(text.substring(0, equals))) {
      return new HistoryFigure(text.substring(0, equals), text.substring(equals + 1));
    }
    if (!WHOLE.contains(text)) {
      throw new UnknownWordException(
          "one of " + String.join(", ", WHOLE) + ", " + String.join("=NAME, ", ROWS) + "=NAME",
          text,
          WHOLE);
    }
    return new HistoryFigure(text, "");
  }

  /** What it is, for people: {@code crate serde_json}. */
  public String text() {
    return label.isEmpty() ? name : name + " " + label;
  }
}
