package dev.weighbridge.report.copies;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.generics.Cause;
import dev.weighbridge.generics.Generic;
import dev.weighbridge.generics.GenericList;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The generic items of a file: the answer of the {@code generics} command.
 *
 * @param file the file
 * @param list its generic items, and which of them are shown
 */
public record GenericsReport(BinaryFile file, GenericList list) implements Report {
  private static final String SCHEMA = "weighbridge/generics/1";
  private static final int INDENT = 4;

  private static final Column<Generic> LABEL =
      Column.label("label", Generic::label).titled("generic").fields(List.of("generic"));
  private static final Column<Generic> COPIES =
      Column.count("copies", Generic::copyCount).titled("Copies");
  private static final Column<Generic> CODE =
      Column.bytes("codeSize", Generic::codeSize).titled("Code");
  private static final Column<Generic> LARGEST =
      Column.bytes("largest", Generic::largest).titled("Largest");
  private static final Column<Generic> DISTINCT =
      Column.count("distinctMasked", Generic::distinctMasked).titled("Distinct");
  private static final Column<Generic> SAVING =
      Column.bytes("likelySaving", Generic::likelySaving).titled("Saving").dashed();
  private static final Column<Generic> BOUND =
      Column.bytes("savingBound", Generic::savingBound).titled("At most").dashed();

  private static final List<Column<Generic>> FIGURES =
      List.of(
          COPIES,
          CODE,
          Column.bytes("fileSize", Generic::fileSize),
          LARGEST,
          Column.bytes("mean", Generic::mean),
          Column.count("distinct", Generic::distinct),
          DISTINCT,
          Column.bytes("identicalSaving", Generic::identicalSaving),
          Column.bytes("maskedSaving", Generic::maskedSaving),
          SAVING,
          BOUND);

  private static final List<Column<Generics>> FORMULAS =
      List.of(
          Column.word("identicalSaving", generics -> Generics.IDENTICAL_FORMULA),
          Column.word("maskedSaving", generics -> Generics.MASKED_FORMULA),
          Column.word("likelySaving", generics -> Generics.LIKELY_FORMULA),
          Column.word("savingBound", generics -> Generics.BOUND_FORMULA));

  private static final List<Column<Cause>> CAUSE =
      List.of(
          Column.name("label", Cause::label),
          Column.count("copies", Cause::copyCount),
          Column.bytes("codeSize", Cause::codeSize));

  /** Checks that nothing is missing. */
  public GenericsReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(list, "list");
  }

  @Override
  public Answer answer() {
    Generics generics = list.generics();
    String code = Figures.bytes(generics.allCode()) + " of code with an owner";
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.line(file).add(", " + code)),
        CommonParts.identity(file),
        CommonParts.size(file),
        Facts.of(
            generics,
            List.of(
                Column.bytes("codeSize", Generics::allCode),
                Column.flag("maskingSupported", Generics::isMaskingSupported))),
        Facts.of("formulas", generics, FORMULAS),
        CommonParts.filter(list.selection().filter()),
        Facts.of("total", list.total(), FIGURES),
        table(),
        notes(generics),
        CommonParts.diagnostics(file));
  }

  private Table<Generic> table() {
    Column<Generic> share = Column.share(Generic::codeSize, list.generics().allCode());
    List<Column<Generic>> columns = new ArrayList<>();
    columns.add(LABEL);
    columns.addAll(FIGURES);
    List<Column<Generic>> withCauses = new ArrayList<>(columns);
    if (list.selection().causes() > 0) {
      addCauses("typeArgument", list.generics()::typeArguments, withCauses);
      addCauses("crate", list.generics()::crates, withCauses);
    }
    return Table.of("rows", list.rows())
        .people(
            List.of(COPIES, DISTINCT, CODE, share.titled("% code"), LARGEST, SAVING, BOUND, LABEL))
        .columns(Medium.RECORDS, columns)
        .columns(Medium.OBJECTS, withCauses)
        .under(this::causes)
        .total(list.total())
        .build();
  }

  /** What the copies of an item are made for. */
  private interface CausesOf {
    List<Cause> of(int row);
  }

  private void addCauses(String what, CausesOf causes, List<Column<Generic>> columns) {
    Column<Generic> count = Column.count(what + "Count", row -> causes.of(row.index()).size());
    columns.add(count.where(row -> row.index() >= 0));
    Column<Generic> rows =
        Column.rows(
            what + "s",
            row -> Table.of(what + "s", shown(causes.of(row.index()))).columns(CAUSE).build());
    columns.add(rows.where(row -> row.index() >= 0));
  }

  private List<Cause> shown(List<Cause> causes) {
    return causes.subList(0, Math.min(list.selection().causes(), causes.size()));
  }

  /** The type arguments and crates that cost most, each with its copies and bytes of code. */
  private List<Line> causes(Generic row) {
    List<Line> lines = new ArrayList<>();
    if (list.selection().causes() > 0 && row.index() >= 0) {
      List<Cause> arguments = list.generics().typeArguments(row.index());
      List<Cause> crates = list.generics().crates(row.index());
      causes("for ", arguments, lines);
      more("for ", arguments, "", lines);
      causes("in crate ", crates, lines);
      int more = crates.size() - list.selection().causes();
      more("in ", crates, more == 1 ? " crate" : " crates", lines);
    }
    return lines;
  }

  private void causes(String what, List<Cause> causes, List<Line> lines) {
    for (Cause cause : shown(causes)) {
      Line line = Line.EMPTY.tab(INDENT).add(what);
      line = cause.label().isEmpty() ? line.add("no type arguments") : line.label(cause.label());
      String copies = cause.copyCount() == 1 ? " copy, " : " copies, ";
      String bytes = Figures.bytes(cause.codeSize());
      lines.add(line.add(": " + Figures.grouped(cause.copyCount()) + copies + bytes));
    }
  }

  private void more(String what, List<Cause> causes, String things, List<Line> lines) {
    int more = causes.size() - list.selection().causes();
    if (more > 0) {
      lines.add(Line.EMPTY.tab(INDENT).add(what + Figures.grouped(more) + " more" + things));
    }
  }

  private static Part notes(Generics generics) {
    String operands = ", PC-relative operands aside.";
    boolean isMasked = generics.isMaskingSupported();
    return Prose.of(
        List.of(
            Line.of(
                isMasked
                    ? "Distinct: bodies of different instructions" + operands
                    : "Distinct: bodies of different bytes. Saving: all but one of each."),
            Line.of(
                isMasked
                    ? "Saving: likely; code that a larger copy has already" + operands
                    : "The instructions of this machine are not understood."),
            Line.of("At most: all but the largest copy; nobody can save more.")));
  }
}
