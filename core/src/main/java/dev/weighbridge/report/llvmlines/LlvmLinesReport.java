package dev.weighbridge.report.llvmlines;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.llvmlines.IrFile;
import dev.weighbridge.llvmlines.IrLines;
import dev.weighbridge.llvmlines.IrRow;
import dev.weighbridge.llvmlines.IrSelection;
import dev.weighbridge.llvmlines.IrTable;
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
 * Lines and copies of functions in LLVM IR, with the bytes that a program has of them: the answer
 * of the {@code llvm-lines} command.
 *
 * @param table the functions
 * @param selection which of them are shown
 */
public record LlvmLinesReport(IrTable table, IrSelection selection) implements Report {
  private static final String SCHEMA = "weighbridge/llvm-lines/1";

  private static final Column<IrRow> LABEL = Column.label("label", IrRow::label);
  private static final Column<IrRow> LINES = Column.count("lines", IrRow::lines).titled("Lines");
  private static final Column<IrRow> COPIES =
      Column.count("copies", IrRow::copies).titled("Copies");
  private static final Column<IrRow> LARGEST =
      Column.count("largest", IrRow::largest).titled("Largest");
  private static final Column<IrRow> SYMBOLS =
      Column.count("symbols", IrRow::symbols).titled("In file").dashed();
  private static final Column<IrRow> CODE =
      Column.bytes("codeSize", IrRow::codeSize).titled("Code").dashed();
  private static final Column<IrRow> FILE_SIZE =
      Column.bytes("fileSize", IrRow::fileSize).titled("File size").dashed();

  /** Checks that nothing is missing. */
  public LlvmLinesReport {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(selection, "selection");
  }

  @Override
  public Answer answer() {
    IrLines lines = table.lines();
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(line(lines)));
    parts.add(files(lines));
    parts.add(
        Facts.of(
            table,
            List.of(
                Column.word("by", all -> all.fold().key()),
                Column.count("functions", all -> all.lines().count()),
                Column.count("lines", all -> all.lines().lines()),
                Column.flag("debugInformation", all -> all.lines().hasDebugInformation()))));
    table.program().ifPresent(program -> parts.add(program(program)));
    parts.add(CommonParts.filter(selection.filter()));
    IrRow total = selection.total(table);
    parts.add(Facts.of("total", total, figures()));
    parts.add(rows(total));
    table.program().ifPresent(program -> parts.add(Prose.of(missing(program))));
    return new Answer(SCHEMA, lines.files().get(0).name(), parts);
  }

  /** What was read: {@code app.ll: LLVM IR, 1,045 functions, 36,416 lines ...}. */
  static Line line(IrLines lines) {
    int others = lines.files().size() - 1;
    String more = others == 0 ? "" : others == 1 ? " and 1 more" : " and " + others + " more";
    String known = lines.hasDebugInformation() ? "with" : "without";
    String debug = lines.isMixed() ? "partly with" : known;
    return Line.EMPTY
        .name(lines.files().get(0).name())
        .add(more + ": LLVM IR, " + Figures.grouped(lines.count()))
        .add(lines.count() == 1 ? " function, " : " functions, ")
        .add(Figures.grouped(lines.lines()) + (lines.lines() == 1 ? " line, " : " lines, "))
        .add(debug + " debug information");
  }

  /** The files, for programs. */
  static Table<IrFile> files(IrLines lines) {
    return Table.of("files", lines.files())
        .columns(
            List.of(
                Column.name("file", IrFile::name),
                Column.count("functions", IrFile::functions),
                Column.count("lines", IrFile::lines),
                Column.flag("debugInformation", IrFile::hasDebugInformation)))
        .in(Medium.OBJECTS)
        .build();
  }

  private Part program(BinaryFile program) {
    return Facts.of(
        "program",
        program,
        List.of(
            Column.name("file", BinaryFile::name),
            Column.name("format", BinaryFile::format),
            Column.name("machine", BinaryFile::machine),
            Column.bytes("fileSize", BinaryFile::fileSize),
            Column.bytes("codeSize", file -> table.programCode())));
  }

  private List<Column<IrRow>> figures() {
    return table.program().isPresent()
        ? List.of(LINES, COPIES, LARGEST, SYMBOLS, CODE, FILE_SIZE)
        : List.of(LINES, COPIES, LARGEST);
  }

  private Part rows(IrRow total) {
    Column<IrRow> share = Column.share(IrRow::lines, table.lines().lines());
    List<Column<IrRow>> people = new ArrayList<>(List.of(LINES, share.titled("% of lines")));
    people.addAll(figures().subList(1, figures().size()));
    people.add(LABEL.titled(table.fold().key()));
    List<Column<IrRow>> programs = new ArrayList<>(List.of(LABEL));
    programs.addAll(figures());
    return Table.of("rows", selection.of(table))
        .people(people)
        .programs(programs)
        .total(total)
        .build();
  }

  /** What of the program the IR says nothing of: std comes compiled, for instance. */
  private Line missing(BinaryFile program) {
    long known = table.rows().stream().mapToLong(IrRow::codeSize).sum();
    return Line.of("Of " + Figures.bytes(table.programCode()) + " of code in ")
        .name(program.name())
        .add(", " + Figures.grouped(known) + " are of functions that are in the IR.");
  }
}
