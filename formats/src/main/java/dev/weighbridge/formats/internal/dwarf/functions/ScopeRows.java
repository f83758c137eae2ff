package dev.weighbridge.formats.internal.dwarf.functions;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;

/**
 * Bodies of functions found in some units, before it is known which of them are of one function:
 * one by one a row, what is inlined behind what it was inlined into.
 */
final class ScopeRows {
  private final LongColumn function = new LongColumn(0);
  private final IntColumn parent = new IntColumn(0);
  private final ByteColumn inlined = new ByteColumn(0);
  private final IntColumn depth = new IntColumn(0);
  private final IntColumn unit = new IntColumn(0);
  private final IntColumn callFile = new IntColumn(0);
  private final IntColumn callLine = new IntColumn(0);
  private final IntColumn callColumn = new IntColumn(0);
  private final IntColumn firstRange = new IntColumn(0);
  private final LongColumn rangeStart = new LongColumn(0);
  private final LongColumn rangeEnd = new LongColumn(0);

  /** How many bodies there are. */
  int count() {
    return function.count();
  }

  /**
   * Adds a body; its pieces follow.
   *
   * @param ofFunction the entry of the function, see {@link FunctionRows#key}
   * @param inScope the body that it was inlined into, -1 if none
   * @param isInlined whether it was inlined, if only into what is not told of
   * @param atDepth how many bodies it is in
   * @return its row
   */
  int add(long ofFunction, int inScope, boolean isInlined, int atDepth, int ofUnit) {
    firstRange.add(rangeStart.count());
    function.add(ofFunction);
    parent.add(inScope);
    inlined.add((byte) (isInlined ? 1 : 0));
    depth.add(atDepth);
    unit.add(ofUnit);
    callFile.add(-1);
    callLine.add(0);
    callColumn.add(0);
    return function.count() - 1;
  }

  /** Says where the call of a body is: the file by its number in the list of the unit, or -1. */
  void call(int scope, int file, int line, int column) {
    callFile.set(scope, file);
    callLine.set(scope, line);
    callColumn.set(scope, column);
  }

  /** Adds a piece to the last body. */
  void range(long start, long end) {
    rangeStart.add(start);
    rangeEnd.add(end);
  }

  /** How many pieces all bodies have. */
  int rangeCount() {
    return rangeStart.count();
  }

  /** First address of a piece. */
  long rangeStart(int range) {
    return rangeStart.get(range);
  }

  /** End of a piece, exclusive. */
  long rangeEnd(int range) {
    return rangeEnd.get(range);
  }

  /** Number of the first piece of a body. */
  int firstRange(int scope) {
    return firstRange.get(scope);
  }

  /** End of the pieces of a body, exclusive. */
  int endRange(int scope) {
    return scope + 1 < count() ? firstRange.get(scope + 1) : rangeStart.count();
  }

  /** Adds all bodies to a table, with rows for their functions and for the files of calls. */
  void addTo(
      InlineTable.Builder table, FunctionRows functions, SourceRows sources, DwarfProgram program) {
    int first = table.count();
    int opened = -1;
    for (int scope = 0; scope < count(); scope++) {
      int of = unit.get(scope);
      int in = parent.get(scope);
      int row = functions.row(function.get(scope), of);
      table.add(row, in < 0 ? -1 : first + in, inlined.get(scope) != 0, of);
      for (int range = firstRange.get(scope); range < endRange(scope); range++) {
        table.range(rangeStart.get(range), rangeEnd.get(range), depth.get(scope));
      }
      int file = callFile.get(scope);
      if (file >= 0 && opened != of) {
        sources.open(program.unit(of));
        opened = of;
      }
      int source = file < 0 ? -1 : sources.row(file);
      table.call(first + scope, source, callLine.get(scope), callColumn.get(scope));
    }
  }
}
