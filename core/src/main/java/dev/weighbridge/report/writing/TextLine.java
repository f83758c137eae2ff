package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Line.Run;
import dev.weighbridge.report.answer.Line.Style;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One line of a text report, built field by field and used again for the next line. */
public final class TextLine {
  private static final int NARROWEST_NAME = 20;

  /** How far the second line of a sentence is indented. */
  private static final int CONTINUED = 2;

  /** A blank at which no line ends: no name that was made safe has this character. */
  private static final char GLUE = '\0';

  private final Appendable out;
  private final int width;
  private final StringBuilder line = new StringBuilder(160);

  /** Codes of a terminal, and before which character of the line each goes, in their order. */
  private final List<Code> codes = new ArrayList<>();

  private boolean hasGlue;

  private record Code(int at, String text) {}

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

  /**
   * Adds what a terminal heeds and does not show: it takes no room.
   *
   * @param code an escape sequence of ECMA-48
   */
  TextLine code(String code) {
    codes.add(new Code(line.length(), code));
    return this;
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
        case LABEL -> whole(SafeText.cut(SafeText.of(run.text()), room(prose, i)));
        case NAME, STRONG_NAME -> whole(SafeText.of(run.text()));
        case LINK -> whole(run.text());
        case WORDS, STRONG, BREAK -> add(run.text());
        case QUOTE -> add(SafeText.of(run.text()));
      }
    }
    return this;
  }

  /** Adds text at whose blanks no line ends. */
  private void whole(String text) {
    hasGlue |= text.indexOf(' ') >= 0;
    add(text.replace(' ', GLUE));
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

  /**
   * Writes a line of prose, as several where it is too long: broken between words, the next ones
   * indented as far as the last stop of the first. Names, addresses and code stay whole.
   */
  public void endProse(Line prose) throws IOException {
    if (width > 0 && prose.kind() != Line.Kind.CODE) {
      int indent = indent(prose);
      for (int end = breakBehind(indent); end > 0; end = breakBehind(indent)) {
        String rest = line.substring(end + 1);
        boolean isGlued = hasGlue;
        line.setLength(end);
        end();
        hasGlue = isGlued;
        pad(indent).add(rest);
      }
    }
    end();
  }

  private static int indent(Line prose) {
    int indent = CONTINUED;
    for (Run run : prose.runs()) {
      indent = run.style() == Style.TAB ? Integer.parseInt(run.text()) : indent;
    }
    boolean isListed =
        prose.kind() == Line.Kind.BULLET || prose.text().stripLeading().startsWith("- ");
    return isListed && indent > CONTINUED ? indent + CONTINUED : indent;
  }

  /** The last blank at which the line can end, or -1 if it is short enough or has none. */
  private int breakBehind(int indent) {
    if (line.length() <= width) {
      return -1;
    }
    int blank = line.lastIndexOf(" ", width);
    return blank >= indent ? blank : line.indexOf(" ", Math.max(indent, width));
  }

  /** Writes the line without the blanks at its end, and begins the next one. */
  public void end() throws IOException {
    int length = line.length();
    while (length > 0 && line.charAt(length - 1) == ' ') {
      length--;
    }
    line.setLength(length);
    for (int i = 0; hasGlue && i < length; i++) {
      if (line.charAt(i) == GLUE) {
        line.setCharAt(i, ' ');
      }
    }
    for (int i = codes.size() - 1; i >= 0; i--) {
      line.insert(Math.min(codes.get(i).at(), line.length()), codes.get(i).text());
    }
    codes.clear();
    out.append(line.append('\n'));
    line.setLength(0);
    hasGlue = false;
  }
}
