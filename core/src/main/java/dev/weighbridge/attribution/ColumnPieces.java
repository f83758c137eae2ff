package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** Pieces in columns of their own. */
final class ColumnPieces extends Pieces {
  private final LongColumn start;
  private final LongColumn end;
  private final IntColumn code;

  /** Pieces over columns that already hold them in order and do not change any more. */
  ColumnPieces(LongColumn start, LongColumn end, IntColumn code) {
    this.start = start;
    this.end = end;
    this.code = code;
  }

  @Override
  int count() {
    return code.count();
  }

  @Override
  long start(int piece) {
    return start.get(piece);
  }

  @Override
  long end(int piece) {
    return end.get(piece);
  }

  @Override
  int code(int piece) {
    return code.get(piece);
  }

  static final class Builder {
    private final LongColumn start;
    private final LongColumn end;
    private final IntColumn code;

    Builder(int expected) {
      start = new LongColumn(expected);
      end = new LongColumn(expected);
      code = new IntColumn(expected);
    }

    /** Appends a piece; it must start at or behind the end of the last one. */
    void add(long from, long to, int what) {
      start.add(from);
      end.add(to);
      code.add(what);
    }

    ColumnPieces freeze() {
      return new ColumnPieces(start, end, code);
    }
  }
}
