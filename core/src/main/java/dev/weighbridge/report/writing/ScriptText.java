package dev.weighbridge.report.writing;

import java.io.IOException;

/**
 * JSON on its way into a {@code script} element. There only {@code <} can end the element or begin
 * a comment (HTML Standard 4.12.1.3), and older engines end a line at U+2028 and U+2029; in JSON
 * all three stand only in strings, where an escape says the same.
 */
public final class ScriptText implements Appendable {
  private final Appendable out;

  public ScriptText(Appendable out) {
    this.out = out;
  }

  @Override
  public Appendable append(CharSequence text) throws IOException {
    return append(text, 0, text.length());
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) throws IOException {
    int written = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '\u2028' || c == '\u2029') {
        out.append(text, written, i).append(escape(c));
        written = i + 1;
      }
    }
    out.append(text, written, end);
    return this;
  }

  @Override
  public Appendable append(char c) throws IOException {
    out.append(c == '<' || c == '\u2028' || c == '\u2029' ? escape(c) : String.valueOf(c));
    return this;
  }

  private static String escape(char c) {
    return c == '<' ? "\\u003c" : c == '\u2028' ? "\\u2028" : "\\u2029";
  }
}
