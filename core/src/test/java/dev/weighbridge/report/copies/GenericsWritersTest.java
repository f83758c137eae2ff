package dev.weighbridge.report.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.generics.GenericList;
import dev.weighbridge.generics.GenericList.ItemOrder;
import dev.weighbridge.generics.GenericList.Selection;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenericsWritersTest {
  private static GenericsReport report(Selection selection) {
    BinaryModel model = Samples.fixture("generic-v0.o");
    return new GenericsReport(model.file(), new GenericList(model.generics(), selection));
  }

  private static Selection rows(int limit, ItemOrder order) {
    return new Selection(limit, Optional.empty(), order, 0);
  }

  @Test
  void textKeepsToItsWidth() {
    Selection selection = new Selection(10, Optional.empty(), ItemOrder.CODE_SIZE, 2);
    List<String> lines = Samples.text(report(selection), 90).lines().toList();
    assertThat(lines.get(0)).startsWith("generic-v0.o: ELF x86_64, ");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    assertThat(lines)
        .anyMatch(line -> line.matches("    in crate generic: 5 copies, [\\d,]+ bytes"));
    assertThat(lines).contains("    for 3 more");
    assertThat(Samples.text(report(selection), 0))
        .contains("  core::slice::sort::stable::quicksort::quicksort::<_>\n");
  }

  @Test
  void jsonSaysHowSavingsAreFound() {
    Selection selection = new Selection(2, Optional.empty(), ItemOrder.CODE_SIZE, 1);
    JsonTree json = JsonTree.of(report(selection).text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/generics/1");
    assertThat(json.get("formulas").string("savingBound")).startsWith("upper bound: min(");
    assertThat(json.get("total").number("codeSize"))
        .isEqualTo(report(selection).list().total().codeSize());
    JsonTree row = json.list("rows").get(0);
    assertThat(row.number("copies")).isEqualTo(5);
    assertThat(row.list("typeArguments")).hasSize(1);
    assertThat(row.number("typeArgumentCount")).isEqualTo(5);
    assertThat(row.list("crates").get(0).string("label")).isEqualTo("generic");
  }

  @Test
  void csvHasARecordForEachRow() {
    GenericsReport report = report(rows(0, ItemOrder.CODE_SIZE));
    List<String> lines = report.text(OutputFormat.CSV).lines().toList();
    assertThat(lines).hasSize(report.list().generics().count() + 1);
    assertThat(lines.get(0)).startsWith("generic,copies,codeSize,fileSize,largest,mean,distinct");
    assertThat(lines).anyMatch(line -> line.startsWith("generic::dot::<_>,6,38,"));
  }

  @Test
  void aFileWithoutGenericsHasAnEmptyTable() {
    BinaryModel model = Samples.evil();
    GenericList list = new GenericList(model.generics(), Selection.DEFAULT);
    GenericsReport report = new GenericsReport(model.file(), list);
    assertThat(list.rows()).isEmpty();
    assertThat(Samples.text(report, 80)).contains("  total\n");
  }
}
