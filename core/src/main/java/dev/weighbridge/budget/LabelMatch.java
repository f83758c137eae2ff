package dev.weighbridge.budget;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which labels of rows a limit means: its own, or all in which its pattern is found. */
final class LabelMatch {
  private final String label;
  private final @Nullable Pattern pattern;

  /** A label, or a pattern between slashes, as limits name them. */
  LabelMatch(String label) {
    this.label = label;
    pattern = LimitSubject.isPattern(label) ? LimitSubject.pattern(label) : null;
  }

  /** Whether a label is meant. People write {@code kind code}; the row is called {@code [code]}. */
  boolean isMet(String text) {
    if (pattern != null) {
      return pattern.matcher(text).find();
    }
    return text.equals(label) || text.equals("[" + label + "]");
  }
}
