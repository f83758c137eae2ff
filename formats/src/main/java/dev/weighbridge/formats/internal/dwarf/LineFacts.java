package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.lines.LineCursor;
import dev.weighbridge.formats.dwarf.lines.LineProgram;
import dev.weighbridge.formats.dwarf.lines.LineSequence;
import dev.weighbridge.formats.internal.dwarf.functions.SourceRows;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;

/**
 * Makes the line table: runs each line program once, for the first unit that names it, and leaves
 * out the sequences of code that the linker dropped.
 */
final class LineFacts {
  private final DwarfProgram program;
  private final CodeAddresses code;
  private final Diagnostics diagnostics;
  private final LineTable.Builder table = new LineTable.Builder();
  private final SourceRows sources = new SourceRows();
  private final LineSequence sequence = new LineSequence();
  private long unsorted;

  LineFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.code = program.code();
    this.diagnostics = diagnostics;
  }

  LineTable read() {
    LongIntMap seen = new LongIntMap();
    for (int row : program.order()) {
      DwarfUnit unit = program.unit(row);
      long start = unit.lineProgram();
      if (start >= 0 && seen.putIfAbsent(start, row) < 0) {
        LineProgram.of(unit, diagnostics).ifPresent(lines -> run(unit, lines));
      }
    }
    if (unsorted > 0) {
      diagnostics.warn(
          ".debug_line", -1, "addresses that do not fall", unsorted + " sequences of others");
    }
    return table.build(sources.build());
  }

  private void run(DwarfUnit unit, LineProgram lines) {
    sources.open(lines.files());
    LineCursor rows = lines.rows();
    while (sequence.read(rows)) {
      Work.check();
      if (isAlive(unit)) {
        add();
      }
    }
    rows.defect().ifPresent(diagnostics::add);
  }

  private boolean isAlive(DwarfUnit unit) {
    long start = sequence.start();
    return sequence.count() > 0
        && start != sequence.end()
        && !unit.encoding().isTombstone(start)
        && code.isCode(start);
  }

  /** Adds the rows, in as many sequences as are needed for addresses to rise. */
  private void add() {
    if (!sequence.isAscending()) {
      unsorted++;
    }
    long begin = 0;
    boolean isOpen = false;
    for (int row = 0; row < sequence.count(); row++) {
      long start = sequence.address(row);
      long end = code.clip(sequence.end(row));
      boolean isForward = Long.compareUnsigned(start, end) < 0;
      if (isOpen && start - begin > 0xFFFF_FFFFL) {
        table.end(code.clip(start));
        isOpen = false;
      }
      if (isForward && !isOpen) {
        begin = start;
        table.begin(start);
        isOpen = true;
      }
      if (isForward) {
        table.add(start, sources.row(sequence.file(row)), sequence.line(row), sequence.column(row));
      }
      boolean isBehind = Long.compareUnsigned(start, sequence.end(row)) > 0;
      boolean isLast = row + 1 == sequence.count();
      if (isOpen && (isBehind || isLast)) {
        table.end(isForward ? end : code.clip(start));
        isOpen = false;
      }
    }
  }
}
