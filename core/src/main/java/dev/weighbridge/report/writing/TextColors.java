package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.ValueType;

/**
 * Colours of text in a terminal, by which the eye finds what matters: titles stand out, rows
 * without a name stand back, growth is red and what was saved is green.
 */
final class TextColors {
  static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String USUAL = "\u001b[m";

  private final TextLine line;
  private final boolean isUsed;
  private boolean isBegun;

  /**
   * Colours of what is added to a line.
   *
   * @param isUsed whether there are any
   */
  TextColors(TextLine line, boolean isUsed) {
    this.line = line;
    this.isUsed = isUsed;
  }

  /** Begins a colour. */
  void begin(String code) {
    if (isUsed) {
      line.code(code);
      isBegun = true;
    }
  }

  /** Ends the colour, if one is begun. */
  void end() {
    if (isBegun) {
      line.code(USUAL);
      isBegun = false;
    }
  }

  /** Begins the colour of a value in a column of changes. */
  void change(ValueType type, String value) {
    boolean isChange = type == ValueType.CHANGE || type == ValueType.COUNT_CHANGE;
    if (isChange && value.startsWith("+")) {
      begin(RED);
    } else if (isChange && value.length() > 1 && value.startsWith("-")) {
      begin(GREEN);
    }
  }

  /** Adds the name of a row. */
  void name(String name, int indent) {
    line.pad(indent);
    if (name.startsWith("[")) {
      begin(DIM);
    }
    line.add(name);
    end();
  }
}
