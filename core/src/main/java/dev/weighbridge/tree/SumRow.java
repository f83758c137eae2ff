package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import java.util.List;
import java.util.Optional;

/** A row that is the sum of other rows: those cut from a list, or those a filter kept. */
final class SumRow implements SizeRow {
  private final String label;
  private final List<SizeRow> parts;
  private final List<SizeRow> rows;

  /**
   * A sum.
   *
   * @param parts what it sums; at least one row
   * @param rows what it shows below itself
   */
  SumRow(String label, List<SizeRow> parts, List<SizeRow> rows) {
    this.label = label;
    this.parts = parts;
    this.rows = rows;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<Measure> measures() {
    return parts.get(0).measures();
  }

  @Override
  public long value(Measure measure) {
    long sum = 0;
    for (SizeRow part : parts) {
      sum += part.value(measure);
    }
    return sum;
  }

  /** The sum of the counts of its parts; a symbol with bytes in two of them counts twice. */
  @Override
  public int count() {
    int sum = 0;
    for (SizeRow part : parts) {
      sum += part.count();
    }
    return sum;
  }

  @Override
  public long value(Measure measure, Kind kind) {
    long sum = 0;
    for (SizeRow part : parts) {
      sum += part.value(measure, kind);
    }
    return sum;
  }

  @Override
  public long fileSize(Basis basis) {
    long sum = 0;
    for (SizeRow part : parts) {
      sum += part.fileSize(basis);
    }
    return sum;
  }

  @Override
  public Basis basis() {
    Basis weakest = Basis.EXACT;
    for (SizeRow part : parts) {
      Basis basis = part.basis();
      weakest = basis.compareTo(weakest) > 0 ? basis : weakest;
    }
    return weakest;
  }

  @Override
  public List<SizeRow> rows() {
    return rows;
  }

  @Override
  public Optional<SymbolFacts> symbol() {
    return Optional.empty();
  }
}
