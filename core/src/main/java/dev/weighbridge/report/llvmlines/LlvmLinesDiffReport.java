package dev.weighbridge.report.llvmlines;

import dev.weighbridge.llvmlines.IrChange;
import dev.weighbridge.llvmlines.IrDiff;
import dev.weighbridge.llvmlines.IrSelection;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What changed from older LLVM IR to newer: the answer of {@code llvm-lines} with {@code --since}.
 *
 * @param diff the changes
 * @param selection which of them are shown
 */
public record LlvmLinesDiffReport(IrDiff diff, IrSelection selection) implements Report {
  private static final String SCHEMA = "weighbridge/llvm-lines-diff/1";

  private static final Column<IrChange> LABEL = Column.label("label", IrChange::label);
  private static final List<Column<IrChange>> FIGURES =
      List.of(
          Column.countChange("delta", IrChange::delta).titled("Change"),
          Column.count("linesBefore", IrChange::linesBefore).titled("Before").dashed(),
          Column.count("lines", IrChange::lines).titled("After").dashed(),
          Column.<IrChange>countChange("copiesDelta", IrChange::copiesDelta).titled("Copies"),
          Column.count("copiesBefore", IrChange::copiesBefore),
          Column.count("copies", IrChange::copies));

  /** Checks that nothing is missing. */
  public LlvmLinesDiffReport {
    Objects.requireNonNull(diff, "diff");
    Objects.requireNonNull(selection, "selection");
  }

  @Override
  public Answer answer() {
    IrChange total = selection.total(diff);
    return Answer.of(
        SCHEMA,
        diff.newer().lines().files().get(0).name(),
        Prose.of(
            List.of(
                Line.of("before: ").add(LlvmLinesReport.line(diff.older().lines())),
                Line.of("after:  ").add(LlvmLinesReport.line(diff.newer().lines())))),
        new Group("before", List.of(LlvmLinesReport.files(diff.older().lines()))),
        new Group("after", List.of(LlvmLinesReport.files(diff.newer().lines()))),
        Facts.of(diff, List.of(Column.word("by", all -> all.newer().fold().key()))),
        CommonParts.filter(selection.filter()),
        Facts.of("total", total, FIGURES),
        rows(total));
  }

  private Table<IrChange> rows(IrChange total) {
    return Table.of("rows", selection.of(diff))
        .people(
            List.of(
                FIGURES.get(0),
                FIGURES.get(1),
                FIGURES.get(2),
                FIGURES.get(3),
                LABEL.titled(diff.newer().fold().key())))
        .columns(Medium.RECORDS, programs())
        .columns(Medium.OBJECTS, programs())
        .ifEmpty(Line.of("No function has changed its lines or its copies."))
        .total(total)
        .build();
  }

  private static List<Column<IrChange>> programs() {
    return Stream.concat(Stream.of(LABEL), FIGURES.stream()).toList();
  }
}
