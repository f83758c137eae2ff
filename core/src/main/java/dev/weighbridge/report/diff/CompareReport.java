package dev.weighbridge.report.diff;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.map.RowMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Builds of one program side by side: the answer of the {@code compare} command. People get a
 * column for each build, with what the step to it changed.
 *
 * @param comparison the builds and the steps between them
 */
public record CompareReport(BuildComparison comparison) implements Report {
  private static final String SCHEMA = "weighbridge/compare/1";
  private static final String GAP = "  ";
  private static final int PERCENT_WIDTH = 7;
  private static final int NAME_LIMIT = 24;

  private static final Column<Row> NAME = Column.label("name", Row::name);

  /** One figure of one build. */
  private record Figure(int build, String file, Row row) {}

  /** Checks that it is there. */
  public CompareReport {
    Objects.requireNonNull(comparison, "comparison");
  }

  @Override
  public List<OutputFormat> formats() {
    return OutputFormat.WITH_MAP;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (!RowMap.write(() -> new CompareMap(comparison).map(), format, out)) {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    List<BinaryFile> builds = comparison.builds();
    return Answer.of(SCHEMA, builds.get(0).name(), builds(), table(), figures());
  }

  private Part builds() {
    return Table.of("builds", comparison.builds())
        .columns(
            Medium.OBJECTS,
            List.of(
                Column.name("file", BinaryFile::name),
                Column.word("format", BinaryFile::format),
                Column.word("machine", BinaryFile::machine),
                Column.bytes("fileSize", BinaryFile::fileSize)))
        .in(Medium.OBJECTS)
        .build();
  }

  private Part table() {
    List<Column<Row>> text = new ArrayList<>();
    List<Column<Row>> markup = new ArrayList<>();
    text.add(NAME.titled(""));
    markup.add(Column.word("", Row::name).titled("bytes"));
    for (int i = 0; i < comparison.builds().size(); i++) {
      int build = i;
      String name = comparison.builds().get(build).name();
      int size = width(row -> Figures.grouped(row.sizes().get(build)).length());
      int title = build == 0 ? shortened(name).length() : 0;
      int delta = width(row -> Figures.signed(row.delta(build)).length());
      int percent = Math.max(PERCENT_WIDTH, width(row -> change(row, build).length()));
      int[] widths = {Math.max(size, title), delta, percent};
      text.add(Column.<Row>figure(row -> figures(row, build, widths)).titledName(shortened(name)));
      markup.add(Column.<Row>line(row -> step(row, build)).titledName(name));
    }
    return Table.of("rows", comparison.rows())
        .columns(Medium.TEXT, text)
        .columns(Medium.MARKUP, markup)
        .columns(
            Medium.OBJECTS,
            List.of(
                NAME, Column.numbers("bytes", Row::sizes), Column.numbers("delta", this::deltas)))
        .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
        .build();
  }

  private int width(ToLongFunction<Row> length) {
    return (int) comparison.rows().stream().mapToLong(length).max().orElse(0);
  }

  private static String shortened(String name) {
    return SafeText.cut(SafeText.of(name), NAME_LIMIT);
  }

  private List<Long> deltas(Row row) {
    List<Long> deltas = new ArrayList<>();
    for (int build = 0; build < row.sizes().size(); build++) {
      deltas.add(row.delta(build));
    }
    return deltas;
  }

  private static String size(Row row, int build) {
    long size = row.sizes().get(build);
    return size == 0 ? "-" : Figures.grouped(size);
  }

  private static String change(Row row, int build) {
    long size = row.sizes().get(build);
    return Figures.change(size - row.delta(build), size);
  }

  private static String figures(Row row, int build, int[] widths) {
    String size = right(size(row, build), widths[0]);
    if (build == 0) {
      return size;
    }
    String delta = right(Figures.signed(row.delta(build)), widths[1]);
    return size + GAP + delta + GAP + right(change(row, build), widths[2]);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static Line step(Row row, int build) {
    Line size = Line.of(size(row, build));
    if (row.delta(build) == 0) {
      return size;
    }
    String change = change(row, build);
    boolean isPercent = change.startsWith("+") || change.startsWith("-");
    String share = " (" + change + (isPercent ? " %)" : ")");
    return size.newLine().add(Figures.signed(row.delta(build)) + share);
  }

  /** A record for each figure of each build. */
  private Part figures() {
    List<Figure> figures = new ArrayList<>();
    for (int build = 0; build < comparison.builds().size(); build++) {
      String file = comparison.builds().get(build).name();
      for (Row row : comparison.rows()) {
        figures.add(new Figure(build, file, row));
      }
    }
    return Table.of("figures", figures)
        .columns(
            Medium.RECORDS,
            List.of(
                Column.number("step", Figure::build),
                Column.name("file", Figure::file),
                Column.<Figure>word("row", figure -> figure.row().name()),
                Column.<Figure>bytes("bytes", figure -> figure.row().sizes().get(figure.build())),
                Column.<Figure>change("delta", figure -> figure.row().delta(figure.build()))))
        .in(Medium.RECORDS)
        .build();
  }
}
