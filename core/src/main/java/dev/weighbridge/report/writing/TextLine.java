package dev.weighbridge.report.writing;

import java.io.IOException;

/** One line of a text report, built field by field and used again for the next line. */
public final class TextLine {
  private final Appendable out;
  private final StringBuilder line = new StringBuilder(160);

  public TextLine(Appendable out) {
    this.out = out;
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
