package dev.weighbridge.formats.internal.dwarf.program;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;

import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.dwarf.lines.LineCursor;
import dev.weighbridge.formats.dwarf.lines.LineProgram;
import dev.weighbridge.formats.dwarf.lines.LineSequence;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/**
 * Finds the code of units: what their first entries state; where those cannot tell all, the code of
 * their functions and of their lines, too.
 */
public final class UnitCode {
  /** Units of version 2 state one range at most, whatever code they have. */
  private static final int RANGES_SINCE = 3;

  private final DwarfProgram program;
  private final Diagnostics diagnostics;
  private final LiveRanges ranges;
  private final AbbreviationTables[] tables;
  private final LongIntMap linePrograms = new LongIntMap();
  private final LineSequence sequence = new LineSequence();

  public UnitCode(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
    this.ranges = new LiveRanges(program);
    this.tables = new AbbreviationTables[program.supplementaryFile()];
  }

  /** Claims the code of a unit. */
  public void claim(int row, AddressMap.Builder claims) {
    DwarfUnit unit = program.unit(row);
    Attributes root = unit.attributes();
    ranges.open(unit);
    ranges.read(root);
    claimRanges(row, claims);
    boolean isOld = unit.encoding().version() < RANGES_SINCE;
    boolean isStated = root.has(DW_AT_ranges) || root.has(DW_AT_high_pc);
    boolean mayHaveMore = program.role(row) == Role.COMPILE && (isOld || !isStated);
    // A unit that has lines nowhere has no functions either, so those need not be looked for.
    if (mayHaveMore && claimLines(row, unit, claims)) {
      claimFunctions(row, claims);
    }
  }

  private void claimRanges(int row, AddressMap.Builder claims) {
    for (int i = 0; i < ranges.count(); i++) {
      claims.add(ranges.start(i), ranges.end(i), row, 0);
    }
  }

  private void claimFunctions(int row, AddressMap.Builder claims) {
    DwarfUnit full = program.full(row);
    int file = program.splitFile(row);
    if (tables[file] == null) {
      tables[file] = program.ownOrSplit(file).abbreviationTables();
    }
    ranges.open(full);
    EntryCursor entry = full.entries(tables[file]);
    while (entry.next()) {
      if (entry.tag() == DW_TAG_subprogram) {
        ranges.read(entry.attributes());
        claimRanges(row, claims);
      }
    }
    entry.defect().ifPresent(diagnostics::add);
  }

  /** Claims the code that lines are told of; false if there is none. */
  private boolean claimLines(int row, DwarfUnit unit, AddressMap.Builder claims) {
    long start = unit.lineProgram();
    if (start < 0 || linePrograms.putIfAbsent(start, row) >= 0) {
      return false;
    }
    // The line table tells what is wrong with the program.
    Optional<LineProgram> lines = LineProgram.of(unit, new Diagnostics());
    if (lines.isEmpty()) {
      return false;
    }
    int before = claims.count();
    LineCursor rows = lines.get().rows();
    while (sequence.read(rows)) {
      Work.check();
      long from = sequence.start();
      boolean isAlive = !unit.encoding().isTombstone(from) && program.code().isCode(from);
      if (isAlive) {
        claims.add(from, program.code().clip(sequence.end()), row, 0);
      }
    }
    return claims.count() > before;
  }

  /** Tells what was wrong with the lists read. */
  public void report() {
    ranges.report(diagnostics);
  }
}
