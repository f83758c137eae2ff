package dev.weighbridge.testing;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
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

  /** The rows of every level sum to the row above, in the file, in memory, by kind and by basis. */
  public BinaryModelAssert addsUpBy(Dimension... dimensions) {
    SizeTree tree = actual.by(dimensions);
    Assertions.assertThat(tree.fileSize()).as("tree").isEqualTo(actual.fileSize());
    Assertions.assertThat(tree.memorySize()).as("memory").isEqualTo(actual.memorySize());
    long byKind = 0;
    for (Kind kind : Kind.values()) {
      byKind += tree.fileSize(kind);
    }
    long byBasis = 0;
    for (Basis basis : Basis.values()) {
      byBasis += tree.fileSize(basis);
    }
    Assertions.assertThat(byKind).as("kinds").isEqualTo(actual.fileSize());
    Assertions.assertThat(byBasis).as("bases").isEqualTo(actual.fileSize());
    addUp(tree.rows(), tree.fileSize(), tree.memorySize(), "file");
    return this;
  }

  private static void addUp(List<SizeRow> rows, long fileSize, long memorySize, String above) {
    long file = 0;
    long memory = 0;
    long last = Long.MAX_VALUE;
    for (SizeRow row : rows) {
      file += row.fileSize();
      memory += row.memorySize();
      Assertions.assertThat(row.fileSize()).as("order below %s", above).isLessThanOrEqualTo(last);
      last = row.fileSize();
      if (!row.rows().isEmpty()) {
        addUp(row.rows(), row.fileSize(), row.memorySize(), row.label());
      }
    }
    Assertions.assertThat(file).as("file size below %s", above).isEqualTo(fileSize);
    Assertions.assertThat(memory).as("memory size below %s", above).isEqualTo(memorySize);
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
