package dev.weighbridge.report.writing;

import java.io.IOException;

/** One record of comma-separated values as RFC 4180 has them, but for the lone line feed. */
public final class CsvLine {
  private final Appendable out;
  private final StringBuilder line = new StringBuilder(200);
  private boolean isBegun;

  public CsvLine(Appendable out) {
    this.out = out;
  }

  /** Adds a number. */
  public CsvLine add(long value) {
    comma().append(value);
    return this;
  }

  /** Adds a text, quoted where it must be. */
  public CsvLine add(String text) {
    comma();
    if (isPlain(text)) {
      line.append(text);
    } else {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
    return this;
  }

  private StringBuilder comma() {
    if (isBegun) {
      line.append(',');
    }
    isBegun = true;
    return line;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  /** Writes the record and begins the next one. */
  public void end() throws IOException {
    out.append(line.append('\n'));
    line.setLength(0);
    isBegun = false;
  }
}
