package dev.weighbridge.testing;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** AssertJ assertions on what a file weighs: the laws, and single rows. */
public final class BinaryModelAssert extends AbstractAssert<BinaryModelAssert, BinaryModel> {
  private BinaryModelAssert(BinaryModel actual) {
    super(actual, BinaryModelAssert.class);
  }

  /** Starts an assertion. */
  public static BinaryModelAssert assertThat(BinaryModel actual) {
    return new BinaryModelAssert(actual);
  }

  /** Every byte of the file lies in exactly one span, and spans follow each other without a gap. */
  public BinaryModelAssert coversFileExactly() {
    Partition partition = actual.attribution().partition();
    long at = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Assertions.assertThat(partition.start(span)).as("start of span %d", span).isEqualTo(at);
      at += partition.fileSize(span);
    }
    Assertions.assertThat(at).as("end of the last span").isEqualTo(actual.fileSize());
    return this;
  }

  /** As {@link #addsUpBy(List, Dimension...)}, for all built-in measures. */
  public BinaryModelAssert addsUpBy(Dimension... dimensions) {
    List<Measure> measures = new ArrayList<>(Measures.all());
    if (actual.query().shipping().isEmpty()) {
      measures.remove(Measures.SHIPPED);
    }
    return addsUpBy(measures, dimensions);
  }

  /**
   * The rows of every level sum to the row above in every measure, by kind and by basis, and are in
   * the order of the first measure.
   */
  public BinaryModelAssert addsUpBy(List<Measure> measures, Dimension... dimensions) {
    SizeTree tree = actual.by(List.of(dimensions), measures);
    Assertions.assertThat(tree.fileSize()).as("tree").isEqualTo(actual.fileSize());
    Assertions.assertThat(tree.memorySize()).as("memory").isEqualTo(actual.memorySize());
    long byBasis = 0;
    for (Basis basis : Basis.values()) {
      byBasis += tree.fileSize(basis);
    }
    Assertions.assertThat(byBasis).as("bases").isEqualTo(actual.fileSize());
    List<Measure> all = tree.groups().measures();
    long[] totals = new long[all.size()];
    for (int i = 0; i < totals.length; i++) {
      MeasureValues values = all.get(i).values(tree.query());
      totals[i] = values.total();
      long byKind = values.outside();
      for (Kind kind : Kind.values()) {
        byKind += tree.value(all.get(i), kind);
      }
      Assertions.assertThat(byKind).as("kinds of %s", all.get(i).name()).isEqualTo(totals[i]);
    }
    addUp(tree.rows(), all, totals, "file");
    return this;
  }

  private static void addUp(List<SizeRow> rows, List<Measure> measures, long[] above, String name) {
    long[] sums = new long[above.length];
    long last = Long.MAX_VALUE;
    for (SizeRow row : rows) {
      long[] values = new long[sums.length];
      for (int i = 0; i < sums.length; i++) {
        values[i] = row.value(measures.get(i));
        sums[i] += values[i];
      }
      Assertions.assertThat(values[0]).as("order below %s", name).isLessThanOrEqualTo(last);
      last = values[0];
      if (!row.rows().isEmpty()) {
        addUp(row.rows(), measures, values, row.label());
      }
    }
    Assertions.assertThat(sums).as("below %s", name).isEqualTo(above);
  }

  /** Bytes of this basis are at most this share of the file. */
  public BinaryModelAssert hasAtMost(double share, Basis basis) {
    long bytes = actual.bySection().fileSize(basis);
    Assertions.assertThat((double) bytes / actual.fileSize())
        .as("%s: %d of %d bytes", basis, bytes, actual.fileSize())
        .isLessThanOrEqualTo(share);
    return this;
  }
}
