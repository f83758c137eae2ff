package dev.weighbridge.report.diff;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffStatus;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.answer.Figures;
import java.util.Optional;

/**
 * A row of a diff with what is written of it, each weighed once.
 *
 * @param row the row; of a total one of its parts does not matter
 * @param before bytes in the old build by which it is shown
 * @param after bytes in the new build by which it is shown
 */
record Change(
    String label,
    Optional<String> former,
    Optional<String> later,
    DiffStatus status,
    Weight weightBefore,
    Weight weightAfter,
    long before,
    long after,
    Optional<DiffRow> row) {

  /** A row that is shown by a measure. */
  static Change of(DiffRow row, Measure measure) {
    Weight before = row.before();
    Weight after = row.after();
    return new Change(
        row.label(),
        row.formerLabel(),
        row.laterLabel(),
        row.status(),
        before,
        after,
        before.value(measure),
        after.value(measure),
        Optional.of(row));
  }

  /** A row that sums up others. */
  static Change total(String label, long before, long after) {
    return new Change(
        label,
        Optional.empty(),
        Optional.empty(),
        DiffStatus.SAME,
        Weight.NONE,
        Weight.NONE,
        before,
        after,
        Optional.empty());
  }

  /** By how much it weighs more in the new build. */
  Weight delta() {
    return weightAfter.minus(weightBefore);
  }

  /** The change in percent, or in a word where there is none. */
  String percent() {
    return Figures.change(before, after);
  }

  /** What became of it, if anything. */
  String shownStatus() {
    return status == DiffStatus.SAME ? "" : status.key();
  }
}
