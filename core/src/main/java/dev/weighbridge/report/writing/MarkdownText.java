package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Line.Run;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Markdown of the kind GitHub and GitLab read, written piece by piece. A file chooses its own
 * names, so a name is always a code span: nothing in it can become a link, a mention or HTML.
 */
public final class MarkdownText {
  /** Labels in a table are cut to this: wider ones push the figures off a comment's column. */
  private static final int LABEL_WIDTH = 90;

  private final Appendable out;

  public MarkdownText(Appendable out) {
    this.out = out;
  }

  /** A name as a code span that also stands in a table: {@code `a\|b`}. */
  public static String code(String name) {
    String text = SafeText.cut(SafeText.of(name), LABEL_WIDTH).replace("|", "\\|");
    if (text.isBlank()) {
      return "` `";
    }
    String fence = "`".repeat(longestRun(text) + 1);
    // A span may not begin or end with a bare backtick; one blank on both sides is not shown.
    return fence.length() == 1 ? fence + text + fence : fence + " " + text + " " + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** A sentence of ours, or one that quotes a file: what Markdown would read is escaped. */
  public static String prose(String sentence) {
    String shown = SafeText.of(sentence);
    StringBuilder text = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '&' -> text.append("&amp;");
        // Of an entity a forge makes neither a mention nor a reference.
        case '@' -> text.append("&#64;");
        case '#' -> text.append("&#35;");
        case '\\', '`', '*', '_', '[', ']', '|', '~' -> text.append('\\').append(c);
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  /** A line of prose: words of ours as they are, names as code. */
  public static String line(Line line) {
    StringBuilder text = new StringBuilder();
    for (Run run : line.runs()) {
      switch (run.style()) {
        case WORDS -> text.append(run.text());
        case STRONG -> text.append("**").append(run.text()).append("**");
        case NAME, LABEL -> text.append(code(run.text()));
        case STRONG_NAME -> text.append("**").append(code(run.text())).append("**");
        case QUOTE -> text.append(prose(run.text()));
        case TAB -> text.append(' ');
        case LINK -> text.append('<').append(address(run.text())).append('>');
        case BREAK -> text.append("<br>");
      }
    }
    return text.toString();
  }

  private static String address(String link) {
    return SafeText.of(link).replace(">", "%3E");
  }

  /** Writes text as it is. */
  public MarkdownText add(String text) throws IOException {
    out.append(text);
    return this;
  }

  /** Ends a line. */
  public MarkdownText end() throws IOException {
    out.append('\n');
    return this;
  }

  /**
   * Begins a table.
   *
   * @param titles one per column
   * @param isRight which columns are figures
   */
  public MarkdownText table(String[] titles, boolean[] isRight) throws IOException {
    cells(titles);
    out.append('|');
    for (boolean right : isRight) {
      out.append(right ? " --: |" : " :-- |");
    }
    out.append('\n');
    return this;
  }

  /** Begins a table whose first column is text and whose others are figures. */
  public MarkdownText table(String... titles) throws IOException {
    boolean[] isRight = new boolean[titles.length];
    Arrays.fill(isRight, 1, isRight.length, true);
    return table(titles, isRight);
  }

  /** Writes one row; cells are Markdown already. */
  public MarkdownText cells(String... cells) throws IOException {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(cell).append(" |");
    }
    out.append('\n');
    return this;
  }

  /** Writes lines as they are, as a block of code. */
  public MarkdownText block(List<String> lines) throws IOException {
    int longest = 2;
    for (String line : lines) {
      longest = Math.max(longest, longestRun(line));
    }
    String fence = "`".repeat(longest + 1);
    out.append(fence).append('\n');
    for (String line : lines) {
      out.append(SafeText.of(line)).append('\n');
    }
    out.append(fence).append('\n');
    return this;
  }

  /** Begins what a reader sees only on demand. */
  public MarkdownText fold(String summary) throws IOException {
    out.append("<details>\n<summary>").append(summary).append("</summary>\n\n");
    return this;
  }

  /** Ends it. */
  public MarkdownText unfold() throws IOException {
    out.append("\n</details>\n");
    return this;
  }
}
