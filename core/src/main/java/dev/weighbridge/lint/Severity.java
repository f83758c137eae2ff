package dev.weighbridge.lint;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How much a finding matters, least first. */
public enum Severity {
  /** Worth knowing; often with a price of its own, or only for those who need the last byte. */
  NOTE,
  /** A usual step to a small program that was not taken. */
  WARNING,
  /** Should not be shipped like this. */
  ERROR;

  private static final Severity[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line, in settings and in machine output: {@code warning}. */
  public String key() {
    return key;
  }

  /** The severity with this {@link #key}. */
  public static Optional<Severity> named(String key) {
    Objects.requireNonNull(key, "key");
    for (Severity severity : BY_ORDINAL) {
      if (severity.key.equals(key)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
