package dev.weighbridge.diff;

import dev.weighbridge.measure.Measure;
import java.util.List;
import java.util.Optional;

/** A row that is the sum of other rows: those cut from a list, or those a filter kept. */
final class SumRow implements DiffRow {
  private final String label;
  private final List<Measure> measures;
  private final Weight before;
  private final Weight after;
  private final List<DiffRow> rows;

  /**
   * A sum.
   *
   * @param rows what it shows below itself
   */
  private SumRow(
      String label, List<Measure> measures, Weight before, Weight after, List<DiffRow> rows) {
    this.label = label;
    this.measures = measures;
    this.before = before;
    this.after = after;
    this.rows = rows;
  }

  /** The sum of some rows; at least one. */
  static SumRow of(String label, List<DiffRow> parts, List<DiffRow> rows) {
    Weight before = Weight.NONE;
    Weight after = Weight.NONE;
    for (DiffRow part : parts) {
      before = before.plus(part.before());
      after = after.plus(part.after());
    }
    return new SumRow(label, parts.get(0).measures(), before, after, rows);
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
  public List<Measure> measures() {
    return measures;
  }

  @Override
  public DiffStatus status() {
    return DiffStatus.ofChange(delta().first(measures.size()));
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
