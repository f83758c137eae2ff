package dev.weighbridge.report.inlines;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.inlines.InlineList;
import dev.weighbridge.inlines.InlinedFunction;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import java.util.Objects;

/**
 * What functions cost inlined into others: the answer of the {@code inlines} command.
 *
 * @param file the file
 * @param list its functions, and which of them are shown
 */
public record InlinesReport(BinaryFile file, InlineList list) implements Report {
  private static final String SCHEMA = "weighbridge/inlines/1";

  private static final Column<InlinedFunction> LABEL =
      Column.label("label", InlinedFunction::label).titled("function").fields(List.of("function"));
  private static final Column<InlinedFunction> INLINED =
      Column.bytes("inlinedSize", InlinedFunction::inlinedSize).titled("Inlined");
  private static final Column<InlinedFunction> SITES =
      Column.count("sites", InlinedFunction::siteCount).titled("Sites").dashed();
  private static final Column<InlinedFunction> LARGEST =
      Column.bytes("largestSite", InlinedFunction::largestSite).titled("Largest").dashed();
  private static final Column<InlinedFunction> INCLUSIVE =
      Column.bytes("inclusiveSize", InlinedFunction::inclusiveSize).titled("Inclusive").dashed();
  private static final Column<InlinedFunction> OUT_OF_LINE =
      Column.bytes("outOfLineSize", InlinedFunction::outOfLineSize).titled("On its own").dashed();

  private static final List<Column<InlinedFunction>> FIGURES =
      List.of(INLINED, OUT_OF_LINE, INCLUSIVE, SITES, LARGEST);

  /** Checks that nothing is missing. */
  public InlinesReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(list, "list");
  }

  @Override
  public Answer answer() {
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.sizedLine(file)),
        CommonParts.identity(file),
        CommonParts.size(file),
        CommonParts.filter(list.selection().filter()),
        Facts.of("total", list.total(), FIGURES),
        Table.of("rows", list.rows())
            .people(List.of(INLINED, SITES, LARGEST, INCLUSIVE, OUT_OF_LINE, LABEL))
            .programs(List.of(LABEL, INLINED, OUT_OF_LINE, INCLUSIVE, SITES, LARGEST))
            .total(list.total())
            .build(),
        Prose.of(
            Line.of(
                "Inlined and on its own: bytes of no function inlined in turn, so that all rows"
                    + " add up. Inclusive: with those.")),
        CommonParts.diagnostics(file));
  }
}
