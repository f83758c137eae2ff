package dev.weighbridge.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of prose: words of ours and names that the file chose, each of which a format writes in
 * its way. Immutable; adding gives a new line.
 *
 * @param kind how it stands among others
 * @param runs what it is made of
 */
public record Line(Kind kind, List<Run> runs) {
  /** A line without anything. */
  public static final Line EMPTY = new Line(Kind.PLAIN, List.of());

  /** How a line stands among others. */
  public enum Kind {
    /** A line of a paragraph. */
    PLAIN,
    /** One of a list. */
    BULLET,
    /** One of a block of code. */
    CODE
  }

  /** What a run of characters is. */
  public enum Style {
    /** Words of ours. */
    WORDS,
    /** Words of ours, stressed. */
    STRONG,
    /** A name that the file chose. */
    NAME,
    /** A name that the file chose, stressed. */
    STRONG_NAME,
    /** A name that the file chose, cut where the line is too long. */
    LABEL,
    /** A sentence that may quote the file. */
    QUOTE,
    /** Blanks up to a column, of lines of text. */
    TAB,
    /** The address of a page. */
    LINK,
    /** The end of a line in a cell. */
    BREAK
  }

  /**
   * Characters that are alike.
   *
   * @param text of a tab its column in digits
   */
  public record Run(Style style, String text) {
    /** Refuses null. */
    public Run {
      Objects.requireNonNull(style, "style");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Copies the list. */
  public Line {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(runs, "runs");
    runs = List.copyOf(runs);
  }

  /** A line of words of ours. */
  public static Line of(String words) {
    Objects.requireNonNull(words, "words");
    return EMPTY.add(words);
  }

  /** A line that is one of a list. */
  public static Line bullet() {
    return new Line(Kind.BULLET, List.of());
  }

  /** A line of a block of code. */
  public static Line code(String text) {
    Objects.requireNonNull(text, "text");
    return new Line(Kind.CODE, List.of(new Run(Style.NAME, text)));
  }

  private Line with(Style style, String text) {
    List<Run> longer = new ArrayList<>(runs);
    longer.add(new Run(style, text));
    return new Line(kind, longer);
  }

  /** The line and words of ours. */
  public Line add(String words) {
    Objects.requireNonNull(words, "words");
    return with(Style.WORDS, words);
  }

  /** The line and words of ours, stressed. */
  public Line strong(String words) {
    Objects.requireNonNull(words, "words");
    return with(Style.STRONG, words);
  }

  /** The line and a name that the file chose. */
  public Line name(String name) {
    Objects.requireNonNull(name, "name");
    return with(Style.NAME, name);
  }

  /** The line and a name that the file chose, stressed. */
  public Line strongName(String name) {
    Objects.requireNonNull(name, "name");
    return with(Style.STRONG_NAME, name);
  }

  /** The line and a name that the file chose, to be cut where the line is too long. */
  public Line label(String name) {
    Objects.requireNonNull(name, "name");
    return with(Style.LABEL, name);
  }

  /** The line and a sentence that may quote the file. */
  public Line quote(String sentence) {
    Objects.requireNonNull(sentence, "sentence");
    return with(Style.QUOTE, sentence);
  }

  /** The line and blanks up to a column, in text; one blank elsewhere. */
  public Line tab(int column) {
    return with(Style.TAB, Integer.toString(column));
  }

  /** The line and the address of a page. */
  public Line link(String address) {
    Objects.requireNonNull(address, "address");
    return with(Style.LINK, address);
  }

  /** The line and the end of a line, in a cell; a blank elsewhere. */
  public Line newLine() {
    return with(Style.BREAK, " ");
  }

  /** Its characters, names made safe. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      text.append(run.style() == Style.TAB ? " " : SafeText.of(run.text()));
    }
    return text.toString();
  }

  /** The line and all of another. */
  public Line add(Line other) {
    Objects.requireNonNull(other, "other");
    List<Run> longer = new ArrayList<>(runs);
    longer.addAll(other.runs);
    return new Line(kind, longer);
  }
}
