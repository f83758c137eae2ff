package dev.weighbridge.report.answer;

/** What the values of a column are: how people see them and how programs read them. */
public enum ValueType {
  /** A name that the file chose, of a row that may have rows below it; cut where room is short. */
  LABEL,
  /** A name that the file chose, or a text that has one in it. */
  NAME,
  /** Several names that the file chose. */
  NAMES,
  /** A word of ours, as it is. */
  WORD,
  /** A sentence of ours that may quote the file. */
  SENTENCE,
  /** Lines of ours. */
  LINES,
  /** A number of bytes. */
  BYTES,
  /** How many there are. */
  COUNT,
  /** A number that is not grouped: an index, an order. */
  NUMBER,
  /** How many more bytes there are than before; less than none if there are fewer. */
  CHANGE,
  /** How many more there are than before; less than none if there are fewer. */
  COUNT_CHANGE,
  /** A file offset; -1 for none. */
  OFFSET,
  /** A virtual address, unsigned; -1 for none. */
  ADDRESS,
  /** A part of a whole, for people in percent. */
  SHARE,
  /** A number with a fraction. */
  DECIMAL,
  /** Yes or no. */
  FLAG,
  /** A figure that is written out already; people only. */
  FIGURE,
  /** A line with names and stresses, for people only. */
  LINE,
  /** Numbers, one for each of several things. */
  NUMBERS,
  /** At which level of a tree the row stands, from 1. */
  LEVEL,
  /** Columns that belong together: an object for programs, fields one after the other. */
  GROUP,
  /** Rows of another table that belong to the row. */
  ROWS;

  /** Whether its values end at the right edge of a column. */
  public boolean isRight() {
    return switch (this) {
      case BYTES,
          COUNT,
          NUMBER,
          CHANGE,
          COUNT_CHANGE,
          OFFSET,
          ADDRESS,
          SHARE,
          DECIMAL,
          FIGURE,
          LEVEL ->
          true;
      default -> false;
    };
  }

  /** Whether its values are numbers of bytes. */
  public boolean isBytes() {
    return this == BYTES || this == CHANGE;
  }
}
