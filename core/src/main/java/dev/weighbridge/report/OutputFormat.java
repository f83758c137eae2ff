package dev.weighbridge.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report can be written. Each report supports some: see {@link Report#formats}. */
public enum OutputFormat {
  /** For people at a terminal. */
  TEXT,
  /** For programs: one object, or one a line where there is a row for each byte range. */
  JSON,
  /** For spreadsheets: comma-separated values, RFC 4180, with a line of column names. */
  CSV,
  /** For comments on pull requests: Markdown as GitHub reads it. */
  MARKDOWN,
  /** For browsers: one page that needs no network. */
  HTML,
  /** For code scanning: SARIF 2.1.0. */
  SARIF;

  /** The name in commands: {@code text}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name such as {@code text}, or empty if there is none. */
  public static Optional<OutputFormat> named(String key) {
    for (OutputFormat format : values()) {
      if (format.key().equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** That a report has no writer for this format. */
  public IllegalArgumentException isNoneOf(List<OutputFormat> formats) {
    return new IllegalArgumentException("format: expected one of " + formats + ", found " + this);
  }
}
