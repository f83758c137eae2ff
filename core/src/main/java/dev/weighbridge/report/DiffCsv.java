package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/**
 * Changes as comma-separated values: one record for each row of the last level, a column for each
 * level, so that the records sum to the change of the file.
 */
final class DiffCsv implements ReportWriter<DiffReport> {
  @Override
  public void write(DiffReport report, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    List<Dimension> dimensions = report.diff().afterTree().dimensions();
    for (Dimension dimension : dimensions) {
      line.add(dimension.name());
    }
    line.add("status").add("from");
    for (String build : List.of("Before", "After", "Delta")) {
      for (Measure measure : report.diff().measures()) {
        line.add(MeasureText.key(measure) + build);
      }
      line.add("padding" + build).add("count" + build);
    }
    line.end();
    rows(report, report.rows(), 0, new String[dimensions.size()], line);
  }

  private static void rows(
      DiffReport report, List<DiffRow> rows, int level, String[] path, CsvLine line)
      throws IOException {
    for (DiffRow row : rows) {
      path[level] = row.label();
      List<DiffRow> below = report.below(row);
      if (below.isEmpty()) {
        for (int i = 0; i < path.length; i++) {
          line.add(i <= level ? path[i] : "");
        }
        line.add(row.status().key()).add(row.formerLabel().orElse(""));
        for (Weight weight : List.of(row.before(), row.after(), row.delta())) {
          weight(line, row.measures(), weight);
        }
        line.end();
      } else {
        rows(report, below, level + 1, path, line);
      }
    }
  }

  private static void weight(CsvLine line, List<Measure> asked, Weight weight) {
    for (Measure measure : asked) {
      line.add(weight.value(measure));
    }
    line.add(weight.padding()).add(weight.count());
  }
}
