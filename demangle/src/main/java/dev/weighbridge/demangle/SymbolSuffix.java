package dev.weighbridge.demangle;

import java.util.Objects;

/**
 * One suffix word of a symbol name.
 *
 * @param kind what it says
 * @param text the word with its leading dot or dollar, and with its number
 */
public record SymbolSuffix(SuffixKind kind, String text) {
  /** Checks that nothing is missing. */
  public SymbolSuffix {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
