package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.formats.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildComparisonTest {
  @Test
  void kindsSumToTheFileAndStepsToTheDifference() throws IOException {
    List<Attribution> builds = new ArrayList<>();
    for (String name : List.of("shapes-v0-a", "shapes-v0-more", "shapes-legacy-a")) {
      builds.add(Builds.open(name, OpenOptions.DEFAULT).attribution());
    }
    BuildComparison comparison = BuildComparison.of(builds);
    List<Row> rows = comparison.rows();
    assertThat(rows.subList(0, 3)).extracting(Row::name).contains("file", "normalised", "memory");
    for (int build = 0; build < builds.size(); build++) {
      long kinds = 0;
      for (Row row : rows.subList(3, rows.size())) {
        kinds += row.sizes().get(build);
      }
      assertThat(kinds).isEqualTo(rows.get(0).sizes().get(build));
    }
    assertThat(rows.get(0).sizes()).containsExactly(32_168L, 37_592L, 31_736L);
    assertThat(rows.get(0).delta(0)).isZero();
    assertThat(rows.get(0).delta(2)).isEqualTo(31_736 - 37_592);
  }

  @Test
  void theNormalisedSizeIsTheFileWithoutPadding() throws IOException {
    BinaryModel model = Builds.open("shapes-v0-a", OpenOptions.DEFAULT);
    long padding = model.byKind().fileSize(Kind.PADDING);
    assertThat(padding).isPositive();
    assertThat(model.normalisedSize()).isEqualTo(model.fileSize() - padding);
    List<Row> rows = BuildComparison.of(List.of(model.attribution())).rows();
    assertThat(rows.get(1).sizes()).containsExactly(model.normalisedSize());
  }

  @Test
  void nothingCannotBeCompared() {
    assertThatThrownBy(() -> BuildComparison.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
