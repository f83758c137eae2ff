package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
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

  /** Symbols change their hashes from build to build, and crates and functions their names. */
  @Test
  void labelsSumToTheFileAndStayOneRowUnderOtherNames() throws IOException {
    List<BinaryModel> builds = new ArrayList<>();
    for (String name : List.of("shapes-v0-a", "shapes-v0-b", "shapes-v0-more")) {
      builds.add(Builds.open(name, OpenOptions.DEFAULT));
    }
    BuildComparison comparison =
        BuildComparison.of(builds.stream().map(BinaryModel::attribution).toList());
    for (Dimension by : List.of(Dimensions.SYMBOL, Dimensions.CRATE, Dimensions.UNIT)) {
      List<SizeTree> trees = builds.stream().map(model -> model.by(by)).toList();
      for (int limit : List.of(0, 3)) {
        List<Row> rows = comparison.by(trees, RowLimit.of(limit)).rows();
        assertThat(rows.subList(0, 3)).isEqualTo(comparison.rows().subList(0, 3));
        for (int build = 0; build < builds.size(); build++) {
          int of = build;
          long sum =
              rows.subList(3, rows.size()).stream().mapToLong(row -> row.sizes().get(of)).sum();
          assertThat(sum).isEqualTo(builds.get(build).fileSize());
        }
        if (limit == 3) {
          assertThat(rows).hasSizeLessThanOrEqualTo(3 + 3 + 1);
        }
      }
    }
    List<SizeTree> byKind = builds.stream().map(model -> model.by(Dimensions.KIND)).toList();
    RowLimit cut = RowLimit.NONE.withExclude(Pattern.compile("^code$")).withSmallest(5_000);
    List<Row> rows = comparison.by(byKind, cut).rows();
    List<Row> others = rows.subList(rows.size() - 1, rows.size());
    assertThat(others).extracting(Row::name).first().asString().matches("\\[\\d+ others]");
    List<Row> all = new ArrayList<>(comparison.by(byKind, RowLimit.NONE).rows());
    all.removeAll(rows);
    assertThat(all)
        .isNotEmpty()
        .allMatch(row -> row.name().equals("code") || Collections.max(row.sizes()) < 5_000);
    for (int build = 0; build < builds.size(); build++) {
      int of = build;
      long sum = all.stream().mapToLong(row -> row.sizes().get(of)).sum();
      assertThat(others.get(0).sizes().get(build)).isEqualTo(sum);
    }
    List<SizeTree> two =
        List.of(builds.get(0).by(Dimensions.SYMBOL), builds.get(1).by(Dimensions.SYMBOL));
    BuildComparison step =
        BuildComparison.of(List.of(builds.get(0).attribution(), builds.get(1).attribution()));
    List<String> former = new ArrayList<>();
    new SizeDiff(two.get(0), two.get(1))
        .rows()
        .forEach(row -> row.formerLabel().ifPresent(former::add));
    assertThat(former).isNotEmpty();
    assertThat(step.by(two, RowLimit.NONE).rows())
        .extracting(Row::name)
        .doesNotContainAnyElementsOf(former);
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
