package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Line.Run;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;

/** HTML written piece by piece; nothing in a name can become an element. */
final class HtmlText {
  private final Appendable out;

  HtmlText(Appendable out) {
    this.out = out;
  }

  /** A text as it stands between elements, or in an attribute between quotes. */
  static String escaped(String text) {
    String safe = SafeText.of(text);
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** Begins an element; nothing if it has no name. */
  HtmlText mark(String element) throws IOException {
    if (!element.isEmpty()) {
      out.append('<').append(element).append('>');
    }
    return this;
  }

  /** Ends an element. */
  HtmlText end(String element) throws IOException {
    out.append("</").append(element).append('>');
    return this;
  }

  /** Writes a text. */
  HtmlText text(String text) throws IOException {
    out.append(escaped(text));
    return this;
  }

  /** Writes a name. */
  HtmlText name(String name) throws IOException {
    return mark("code").text(name).end("code");
  }

  /** Writes markup as it is. */
  HtmlText markup(String markup) throws IOException {
    out.append(markup);
    return this;
  }

  /** Ends a line of the source. */
  HtmlText line() throws IOException {
    out.append('\n');
    return this;
  }

  /** Writes a line of prose. */
  HtmlText line(Line line) throws IOException {
    for (Run run : line.runs()) {
      switch (run.style()) {
        case STRONG -> mark("strong").text(run.text()).end("strong");
        case NAME, LABEL -> name(run.text());
        case STRONG_NAME -> mark("strong").name(run.text()).end("strong");
        case TAB -> out.append(' ');
        case LINK -> link(run.text());
        case BREAK -> mark("br");
        case WORDS, QUOTE -> text(run.text());
      }
    }
    return this;
  }

  /** A page elsewhere is opened only if the reader asks. */
  private void link(String address) throws IOException {
    out.append("<a href=\"").append(escaped(address)).append("\" rel=\"noreferrer\">");
    text(address).end("a");
  }
}
