package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.CheckedFile;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.generics.GenericList;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.report.check.CheckReport;
import dev.weighbridge.report.copies.DuplicatesReport;
import dev.weighbridge.report.copies.GenericsReport;
import dev.weighbridge.report.diff.CompareReport;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.report.graph.GarbageReport;
import dev.weighbridge.report.graph.RemoveReport;
import dev.weighbridge.report.graph.RetainedReport;
import dev.weighbridge.report.graph.WhyReport;
import dev.weighbridge.report.inspect.ExplainReport;
import dev.weighbridge.report.inspect.InspectReport;
import dev.weighbridge.report.inspect.NameReport;
import dev.weighbridge.report.inspect.SpanReport;
import dev.weighbridge.report.lint.LintReport;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every report writes every format that writes any answer. */
class ReportTest {
  private static final BinaryModel MODEL = Samples.fixture("c-x64");

  /** Names are read once; this report begins anew. */
  private static Report names() {
    return () ->
        new NameReport(NameReport.Source.of(List.of("main")), HashVisibility.HIDDEN).answer();
  }

  static List<Report> reports() {
    return List.of(
        new SizeReport(MODEL.file(), MODEL.bySymbol(), RowSelection.DEFAULT),
        new DiffReport(
            MODEL.since(MODEL, Dimensions.SECTION), new DiffSelection(RowSelection.DEFAULT, true)),
        new CompareReport(BuildComparison.of(List.of(MODEL.attribution(), MODEL.attribution()))),
        new LintReport(Linter.installed().lint(MODEL.attribution())),
        new CheckReport(
            new BudgetCheck(CheckedFile.of(MODEL.file()), SizeBudget.EMPTY, List.of(), List.of())),
        new GenericsReport(
            MODEL.file(), new GenericList(MODEL.generics(), GenericList.Selection.DEFAULT)),
        new DuplicatesReport(
            new DuplicateList(MODEL.attribution(), DuplicateList.Selection.DEFAULT)),
        new InspectReport(MODEL.file(), MODEL.sideFiles(), 0),
        new ExplainReport(MODEL.attribution(), MODEL.explainOffset(0).orElseThrow()),
        names(),
        new SpanReport(MODEL.attribution()),
        new RetainedReport(MODEL.retained(RetainedTree.Selection.DEFAULT)),
        new WhyReport(MODEL.attribution(), 0, 1),
        new GarbageReport(MODEL.file(), MODEL.garbage(ItemTable.Selection.DEFAULT)),
        new RemoveReport(
            MODEL.attribution(),
            MODEL.withoutSymbols(Pattern.compile("main")),
            ItemTable.Selection.DEFAULT));
  }

  @Test
  void eachWritesWhatItNames() {
    for (Report report : reports()) {
      assertThat(report.formats()).containsAll(OutputFormat.GENERAL);
      for (OutputFormat format : report.formats()) {
        assertThat(report.text(format)).as("%s %s", report.getClass(), format).isNotEmpty();
      }
    }
  }

  @Test
  void whatIsForFindingsOnlyIsRefusedByOthers() {
    for (Report report : reports()) {
      if (!(report instanceof LintReport)) {
        assertThatThrownBy(() -> report.text(LintReport.SARIF))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("format: expected one for any answer, found sarif");
      }
    }
  }

  @Test
  void textComesFirst() {
    assertThat(reports()).allMatch(report -> report.formats().get(0).equals(OutputFormat.TEXT));
  }

  @Test
  void formatsAreFoundByTheirNames() {
    for (OutputFormat format : LintReport.FORMATS) {
      assertThat(OutputFormat.named(format.name(), LintReport.FORMATS)).contains(format);
    }
    assertThat(OutputFormat.named("TEXT", LintReport.FORMATS)).isEmpty();
    assertThat(OutputFormat.named("sarif", OutputFormat.GENERAL)).isEmpty();
  }
}
