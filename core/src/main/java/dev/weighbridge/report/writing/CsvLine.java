package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.util.List;

/**
 * One record of comma-separated values as RFC 4180 has them, but for the lone line feed. Names that
 * a file chose are safe for a spreadsheet and a terminal, as {@link SafeText#field} says.
 */
public final class CsvLine implements Column.Sink {
  private final Appendable out;
  private final StringBuilder line = new StringBuilder(200);
  private boolean isBegun;

  /** The first record of a target. */
  public CsvLine(Appendable out) {
    this.out = out;
  }

  /** Adds a number. */
  public CsvLine add(long value) {
    comma().append(value);
    return this;
  }

  /** Adds a text of ours, quoted where it must be. */
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

  @Override
  public void number(Column<?> column, long value) {
    if (value >= 0) {
      add(value);
    } else {
      Column.Sink.super.number(column, value);
    }
  }

  @Override
  public void text(Column<?> column, String value) {
    switch (column.type()) {
      case LABEL, NAME, SENTENCE -> name(value);
      default -> add(value);
    }
  }

  /** Adds a name that the file chose. */
  private void name(String name) {
    if (isHarmless(name)) {
      comma().append(name);
    } else {
      add(SafeText.field(name));
    }
  }

  /** Whether a name is a field as it is: so are nearly all. */
  private static boolean isHarmless(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || c == ',' || c == '"') {
        return false;
      }
    }
    return !SafeText.isTakenForFormula(name);
  }

  @Override
  public void texts(Column<?> column, List<String> values) {
    switch (column.type()) {
      case NAMES -> name(String.join(" ", values));
      default -> add(String.join("\n", values.stream().map(SafeText::of).toList()));
    }
  }

  @Override
  public void none(Column<?> column) {
    add(column.none());
  }

  /** Writes the record and begins the next one. */
  public void end() throws IOException {
    out.append(line.append('\n'));
    line.setLength(0);
    isBegun = false;
  }
}
