package dev.weighbridge.budget;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which labels of rows a subject means: its own, or all in which its pattern is found. */
final class LabelMatch {
  private final String label;
  private final @Nullable Pattern pattern;

  LabelMatch(LimitSubject subject) {
    label = subject.label();
    pattern = subject.isPattern() ? subject.pattern() : null;
  }

  /** Whether a label is meant. People write {@code kind code}; the row is called {@code [code]}. */
  boolean isMet(String text) {
    if (pattern != null) {
      return pattern.matcher(text).find();
    }
    return text.equals(label) || text.equals("[" + label + "]");
  }
}
