package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.dwarf.DwarfUnits;

/** Cuts the units of a program into runs of about as many bytes each, for several threads. */
public final class UnitBatches {
  /** Less is not worth a thread. */
  private static final long LEAST_BATCH = 1 << 20;

  private static final int MAX_BATCHES = 32;

  private UnitBatches() {}

  /** The ends of the runs, exclusive: rows of units. */
  public static int[] ends(DwarfProgram program) {
    long least = Math.max(LEAST_BATCH, bytes(program) / MAX_BATCHES);
    IntColumn ends = new IntColumn(0);
    long size = 0;
    for (int row = 0; row < program.unitCount(); row++) {
      size += size(program, row);
      if (size >= least || row == program.unitCount() - 1) {
        ends.add(row + 1);
        size = 0;
      }
    }
    return ends.freeze();
  }

  private static long bytes(DwarfProgram program) {
    long sum = 0;
    for (int row = 0; row < program.unitCount(); row++) {
      sum += size(program, row);
    }
    return sum;
  }

  /** Bytes of the unit that tells of the code of a unit. */
  private static long size(DwarfProgram program, int row) {
    int file = program.splitFile(row);
    DwarfUnits units = program.ownOrSplit(file).units();
    int at = file == EntryRef.OWN_FILE ? row : program.splitRow(row);
    return units.end(at) - units.start(at);
  }
}
