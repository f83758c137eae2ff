package dev.weighbridge.llvmlines;

import java.util.Objects;

/**
 * What changed of functions that are counted as one.
 *
 * @param label their name for people
 * @param linesBefore lines in the older IR; 0 if it has none of them
 * @param lines lines in the newer one
 * @param copiesBefore how many functions the older IR has
 * @param copies how many the newer one has
 */
public record IrChange(String label, long linesBefore, long lines, int copiesBefore, int copies) {
  /** Checks that there is a label. */
  public IrChange {
    Objects.requireNonNull(label, "label");
  }

  /** How many lines more there are. */
  public long delta() {
    return lines - linesBefore;
  }

  /** How many copies more there are. */
  public int copiesDelta() {
    return copies - copiesBefore;
  }

  /** Changes as one. */
  static IrChange sum(String label, Iterable<IrChange> changes) {
    IrChange sum = new IrChange(label, 0, 0, 0, 0);
    for (IrChange change : changes) {
      sum =
          new IrChange(
              label,
              sum.linesBefore + change.linesBefore,
              sum.lines + change.lines,
              sum.copiesBefore + change.copiesBefore,
              sum.copies + change.copies);
    }
    return sum;
  }
}
