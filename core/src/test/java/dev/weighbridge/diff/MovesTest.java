package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function of 41 bytes that is in another file than before. */
class MovesTest {
  private static SizeTree tree(String name, String levels) {
    String resource = "/diff/" + name;
    try (InputStream file =
        Objects.requireNonNull(MovesTest.class.getResourceAsStream(resource), resource)) {
      Bytes bytes = Bytes.of(file.readAllBytes());
      BinaryModel model = BinaryModel.of(name, bytes, OpenOptions.DEFAULT);
      List<Dimension> dimensions = Dimensions.parse(levels);
      Query query = Dimensions.cut(Query.of(model.attribution()), dimensions);
      return new SizeTree(query, dimensions).only(EnumSet.of(Kind.CODE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DiffRow row(List<DiffRow> rows, String label) {
    return rows.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source,inline", "source,function", "unit,symbol", "unit,instance"})
  void aFunctionInAnotherFileHasMoved(String levels) {
    SizeDiff diff = new SizeDiff(tree("moved-old", levels), tree("moved-new", levels));
    DiffRow gone = row(row(diff.rows(), "a.c").rows(), "mix");
    DiffRow came = row(row(diff.rows(), "b.c").rows(), "mix");
    assertThat(came.status()).isEqualTo(DiffStatus.MOVED);
    assertThat(came.formerLabel()).contains("a.c > mix");
    assertThat(came.laterLabel()).isEmpty();
    assertThat(gone.status()).isEqualTo(DiffStatus.MOVED);
    assertThat(gone.laterLabel()).contains("b.c > mix");
    assertThat(gone.formerLabel()).isEmpty();
    assertThat(came.delta().fileSize()).isEqualTo(41);
    assertThat(gone.delta().fileSize()).isEqualTo(-41);
    assertThat(row(row(diff.rows(), "b.c").rows(), "twice").status()).isEqualTo(DiffStatus.SAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inline", "function", "inlined-by"})
  void byFunctionNothingHasChanged(String level) {
    SizeDiff diff = new SizeDiff(tree("moved-old", level), tree("moved-new", level));
    assertThat(diff.rows()).extracting(DiffRow::status).containsOnly(DiffStatus.SAME);
  }

  /** The name of the file is part of these labels. */
  @Test
  void byLinesOfFunctionsItIsOneRow() {
    SizeDiff diff = new SizeDiff(tree("moved-old", "line:func"), tree("moved-new", "line:func"));
    DiffRow moved = row(diff.rows(), "b.c:mix");
    assertThat(moved.status()).isEqualTo(DiffStatus.MOVED);
    assertThat(moved.formerLabel()).contains("a.c:mix");
    assertThat(moved.after().fileSize()).isEqualTo(41);
    assertThat(diff.rows()).extracting(DiffRow::status).doesNotContain(DiffStatus.REMOVED);
    SizeDiff below =
        new SizeDiff(tree("moved-old", "source,line:func"), tree("moved-new", "source,line:func"));
    assertThat(row(row(below.rows(), "b.c").rows(), "b.c:mix").formerLabel())
        .contains("a.c > a.c:mix");
  }

  /** What one build alone has is new or gone, whatever has moved besides. */
  @Test
  void whatIsInOneBuildOnlyHasNotMoved() {
    SizeTree empty = tree("moved-old", "source,inline").only(EnumSet.of(Kind.OTHER));
    SizeTree none = tree("moved-new", "source,inline").only(EnumSet.of(Kind.OTHER));
    assertThat(new SizeDiff(empty, none).rows()).isEmpty();
    SizeDiff lines =
        new SizeDiff(tree("moved-old", "source,line"), tree("moved-new", "source,line"));
    assertThat(row(lines.rows(), "a.c").rows())
        .extracting(DiffRow::status)
        .containsOnly(DiffStatus.REMOVED);
  }
}
