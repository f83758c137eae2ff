package dev.weighbridge.internal.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was meant for. */
public final class Spelling {
  private Spelling() {}

  /**
   * The known word that takes fewest mistakes to become the given one: a letter left out, put in,
   * changed, or two swapped. One mistake in three letters is as many as may be.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String given = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int mistakes = mistakes(given, candidate);
      if (mistakes < fewest && 3 * mistakes <= Math.max(given.length(), candidate.length())) {
        fewest = mistakes;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The distance of two words by optimal string alignment. */
  private static int mistakes(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + changed, 1 + Math.min(last[j], row[j - 1]));
        boolean isSwapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = isSwapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
