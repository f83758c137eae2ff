package dev.weighbridge.llvmlines;

import java.util.Objects;

/**
 * Functions that are counted as one.
 *
 * @param label their name for people
 * @param lines lines of IR of all of them
 * @param copies how many functions there are
 * @param largest lines of the longest of them
 * @param symbols how many of them own bytes of the program; 0 if there is none beside the IR
 * @param codeSize bytes of their code in the program
 * @param fileSize bytes of the program that would go with them: code, unwind entries, names ...
 */
public record IrRow(
    String label, long lines, int copies, int largest, int symbols, long codeSize, long fileSize) {
  /** Checks that there is a label. */
  public IrRow {
    Objects.requireNonNull(label, "label");
  }

  /** Rows as one. */
  static IrRow sum(String label, Iterable<IrRow> rows) {
    IrRow sum = new IrRow(label, 0, 0, 0, 0, 0, 0);
    for (IrRow row : rows) {
      sum =
          new IrRow(
              label,
              sum.lines + row.lines,
              sum.copies + row.copies,
              Math.max(sum.largest, row.largest),
              sum.symbols + row.symbols,
              sum.codeSize + row.codeSize,
              sum.fileSize + row.fileSize);
    }
    return sum;
  }
}
