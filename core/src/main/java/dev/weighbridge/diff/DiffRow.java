package dev.weighbridge.diff;

import dev.weighbridge.measure.Measure;
import java.util.List;
import java.util.Optional;

/**
 * One row of a {@link SizeDiff}: the same thing in two builds. A view; cheap to make, nothing is
 * computed until asked.
 */
public interface DiffRow {
  /** The label, for people: that of the new build, or of the old one if the row is gone. */
  String label();

  /**
   * The label in the old build where it is another: a closure with another number, a crate of
   * another version, an instance for another type, a function of another name and the same bytes.
   * Of what was below another row that with its own: {@code src/a.rs > app::run}.
   */
  Optional<String> formerLabel();

  /** Of a row that moved away from here, the row that it is below now, with its own label. */
  default Optional<String> laterLabel() {
    return Optional.empty();
  }

  /** The measures that were asked for; the first sorts. */
  List<Measure> measures();

  /** What became of it. */
  DiffStatus status();

  /** What it weighs in the old build; nothing if it is new. */
  Weight before();

  /** What it weighs in the new build; nothing if it is gone. */
  Weight after();

  /** By how much it weighs more in the new build. */
  default Weight delta() {
    return after().minus(before());
  }

  /** The rows of the next level, the largest change first; empty at the last level. */
  List<DiffRow> rows();
}
