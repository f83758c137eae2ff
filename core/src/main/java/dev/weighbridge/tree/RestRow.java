package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import java.util.List;
import java.util.Optional;

/**
 * The row that stands for those cut from a list. It weighs what the row above weighs less the rows
 * shown: a few rows to add up where the rest may be a million.
 */
final class RestRow implements SizeRow {
  private final String label;
  private final SizeRow above;
  private final List<SizeRow> shown;
  private final List<SizeRow> rest;

  /**
   * A rest.
   *
   * @param above the sum of {@code shown} and {@code rest}
   */
  RestRow(String label, SizeRow above, List<SizeRow> shown, List<SizeRow> rest) {
    this.label = label;
    this.above = above;
    this.shown = shown;
    this.rest = rest;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<Measure> measures() {
    return above.measures();
  }

  @Override
  public long value(Measure measure) {
    long left = above.value(measure);
    for (SizeRow row : shown) {
      left -= row.value(measure);
    }
    return left;
  }

  /** The sum of the counts of its parts; a symbol with bytes in two of them counts twice. */
  @Override
  public int count() {
    int sum = 0;
    for (SizeRow row : rest) {
      sum += row.count();
    }
    return sum;
  }

  @Override
  public long value(Measure measure, Kind kind) {
    long left = above.value(measure, kind);
    for (SizeRow row : shown) {
      left -= row.value(measure, kind);
    }
    return left;
  }

  @Override
  public long fileSize(Basis basis) {
    long left = above.fileSize(basis);
    for (SizeRow row : shown) {
      left -= row.fileSize(basis);
    }
    return left;
  }

  @Override
  public Basis basis() {
    Basis weakest = Basis.EXACT;
    for (SizeRow row : rest) {
      Basis basis = row.basis();
      weakest = basis.compareTo(weakest) > 0 ? basis : weakest;
    }
    return weakest;
  }

  @Override
  public List<SizeRow> rows() {
    return List.of();
  }

  @Override
  public Optional<SymbolFacts> symbol() {
    return Optional.empty();
  }
}
