package dev.weighbridge.tree;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a tree: the measures asked for, and behind them bytes in the file and in memory,
 * which every row can tell.
 */
final class MeasureColumns {
  private final Query query;
  private final List<Measure> asked;
  private final List<Measure> all;
  private final MeasureValues[] values;

  /** The column of {@link Measures#FILE}. */
  final int file;

  /** The column of {@link Measures#MEMORY}. */
  final int memory;

  /**
   * Columns of the spans that a query is about.
   *
   * @param asked at least one
   */
  MeasureColumns(Query query, List<Measure> asked) {
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("expected at least one measure, found none");
    }
    this.query = query;
    this.asked = List.copyOf(asked);
    List<Measure> columns = new ArrayList<>(asked);
    for (Measure usual : Measures.usual()) {
      if (!columns.contains(usual)) {
        columns.add(usual);
      }
    }
    all = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    values = new MeasureValues[all.size()];
    for (int column = 0; column < values.length; column++) {
      Measure measure = all.get(column);
      if (!names.add(measure.name())) {
        throw new IllegalArgumentException(
            "expected one measure " + measure.name() + ", found two");
      }
      values[column] = Measures.values(measure, query);
    }
    file = all.indexOf(Measures.FILE);
    memory = all.indexOf(Measures.MEMORY);
  }

  Query query() {
    return query;
  }

  /** The measures asked for; they are the first columns. */
  List<Measure> asked() {
    return asked;
  }

  /** The measures of all columns. */
  List<Measure> all() {
    return all;
  }

  int count() {
    return values.length;
  }

  MeasureValues values(int column) {
    return values[column];
  }

  /** What all spans have of each column. */
  long[] totals() {
    long[] totals = new long[values.length];
    for (int column = 0; column < totals.length; column++) {
      totals[column] = values[column].total();
    }
    return totals;
  }

  /** What no span has of the columns; null if that is nothing. */
  @Nullable OutsideRows outside() {
    for (MeasureValues one : values) {
      if (one.outside() != 0) {
        return OutsideRows.of(values);
      }
    }
    return null;
  }

  /**
   * The column of a measure.
   *
   * @throws IllegalArgumentException if there is none of its name
   */
  int of(Measure measure) {
    for (int column = 0; column < values.length; column++) {
      Measure known = all.get(column);
      if (known == measure || known.name().equals(measure.name())) {
        return column;
      }
    }
    List<String> names = all.stream().map(Measure::name).toList();
    throw new IllegalArgumentException(
        "expected one of the measures " + String.join(", ", names) + ", found " + measure.name());
  }
}
