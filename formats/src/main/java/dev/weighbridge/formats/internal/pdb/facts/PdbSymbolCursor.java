package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;

/** Goes over the symbol records of a module, and ends at one that is cut off. */
final class PdbSymbolCursor {
  private static final int HEADER = 4;

  private final Bytes symbols;
  private long record;
  private long next;

  PdbSymbolCursor(Bytes symbols) {
    this.symbols = symbols;
  }

  /** Moves to the next record; false if there is none. */
  boolean next() {
    if (symbols.length() - next < HEADER) {
      return false;
    }
    long end = next + 2 + symbols.u16(next);
    if (end < next + HEADER || end > symbols.length()) {
      return false;
    }
    record = next;
    next = end;
    return true;
  }

  /** The kind of the record: {@code S_GPROC32}. */
  int kind() {
    return symbols.u16(record + 2);
  }

  /** Where the content of the record begins. */
  long start() {
    return record + HEADER;
  }

  /** Where the record ends, exclusive. */
  long end() {
    return next;
  }

  /** Bytes of the content of the record. */
  long size() {
    return next - start();
  }

  /** Bytes of the text at a place in the record, without its NUL; 0 if there is none. */
  int textLength(int at) {
    if (size() <= at) {
      return 0;
    }
    long from = start() + at;
    long nul = symbols.indexOf((byte) 0, from, next);
    return (int) ((nul < 0 ? next : nul) - from);
  }

  /** The text at a place in the record. */
  String text(int at) {
    int length = textLength(at);
    return length == 0 ? "" : symbols.text(start() + at, start() + at + length);
  }
}
