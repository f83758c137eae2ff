package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.util.List;

/** XML 1.0 written piece by piece; nothing in a name can become an element. */
public final class XmlText {
  private final Appendable out;

  /** A text that has nothing yet. */
  public XmlText(Appendable out) {
    this.out = out;
  }

  /** Writes what stands first. */
  public void declaration() throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Begins the tag of an element. */
  public XmlText begin(String element) throws IOException {
    out.append('<').append(element);
    return this;
  }

  /** Writes an attribute of the tag that was begun. */
  public XmlText attribute(String name, String value) throws IOException {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    return this;
  }

  /** Writes an attribute that is a number. */
  public XmlText attribute(String name, long value) throws IOException {
    return attribute(name, Long.toString(value));
  }

  /** Ends the tag of an element that has others. */
  public XmlText open() throws IOException {
    out.append(">\n");
    return this;
  }

  /** Ends the tag of an element that has nothing. */
  public XmlText close() throws IOException {
    out.append("/>\n");
    return this;
  }

  /** Ends the tag of an element, and writes the lines that it has. */
  public XmlText text(String lines, String element) throws IOException {
    out.append('>');
    String before = "";
    for (String line : List.of(lines.split("\n", -1))) {
      out.append(before).append(escaped(line));
      before = "\n";
    }
    return end(element);
  }

  /** Ends an element. */
  public XmlText end(String element) throws IOException {
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** A text fit for an attribute or an element: XML has no place for some characters (2.2). */
  public static String escaped(String text) {
    String safe = SafeText.of(text);
    StringBuilder escaped = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\uFFFE', '\uFFFF' -> escaped.append('\uFFFD');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
