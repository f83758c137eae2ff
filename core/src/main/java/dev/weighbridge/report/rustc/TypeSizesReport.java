package dev.weighbridge.report.rustc;

import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rustc.TypeSelection;
import dev.weighbridge.rustc.TypeSize;
import dev.weighbridge.rustc.TypeSizes;
import java.util.List;
import java.util.Objects;

/**
 * Types by their bytes: the answer of the {@code type-sizes} command.
 *
 * @param sizes all types
 * @param selection which of them are shown
 */
public record TypeSizesReport(TypeSizes sizes, TypeSelection selection) implements Report {
  private static final String SCHEMA = "weighbridge/type-sizes/1";

  /** Checks that nothing is missing. */
  public TypeSizesReport {
    Objects.requireNonNull(sizes, "sizes");
    Objects.requireNonNull(selection, "selection");
  }

  @Override
  public Answer answer() {
    List<TypeSize> all = selection.all(sizes);
    List<TypeSize> shown = selection.of(sizes);
    return Answer.of(
        SCHEMA,
        sizes.files().get(0),
        Prose.of(TypeParts.line(sizes)),
        TypeParts.facts(sizes),
        CommonParts.filter(selection.filter()),
        Facts.of(all, List.of(Column.count("matching", List::size))),
        Table.of("rows", shown)
            .people(
                List.of(
                    TypeParts.SIZE,
                    TypeParts.ALIGNMENT,
                    TypeParts.PADDING,
                    TypeParts.EXCESS,
                    TypeParts.VARIANTS,
                    TypeParts.FIELDS,
                    TypeParts.LABEL.titled("type")))
            .programs(
                List.of(
                    TypeParts.LABEL,
                    TypeParts.SIZE,
                    TypeParts.ALIGNMENT,
                    TypeParts.PADDING,
                    TypeParts.EXCESS,
                    TypeParts.VARIANTS,
                    TypeParts.FIELDS))
            .ifEmpty(Line.of("No type is called so."))
            .build(),
        Prose.of(Line.of(summary(all.size(), shown.size()))));
  }

  private static String summary(int all, int shown) {
    String cut = all == shown ? "" : ", " + Figures.grouped(all - shown) + " more are not shown";
    return Figures.grouped(shown) + (shown == 1 ? " type" : " types") + cut;
  }
}
