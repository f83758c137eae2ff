package dev.weighbridge.category;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a name must look like: {@code core::fmt::*}, where a star stands for any characters and the
 * rest for itself, and which describes the whole name; or, between slashes, a regular expression
 * that must be found somewhere in it.
 *
 * <p>A regular expression can take time that doubles with each character of a name. So it sees only
 * the first {@value #MAX_TEXT} characters, and may look at a character {@value #MAX_STEPS} times
 * before {@link TooManySteps} ends it. The form with stars needs no such care: it never looks back.
 */
final class TextPattern {
  /** Characters of a name that a regular expression sees; nested groups take stack for each. */
  static final int MAX_TEXT = 2000;

  /** Far more than a sensible expression needs for a name of that length. */
  static final int MAX_STEPS = 1_000_000;

  /** Shorter words are found in too many names to save anything. */
  private static final int SHORTEST_WORD = 3;

  /** An expression was about to take for ever. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  private final List<String> pieces;
  private final @Nullable Pattern regex;

  private TextPattern(List<String> pieces, @Nullable Pattern regex) {
    this.pieces = pieces;
    this.regex = regex;
  }

  /**
   * Compiles a pattern.
   *
   * @throws PatternSyntaxException if it is a regular expression that is none
   */
  static TextPattern of(String text) {
    if (text.length() > 1 && text.startsWith("/") && text.endsWith("/")) {
      return new TextPattern(List.of(), Pattern.compile(text.substring(1, text.length() - 1)));
    }
    return new TextPattern(List.of(text.split("\\*", -1)), null);
  }

  /** Whether a name looks like this. */
  boolean matches(String text) {
    if (regex != null) {
      String seen = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
      Matcher matcher = regex.matcher(new CountedText(seen, new Steps()));
      return matcher.find();
    }
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (pieces.size() == 1) {
      return text.equals(first);
    }
    if (text.length() < first.length() + last.length()
        || !text.startsWith(first)
        || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    int end = text.length() - last.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length() > end) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }

  /** The words that every name has that looks like this. Regular expressions tell none. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (String piece : pieces) {
      for (String word : piece.split("[^A-Za-z0-9_]+", -1)) {
        boolean isName = word.length() >= SHORTEST_WORD && !Character.isDigit(word.charAt(0));
        if (isName && !GeneratedWords.contains(word) && !words.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** How often a text was looked at. */
  private static final class Steps {
    private int count;

    void count() {
      if (++count > MAX_STEPS) {
        throw new TooManySteps();
      }
    }
  }

  /** A text that counts how often it is looked at, together with all its parts. */
  private record CountedText(CharSequence text, Steps steps) implements CharSequence {
    @Override
    public char charAt(int index) {
      steps.count();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
