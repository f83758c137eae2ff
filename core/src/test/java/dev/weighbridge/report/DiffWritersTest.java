package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffWritersTest {
  private final BinaryModel old = Samples.fixture("c-x64");
  private final BinaryModel now = Samples.fixture("cpp-x64");

  private DiffReport report(int limit, RowOrder order, boolean isFolded) {
    RowSelection rows = new RowSelection(limit, Optional.empty(), order);
    return new DiffReport(
        now.since(old, Dimensions.SECTION, Dimensions.SYMBOL), new DiffSelection(rows, isFolded));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void recordsSumToTheChangeOfTheFile(int limit) {
    String csv = new DiffCsv().text(report(limit, RowOrder.FILE_SIZE, false));
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0))
        .startsWith("section,symbol,status,from,fileSizeBefore,memorySizeBefore,paddingBefore,")
        .endsWith(",fileSizeDelta,memorySizeDelta,paddingDelta,countDelta");
    long[] sums = new long[9];
    Pattern figures = Pattern.compile("(-?\\d+)" + ",(-?\\d+)".repeat(11) + "$");
    for (String line : lines.subList(1, lines.size())) {
      Matcher matcher = figures.matcher(line);
      assertThat(matcher.find()).as(line).isTrue();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Long.parseLong(matcher.group(i + 1));
      }
      assertThat(Long.parseLong(matcher.group(9)))
          .isEqualTo(Long.parseLong(matcher.group(5)) - Long.parseLong(matcher.group(1)));
    }
    assertThat(sums[0]).isEqualTo(old.fileSize());
    assertThat(sums[4]).isEqualTo(now.fileSize());
    assertThat(sums[5]).isEqualTo(now.memorySize());
    assertThat(sums[8]).isEqualTo(now.fileSize() - old.fileSize());
  }

  @Test
  void jsonIsADocumentOfItsSchema() {
    String json = new DiffJson().text(report(2, RowOrder.FILE_SIZE, false));
    assertThat(JsonTree.of(json)).isNotNull();
    assertThat(json)
        .startsWith("{\"schema\":\"weighbridge/diff/1\",\"old\":{\"file\":\"c-x64\"")
        .contains("\"by\":[\"section\",\"symbol\"],\"pricing\":\"full\",\"cause\":\"")
        .contains("\"delta\":{\"fileSize\":" + (now.fileSize() - old.fileSize()) + ",");
  }

  @Test
  void namesThatDoHarmAreWrittenHarmless() {
    BinaryModel evil = Samples.evil();
    RowSelection rows = new RowSelection(0, Optional.empty(), RowOrder.FILE_SIZE);
    DiffReport report =
        new DiffReport(evil.since(old, Dimensions.SYMBOL), new DiffSelection(rows, true));
    assertThat(new DiffText(0).text(report)).doesNotContain("\u001b").contains("evil\\u{1b}[31m");
    assertThat(JsonTree.of(new DiffJson().text(report))).isNotNull();
  }

  @Test
  void linesFitTheWidthAndSayWhatTheyAreSortedBy() {
    for (RowOrder order : List.of(RowOrder.FILE_SIZE, RowOrder.MEMORY_SIZE, RowOrder.LABEL)) {
      String text = new DiffText(90).text(report(5, order, true));
      List<String> table = text.lines().skip(4).toList();
      assertThat(table).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(90));
      assertThat(text).contains(order == RowOrder.MEMORY_SIZE ? "  memory\n" : "of it padding\n");
    }
  }

  private BuildComparison builds(int count) {
    List<Attribution> builds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      builds.add((i % 2 == 0 ? old : now).attribution());
    }
    return BuildComparison.of(builds);
  }

  @Test
  void buildsThatDoNotFitFollowInFurtherTables() {
    String narrow = new CompareText(60).text(builds(4));
    String wide = new CompareText(0).text(builds(4));
    assertThat(narrow.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(61));
    assertThat(narrow.lines().filter(line -> line.startsWith("normalised"))).hasSizeGreaterThan(1);
    assertThat(wide.lines().filter(line -> line.startsWith("normalised"))).hasSize(1);
    long change = now.fileSize() - old.fileSize();
    assertThat(wide).contains(Figures.signed(change)).contains(Figures.signed(-change));
  }

  @Test
  void buildsAsRecordsAndAsJson() {
    List<String> lines = new CompareCsv().text(builds(2)).lines().toList();
    assertThat(lines.get(0)).isEqualTo("step,file,row,bytes,delta");
    assertThat(lines.get(1)).isEqualTo("0,c-x64,file," + old.fileSize() + ",0");
    long change = now.fileSize() - old.fileSize();
    assertThat(lines).contains("1,cpp-x64,file," + now.fileSize() + "," + change);
    String json = new CompareJson().text(builds(2));
    assertThat(JsonTree.of(json)).isNotNull();
    assertThat(json)
        .startsWith("{\"schema\":\"weighbridge/compare/1\",\"builds\":[")
        .contains(
            "{\"name\":\"file\",\"bytes\":["
                + old.fileSize()
                + ","
                + now.fileSize()
                + "],\"delta\":[0,"
                + change
                + "]}");
  }

  @Test
  void changesInPercentNameWhatHasNone() {
    assertThat(Figures.change(100, 150)).isEqualTo("+50.00");
    assertThat(Figures.change(100, 99)).isEqualTo("-1.00");
    assertThat(Figures.change(0, 5)).isEqualTo("new");
    assertThat(Figures.change(5, 0)).isEqualTo("gone");
    assertThat(Figures.change(0, 0)).isEqualTo("-");
  }
}
