package dev.weighbridge.query;

import dev.weighbridge.internal.words.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * A word of a question that names nothing. Its message says what was expected, what was found, and
 * what may have been meant.
 */
public final class UnknownWordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;
  private final String nearest;

  /**
   * Says what is wrong with a word.
   *
   * @param expected what the word should be
   * @param found the word
   * @param known the words it may have been meant for
   */
  public UnknownWordException(String expected, String found, List<String> known) {
    this(expected, found, Spelling.nearest(found, known).orElse(""));
  }

  private UnknownWordException(String expected, String found, String nearest) {
    super(
        "expected "
            + expected
            + ", found '"
            + found
            + "'"
            + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
    this.expected = expected;
    this.found = found;
    this.nearest = nearest;
  }

  /** What was expected. */
  public String expected() {
    return expected;
  }

  /** The word found. */
  public String found() {
    return found;
  }

  /** The known word that is spelt nearly like it; empty if none is. */
  public Optional<String> nearest() {
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }
}
