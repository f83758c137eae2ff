package dev.weighbridge.diff;

import java.util.List;
import java.util.Optional;

/** A row that is the sum of other rows: those cut from a list, or those a filter kept. */
final class SumRow implements DiffRow {
  private final String label;
  private final Weight before;
  private final Weight after;
  private final List<DiffRow> rows;

  /**
   * A sum.
   *
   * @param rows what it shows below itself
   */
  SumRow(String label, Weight before, Weight after, List<DiffRow> rows) {
    this.label = label;
    this.before = before;
    this.after = after;
    this.rows = rows;
  }

  /** The sum of some rows. */
  static SumRow of(String label, List<DiffRow> parts, List<DiffRow> rows) {
    Weight before = Weight.NONE;
    Weight after = Weight.NONE;
    for (DiffRow part : parts) {
      before = before.plus(part.before());
      after = after.plus(part.after());
    }
    return new SumRow(label, before, after, rows);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Optional<String> formerLabel() {
    return Optional.empty();
  }

  @Override
  public DiffStatus status() {
    Weight delta = delta();
    return DiffStatus.ofChange(delta.fileSize(), delta.memorySize());
  }

  @Override
  public Weight before() {
    return before;
  }

  @Override
  public Weight after() {
    return after;
  }

  @Override
  public List<DiffRow> rows() {
    return rows;
  }
}
