package dev.weighbridge.graph;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.PaddingPatterns;

/**
 * Code that needs what lies behind it: its last instruction neither jumps nor returns, and only
 * no-operations lie in between. {@code __aeabi_dsub} of libgcc, for example, changes a sign and
 * goes on into {@code __adddf3}.
 */
final class FallThrough {
  /** Bytes that align the next function at most: a page. */
  private static final int MOST_FILLER = 1 << 12;

  private final Partition partition;
  private final Bytes file;
  private final CodeEnd codeEnd = new CodeEnd();
  private final CodeEnd trimmed = new CodeEnd();

  FallThrough(Partition partition, Bytes file) {
    this.partition = partition;
    this.file = file;
  }

  /** Takes instructions from the start of a piece of code. */
  CodeEnd begin() {
    codeEnd.start();
    return codeEnd;
  }

  /**
   * Where in the piece that was read the instruction starts that goes on behind its end; -1 if none
   * does. Filler at the end is passed over.
   *
   * @param place file offset of the piece
   */
  int lastOf(
      InstructionCursor cursor,
      PaddingPatterns padding,
      byte[] code,
      int length,
      long place,
      long address) {
    if (!codeEnd.goesOnAt(length) || padding.fillsCode(file, place, place + length)) {
      return -1;
    }
    int tail = (int) (padding.tailStart(file, place, place + length) - place);
    if (tail == length) {
      return codeEnd.position();
    }
    if (!isPassed(cursor, code, tail, length, address + tail)) {
      return -1;
    }
    trimmed.start();
    cursor.start(code, 0, tail, address);
    while (cursor.next()) {
      trimmed.take(cursor, address, length);
    }
    return trimmed.goesOnAt(tail) ? trimmed.position() : -1;
  }

  /** Whether instructions are read that all go on to the next. */
  private static boolean isPassed(
      InstructionCursor cursor, byte[] code, int from, int to, long address) {
    cursor.start(code, from, to, address);
    int at = from;
    while (at < to && cursor.next()) {
      at = cursor.end();
      if (cursor.flow() != Flow.NEXT || cursor.isData()) {
        return false;
      }
    }
    return at == to;
  }

  /** The span of code that follows one in its section, behind nothing but no-operations; or -1. */
  int next(InstructionCursor cursor, int span, long address) {
    long at = address;
    for (int next = span + 1; next < partition.fileSpanCount(); next++) {
      boolean isBehind =
          partition.start(next) == partition.end(next - 1)
              && partition.section(next) == partition.section(span)
              && partition.segment(next) == partition.segment(span)
              && partition.image(next) == partition.image(span);
      if (!isBehind) {
        return -1;
      }
      if (partition.kind(next) != Kind.PADDING) {
        return partition.kind(next) == Kind.CODE ? next : -1;
      }
      long start = partition.start(next);
      long length = partition.end(next) - start;
      // A linker fills up with zeros what it has put together: nobody runs through that.
      if (length > MOST_FILLER || PaddingPatterns.isZero(file, start, start + length)) {
        return -1;
      }
      byte[] filler = new byte[(int) length + InstructionCursor.SLACK];
      file.copy(start, filler, 0, (int) length);
      if (!isPassed(cursor, filler, 0, (int) length, at)) {
        return -1;
      }
      at += length;
    }
    return -1;
  }
}
