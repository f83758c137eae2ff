package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.generics.Generic;
import dev.weighbridge.report.GenericsReport.ItemOrder;
import dev.weighbridge.report.GenericsReport.Selection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GenericsWritersTest {
  private static GenericsReport report(Selection selection) {
    BinaryModel model = Samples.fixture("generic-v0.o");
    return new GenericsReport(model.file(), model.generics(), selection);
  }

  private static Selection rows(int limit, ItemOrder order) {
    return new Selection(limit, Optional.empty(), order, 0);
  }

  @Test
  void whatIsCutIsSummed() {
    GenericsReport report = report(rows(3, ItemOrder.CODE_SIZE));
    assertThat(report.rows()).hasSize(4);
    assertThat(report.rows().get(3).label()).matches("\\[\\d+ others]");
    assertThat(report.rows().stream().mapToLong(Generic::codeSize).sum())
        .isEqualTo(report.total().codeSize());
    assertThat(report.rows().stream().mapToLong(Generic::likelySaving).sum())
        .isEqualTo(report.total().likelySaving());
    assertThat(report.rows().stream().mapToInt(Generic::copyCount).sum())
        .isEqualTo(report.total().copyCount());
  }

  @Test
  void rowsAreSortedAsAsked() {
    assertThat(report(rows(0, ItemOrder.COPIES)).rows())
        .extracting(Generic::copyCount)
        .isSortedAccordingTo((a, b) -> b - a);
    assertThat(report(rows(0, ItemOrder.SAVING)).rows())
        .extracting(Generic::likelySaving)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(report(rows(0, ItemOrder.LABEL)).rows()).extracting(Generic::label).isSorted();
  }

  @Test
  void theFilterKeepsWhatMatches() {
    Selection selection =
        new Selection(0, Optional.of(Pattern.compile("^generic::d")), ItemOrder.CODE_SIZE, 0);
    assertThat(report(selection).rows())
        .extracting(Generic::label)
        .containsExactly("generic::dot::<_>");
    assertThat(report(selection).total().codeSize()).isEqualTo(38);
  }

  @Test
  void textKeepsToItsWidth() {
    Selection selection = new Selection(10, Optional.empty(), ItemOrder.CODE_SIZE, 2);
    List<String> lines = new GenericsText(90).text(report(selection)).lines().toList();
    assertThat(lines.get(0)).startsWith("generic-v0.o: ELF x86_64, ");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    assertThat(lines)
        .anyMatch(line -> line.matches("    in crate generic: 5 copies, [\\d,]+ bytes"));
    assertThat(lines).contains("    for 3 more");
    assertThat(new GenericsText(0).text(report(selection)))
        .contains("  core::slice::sort::stable::quicksort::quicksort::<_>\n");
  }

  @Test
  void jsonSaysHowSavingsAreFound() {
    Selection selection = new Selection(2, Optional.empty(), ItemOrder.CODE_SIZE, 1);
    JsonTree json = JsonTree.of(new GenericsJson().text(report(selection)));
    assertThat(json.string("schema")).isEqualTo("weighbridge/generics/1");
    assertThat(json.get("formulas").string("savingBound")).startsWith("upper bound: min(");
    assertThat(json.get("total").number("codeSize"))
        .isEqualTo(report(selection).total().codeSize());
    JsonTree row = json.list("rows").get(0);
    assertThat(row.number("copies")).isEqualTo(5);
    assertThat(row.list("typeArguments")).hasSize(1);
    assertThat(row.number("typeArgumentCount")).isEqualTo(5);
    assertThat(row.list("crates").get(0).string("label")).isEqualTo("generic");
  }

  @Test
  void csvHasARecordForEachRow() {
    GenericsReport report = report(rows(0, ItemOrder.CODE_SIZE));
    List<String> lines = new GenericsCsv().text(report).lines().toList();
    assertThat(lines).hasSize(report.generics().count() + 1);
    assertThat(lines.get(0)).startsWith("generic,copies,codeSize,fileSize,largest,mean,distinct");
    assertThat(lines).anyMatch(line -> line.startsWith("generic::dot::<_>,6,38,"));
  }

  @Test
  void aFileWithoutGenericsHasAnEmptyTable() {
    BinaryModel model = Samples.evil();
    GenericsReport report = new GenericsReport(model.file(), model.generics(), Selection.DEFAULT);
    assertThat(report.rows()).isEmpty();
    assertThat(new GenericsText(80).text(report)).contains("  total\n");
  }
}
