package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Line.Run;
import dev.weighbridge.report.answer.Line.Style;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;

/** One line of a text report, built field by field and used again for the next line. */
public final class TextLine {
  private static final int NARROWEST_NAME = 20;

  private final Appendable out;
  private final int width;
  private final StringBuilder line = new StringBuilder(160);

  /**
   * Lines of a width.
   *
   * @param width characters that a line may have; 0 for any number
   */
  public TextLine(Appendable out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Lines of any width. */
  public TextLine(Appendable out) {
    this(out, 0);
  }

  /** Characters that a line may have; 0 for any number. */
  public int width() {
    return width;
  }

  /** Adds a field whose text ends at its right edge. */
  public TextLine right(String text, int width) {
    return pad(width - text.length()).add(text);
  }

  /** Adds a field whose text starts at its left edge. */
  public TextLine left(String text, int width) {
    return add(text).pad(width - text.length());
  }

  /** Adds text as it is. */
  public TextLine add(String text) {
    line.append(text);
    return this;
  }

  /** Adds a line of prose; a name that may be cut takes the room that the others leave. */
  public TextLine add(Line prose) {
    int begin = line.length();
    if (prose.kind() == Line.Kind.BULLET) {
      line.append("- ");
    }
    for (int i = 0; i < prose.runs().size(); i++) {
      Run run = prose.runs().get(i);
      switch (run.style()) {
        case TAB -> pad(Integer.parseInt(run.text()) - (line.length() - begin));
        case LABEL -> add(SafeText.cut(SafeText.of(run.text()), room(prose, i)));
        case WORDS, STRONG, LINK, BREAK -> add(run.text());
        default -> add(SafeText.of(run.text()));
      }
    }
    return this;
  }

  private int room(Line prose, int label) {
    int used = line.length();
    for (Run run : prose.runs().subList(label + 1, prose.runs().size())) {
      used += run.style() == Style.TAB ? 0 : SafeText.of(run.text()).length();
    }
    return width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - used);
  }

  /** Adds blanks; none if the number is negative. */
  public TextLine pad(int count) {
    for (int i = 0; i < count; i++) {
      line.append(' ');
    }
    return this;
  }

  /** Adds a rule. */
  public TextLine rule(int width) {
    for (int i = 0; i < width; i++) {
      line.append('-');
    }
    return this;
  }

  /** Writes the line without the blanks at its end, and begins the next one. */
  public void end() throws IOException {
    int length = line.length();
    while (length > 0 && line.charAt(length - 1) == ' ') {
      length--;
    }
    line.setLength(length);
    out.append(line.append('\n'));
    line.setLength(0);
  }
}
