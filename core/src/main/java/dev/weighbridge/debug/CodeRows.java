package dev.weighbridge.debug;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.LineTable;
import java.util.function.LongConsumer;

/**
 * A table of debug information that says which of its rows the code, or the data, at each address
 * is of.
 */
public enum CodeRows {
  /** Units: rows are those of the table of units. */
  UNITS {
    @Override
    int count(DebugInformation debug) {
      return debug.units().count();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      return debug.units().code().rowAt(address);
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      ofMap(debug.units().code(), borders);
    }
  },

  /** Source files: rows are those of the sources of the table of lines. */
  FILES {
    @Override
    int count(DebugInformation debug) {
      return debug.lines().sources().count();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      LineTable lines = debug.lines();
      int row = lines.rowAt(address);
      return row < 0 ? -1 : lines.file(row);
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      ofLines(debug.lines(), false, borders);
    }
  },

  /** Lines: rows are those of the table of lines. */
  LINES {
    @Override
    int count(DebugInformation debug) {
      return debug.lines().rowCount();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      int row = debug.lines().rowAt(address);
      return row < 0 || debug.lines().file(row) < 0 ? -1 : row;
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      ofLines(debug.lines(), true, borders);
    }
  },

  /** Source files of code and of data: those of {@link #FILES}, then those of variables. */
  SOURCES {
    @Override
    int count(DebugInformation debug) {
      return FILES.count(debug) + debug.variables().sources().count();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      return FILES.rowAt(debug, address);
    }

    @Override
    boolean tellsOfData() {
      return true;
    }

    @Override
    int ofVariable(DebugInformation debug, int variable) {
      return FILES.count(debug) + debug.variables().file(variable);
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      FILES.borders(debug, borders, ofData);
      ofMap(debug.variables().data(), ofData);
    }
  },

  /** Lines of code and of data: those of {@link #LINES}, then the declarations of variables. */
  SOURCE_LINES {
    @Override
    int count(DebugInformation debug) {
      return LINES.count(debug) + debug.variables().count();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      return LINES.rowAt(debug, address);
    }

    @Override
    boolean tellsOfData() {
      return true;
    }

    @Override
    int ofVariable(DebugInformation debug, int variable) {
      return LINES.count(debug) + variable;
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      LINES.borders(debug, borders, ofData);
      ofMap(debug.variables().data(), ofData);
    }
  },

  /** Bodies of functions, inlined or not: rows are scopes, the innermost at each address. */
  SCOPES {
    @Override
    int count(DebugInformation debug) {
      return debug.inlines().count();
    }

    @Override
    int rowAt(DebugInformation debug, long address) {
      return debug.inlines().code().rowAt(address);
    }

    @Override
    void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData) {
      ofMap(debug.inlines().code(), borders);
    }
  };

  /** How many rows there are. */
  abstract int count(DebugInformation debug);

  /** The row that the code at an address is of, -1 if none. */
  abstract int rowAt(DebugInformation debug, long address);

  /** Whether variables have rows, too. */
  boolean tellsOfData() {
    return false;
  }

  /** The row of a variable, -1 if variables have none. */
  int ofVariable(DebugInformation debug, int variable) {
    return -1;
  }

  /** The addresses at which the row may change: those of code, and as variables count. */
  abstract void borders(DebugInformation debug, LongConsumer borders, LongConsumer ofData);

  private static void ofMap(AddressMap map, LongConsumer borders) {
    for (int range = 0; range < map.count(); range++) {
      borders.accept(map.start(range));
      borders.accept(map.end(range));
    }
  }

  private static void ofLines(LineTable lines, boolean areLines, LongConsumer borders) {
    for (int run = 0; run < lines.runCount(); run++) {
      int before = -1;
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        boolean isNew =
            before < 0
                || lines.file(before) != lines.file(row)
                || (areLines && lines.line(before) != lines.line(row));
        if (isNew) {
          borders.accept(lines.start(run, row));
        }
        before = row;
      }
      borders.accept(lines.runEnd(run));
    }
  }
}
