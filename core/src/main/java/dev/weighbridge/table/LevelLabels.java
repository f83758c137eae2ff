package dev.weighbridge.table;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;
import java.util.Arrays;
import java.util.List;

/** What the spans of a binary are called in one column, as numbers of a pool of texts. */
final class LevelLabels {
  private static final int NOT_ASKED = -2;

  private final Labels labels;
  private final TextPool pool;
  private final int[] numbers;

  private LevelLabels(Labels labels, TextPool pool) {
    this.labels = labels;
    this.pool = pool;
    numbers = new int[labels.count()];
    Arrays.fill(numbers, NOT_ASKED);
  }

  /** What a query must be cut for, of some columns. */
  static Query cut(Query query, List<TableColumn> columns) {
    return Dimensions.cut(query, columns.stream().map(LevelLabels::dimension).toList());
  }

  /** Those of a column. */
  static LevelLabels of(TableColumn column, Query query, TextPool pool) {
    Partition partition = query.attribution().partition();
    Labels labels =
        switch (column) {
          case KIND -> new Words(partition, TableColumn.KIND, Kind.count());
          case BASIS -> new Words(partition, TableColumn.BASIS, Basis.count());
          case EVIDENCE -> new Words(partition, TableColumn.EVIDENCE, Evidence.count());
          case CRATE -> CrateLabels.names(query);
          case VERSION -> CrateLabels.versions(query);
          default -> dimension(column).labels(query);
        };
    return new LevelLabels(labels, pool);
  }

  /** The dimension of a column; that of kinds, which cuts nothing, for those that have none. */
  private static Dimension dimension(TableColumn column) {
    return switch (column) {
      case SECTION -> Dimensions.SECTION;
      case LIBRARY -> Dimensions.LIBRARY;
      case PACKAGE -> Dimensions.MODULE;
      case UNIT -> Dimensions.UNIT;
      case FUNCTION -> Dimensions.FUNCTION;
      case GENERIC -> Dimensions.GENERIC;
      default -> Dimensions.KIND;
    };
  }

  /** Takes the numbers of the texts of spans that follow each other. */
  void fill(int from, int to, int[] texts) {
    labels.fill(from, to, texts);
    for (int i = 0; i < to - from; i++) {
      texts[i] = number(texts[i]);
    }
  }

  private int number(int label) {
    int number = numbers[label];
    if (number == NOT_ASKED) {
      number = pool.number(labels.text(label));
      numbers[label] = number;
    }
    return number;
  }

  /** Words that every span has one of. */
  private static final class Words extends Labels {
    private final Partition partition;
    private final TableColumn column;

    Words(Partition partition, TableColumn column, int count) {
      super(count);
      this.partition = partition;
      this.column = column;
    }

    @Override
    public int of(int span) {
      return switch (column) {
        case KIND -> partition.kindOrdinal(span);
        case BASIS -> partition.basisOrdinal(span);
        default -> partition.names(span).ordinal();
      };
    }

    @Override
    public String text(int label) {
      return switch (column) {
        case KIND -> Kind.of(label).key();
        case BASIS -> Basis.of(label).key();
        default -> Evidence.of(label).key();
      };
    }
  }
}
