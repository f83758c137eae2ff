package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.CV_LINES_HAVE_COLUMNS;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LINE_ALWAYS_STEP_INTO;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.LINE_NEVER_STEP_INTO;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a module: of functions themselves, while code inlined into them has the line of the
 * call. A sequence is the code of one function, or of what else is in one piece.
 */
final class PdbLineRows {
  private static final int HEADER = 12;
  private static final int BLOCK = 12;
  private static final int LINE = 8;
  private static final int COLUMN = 4;
  private static final int LINE_MASK = 0xFF_FFFF;

  /** The lines of one piece of code, in ascending order; addresses are those of the image. */
  static final class Sequence {
    private final long start;
    private final long end;
    private final long[] address;
    private final int[] order;
    private final IntColumn file;
    private final IntColumn line;
    private final IntColumn column;

    private Sequence(long start, long end, Block rows) {
      this.start = start;
      this.end = end;
      address = rows.address.freeze();
      order = Order.ascending(address, address.length);
      file = rows.file;
      line = rows.line;
      column = rows.column;
    }

    long start() {
      return start;
    }

    long end() {
      return end;
    }

    int count() {
      return order.length;
    }

    long address(int row) {
      return address[order[row]];
    }

    int file(int row) {
      return file.get(order[row]);
    }

    int line(int row) {
      return line.get(order[row]);
    }

    int column(int row) {
      return column.get(order[row]);
    }

    /** The last row that begins at or before an address, -1 if none does. */
    int rowAt(long at) {
      return Order.lastAtOrBefore(address, order, at);
    }
  }

  private static final class Block {
    private final LongColumn address = new LongColumn(0);
    private final IntColumn file = new IntColumn(0);
    private final IntColumn line = new IntColumn(0);
    private final IntColumn column = new IntColumn(0);
  }

  private final List<Sequence> sequences = new ArrayList<>();
  private final long[] starts;
  private final int[] order;

  /**
   * Reads the lines of a module.
   *
   * @param sources where rows of its files are made, which is open for the module
   */
  PdbLineRows(PdbModuleStream module, PdbProgram program, PdbSources sources) {
    for (Bytes part : module.lines()) {
      read(part, program, sources);
    }
    starts = new long[sequences.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = sequences.get(i).start();
    }
    order = Order.ascending(starts, starts.length);
  }

  /** The sequences in the order of the file. */
  List<Sequence> sequences() {
    return sequences;
  }

  /** The sequence that holds an address; the last one if there are several. */
  Optional<Sequence> at(long address) {
    int found = Order.lastAtOrBefore(starts, order, address);
    return found < 0 || address >= sequences.get(order[found]).end()
        ? Optional.empty()
        : Optional.of(sequences.get(order[found]));
  }

  private void read(Bytes part, PdbProgram program, PdbSources sources) {
    if (part.length() < HEADER) {
      return;
    }
    long start = program.address(part.u16(4), part.u32(0));
    if (start < 0) {
      return;
    }
    boolean hasColumns = (part.u16(6) & CV_LINES_HAVE_COLUMNS) != 0;
    long end = program.code().clip(start + part.u32(8));
    Block rows = new Block();
    long at = HEADER;
    while (part.length() - at >= BLOCK) {
      long next = at + part.u32(at + 8);
      if (next < at + BLOCK || next > part.length()) {
        break;
      }
      int file = sources.row(part.u32(at));
      int count = count(part, at, next, hasColumns);
      long columns = at + BLOCK + (long) LINE * count;
      for (int i = 0; i < count; i++) {
        long row = at + BLOCK + (long) LINE * i;
        rows.address.add(start + part.u32(row));
        rows.file.add(file);
        rows.line.add(line(part.i32(row + 4) & LINE_MASK));
        rows.column.add(hasColumns ? part.u16(columns + (long) COLUMN * i) : 0);
      }
      at = next;
    }
    if (rows.line.count() > 0) {
      sequences.add(new Sequence(start, end, rows));
    }
  }

  private static int count(Bytes part, long at, long next, boolean hasColumns) {
    long room = (next - at - BLOCK) / (LINE + (hasColumns ? COLUMN : 0));
    return (int) Math.min(part.u32(at + 4), room);
  }

  private static int line(int number) {
    return number == LINE_ALWAYS_STEP_INTO || number == LINE_NEVER_STEP_INTO ? 0 : number;
  }
}
