package dev.weighbridge.report.history;

import dev.weighbridge.history.Trend;
import dev.weighbridge.history.Trend.Point;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Picture;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * How one figure went from build to build: the answer of the {@code history trend} command.
 *
 * @param trend the builds
 */
public record TrendReport(Trend trend) implements Report {
  /** For pages of others: a picture in SVG 1.1. */
  public static final OutputFormat SVG = OutputFormat.SVG;

  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = OutputFormat.WITH_MAP;

  private static final String SCHEMA = "weighbridge/trend/1";
  private static final int BAR = 20;

  /** Checks that it is there. */
  public TrendReport {
    Objects.requireNonNull(trend, "trend");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(SVG)) {
      out.append(TrendChart.svg(trend)).append('\n');
    } else {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    return Answer.of(
        SCHEMA,
        trend.file(),
        Prose.of(headline()),
        new Picture(TrendChart.svg(trend)),
        Facts.of(
            trend,
            List.of(
                Column.name("file", Trend::file),
                Column.name("target", Trend::target),
                Column.<Trend>name("figure", some -> some.figure().text()),
                Column.number("change", Trend::change))),
        table());
  }

  private Line headline() {
    int count = trend.points().size();
    Line line = Line.EMPTY.strongName(trend.file()).add(" (").quote(trend.target()).add("), ");
    line = line.quote(trend.figure().text()).add(": ");
    if (count == 0) {
      return line.add("no build of it");
    }
    long first = trend.points().get(0).bytes();
    long last = trend.points().get(count - 1).bytes();
    String change = last == first ? "as many as" : Figures.signed(last - first) + " over";
    String percent = last == first ? "" : " (" + Figures.change(first, last) + " %)";
    String over = count == 1 ? " in its one build" : " " + count + " builds" + percent;
    return line.add(Figures.bytes(last) + (count == 1 ? "" : ", " + change) + over);
  }

  private Table<Point> table() {
    Column<Point> time = Column.word("time", point -> point.build().time().toString());
    Column<Point> commit = Column.name("commit", point -> point.build().commit());
    Column<Point> day = Column.<Point>word("", point -> CommitText.day(point.build()));
    Column<Point> shortCommit = Column.<Point>name("", point -> CommitText.of(point.build()));
    Column<Point> bytes = Column.bytes("bytes", Point::bytes);
    Column<Point> change = Column.change("change", Point::change);
    Column<Point> percent =
        Column.figure(point -> Figures.change(point.before().orElse(point.bytes()), point.bytes()));
    Column<Point> bar = Column.<Point>word("", this::bar).titled("");
    List<Column<Point>> shown =
        List.of(
            day.titled("Day").wide(10),
            shortCommit.titled("Commit"),
            bytes.titled("Bytes").wide(13),
            change.titled("Change").wide(12),
            percent.titled("%").wide(8));
    List<Column<Point>> drawn = new ArrayList<>(shown);
    drawn.add(bar);
    return Table.of("builds", trend.points())
        .columns(Medium.TEXT, drawn)
        .columns(Medium.MARKUP, shown)
        .programs(List.of(time, commit, bytes, change))
        .ifEmpty(Line.EMPTY)
        .build();
  }

  /** A bar between the smallest and the largest build shown. */
  private String bar(Point point) {
    long least = extreme(trend, value -> value);
    long most = -extreme(trend, value -> -value);
    long length =
        most == least
            ? BAR
            : 1 + Math.round((BAR - 1.0) * (point.bytes() - least) / (most - least));
    return "#".repeat((int) length);
  }

  private static long extreme(Trend trend, ToLongFunction<Long> sign) {
    return trend.points().stream()
        .mapToLong(point -> sign.applyAsLong(point.bytes()))
        .min()
        .orElse(0);
  }
}
