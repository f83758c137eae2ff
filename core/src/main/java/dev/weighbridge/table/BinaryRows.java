package dev.weighbridge.table;

import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one binary: its spans told apart by columns, and added up. Spans are gone through
 * once, a chunk at a time; nothing but sums is kept.
 */
final class BinaryRows {
  /** The columns that tell bytes of a binary apart, in the order of keys. */
  static final List<TableColumn> LEVELS =
      TableColumn.all().stream().filter(BinaryRows::isOfBinaries).toList();

  /** The columns of numbers, in the order of sums. */
  static final List<TableColumn> MEASURES =
      TableColumn.all().stream().filter(TableColumn::isNumber).toList();

  private static final int CHUNK = 4_096;

  private final Query query;
  private final TextPool pool;
  private final List<TableColumn> asked = new ArrayList<>();
  private final RowSums rows = new RowSums(LEVELS.size(), MEASURES.size(), 0);
  private final MeasureValues[] values = new MeasureValues[MEASURES.size()];

  private BinaryRows(Query query, TableShape shape, Optional<Measure> shipped, TextPool pool) {
    for (TableColumn column : LEVELS) {
      if (shape.tells(column)) {
        asked.add(column);
      }
    }
    this.query = LevelLabels.cut(query, asked);
    this.pool = pool;
    for (int column = 0; column < values.length; column++) {
      Optional<Measure> measure = measure(MEASURES.get(column), shape, shipped);
      if (measure.isPresent()) {
        values[column] = Measures.values(measure.get(), this.query);
      }
    }
  }

  private static boolean isOfBinaries(TableColumn column) {
    return column.isLevel() && column != TableColumn.LAYER && column != TableColumn.ENTRY;
  }

  private Optional<Measure> measure(
      TableColumn column, TableShape shape, Optional<Measure> shipped) {
    return switch (column) {
      case FILE_SIZE -> Optional.of(Measures.FILE);
      case MEMORY_SIZE -> Optional.of(Measures.MEMORY);
      case SHIPPED ->
          shape.tells(column) && shipped.isEmpty() ? Optional.of(Measures.SHIPPED) : shipped;
      case DEBUG -> shape.tells(column) ? Optional.of(Measures.DEBUG) : Optional.empty();
      default ->
          shape.tells(column) && DebugPlaces.arePresent(query.attribution())
              ? Optional.of(Measures.INLINED)
              : Optional.empty();
    };
  }

  /**
   * The rows of a binary.
   *
   * @param shipped what a package ships of it, if it is in one
   * @param pool takes the texts
   */
  static RowSums of(Query query, TableShape shape, Optional<Measure> shipped, TextPool pool) {
    return new BinaryRows(query, shape, shipped, pool).sums();
  }

  private RowSums sums() {
    List<LevelLabels> labels = new ArrayList<>();
    for (TableColumn column : asked) {
      labels.add(LevelLabels.of(column, query, pool));
    }
    int spans = query.attribution().partition().spanCount();
    int[][] texts = new int[asked.size()][Math.min(CHUNK, spans)];
    int[] ofSpan = new int[Math.min(CHUNK, spans)];
    for (int from = 0; from < spans; from += CHUNK) {
      int to = Math.min(spans, from + CHUNK);
      query.work().checkCancelled();
      for (int i = 0; i < texts.length; i++) {
        labels.get(i).fill(from, to, texts[i]);
      }
      findRows(texts, to - from, ofSpan);
      for (int column = 0; column < values.length; column++) {
        if (values[column] != null) {
          values[column].addTo(from, to, ofSpan, rows.column(column));
        }
      }
    }
    frame();
    for (int column = 0; column < values.length; column++) {
      if (values[column] == null) {
        rows.fill(column, RowSums.UNKNOWN);
      } else {
        prove(column);
      }
    }
    return rows;
  }

  private void findRows(int[][] texts, int count, int[] ofSpan) {
    int[] part = new int[texts.length];
    for (int i = 0; i < part.length; i++) {
      part[i] = LEVELS.indexOf(asked.get(i));
    }
    int[] key = new int[LEVELS.size()];
    Arrays.fill(key, TextPool.NONE);
    int last = -1;
    for (int span = 0; span < count; span++) {
      boolean isLike = last >= 0;
      for (int i = 0; i < part.length; i++) {
        isLike &= key[part[i]] == texts[i][span];
        key[part[i]] = texts[i][span];
      }
      last = isLike ? last : rows.row(key);
      ofSpan[span] = last;
    }
  }

  /** A row for what no span has, as the headers of a compressed file. */
  private void frame() {
    for (int column = 0; column < values.length; column++) {
      long outside = values[column] == null ? 0 : values[column].outside();
      if (outside > 0) {
        int[] key = new int[LEVELS.size()];
        Arrays.fill(key, TextPool.NONE);
        for (TableColumn level : asked) {
          if (level != TableColumn.VERSION) {
            key[LEVELS.indexOf(level)] = pool.number(MeasureValues.OUTSIDE);
          }
        }
        rows.add(rows.row(key), column, outside);
      }
    }
  }

  private void prove(int column) {
    long sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      sum = Math.addExact(sum, rows.sum(row, column));
    }
    long total = values[column].total();
    if (sum != total) {
      String what = MEASURES.get(column).key();
      throw new IllegalStateException(
          what + " of rows: expected " + total + " in all, found " + sum);
    }
  }
}
