package dev.weighbridge.report;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/** Builds side by side as comma-separated values: a record for each figure of each build. */
final class CompareCsv implements ReportWriter<BuildComparison> {
  @Override
  public void write(BuildComparison comparison, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("step").add("file").add("row").add("bytes").add("delta").end();
    for (int build = 0; build < comparison.builds().size(); build++) {
      for (Row row : comparison.rows()) {
        line.add(build).add(comparison.builds().get(build).name()).add(row.name());
        line.add(row.sizes().get(build)).add(row.delta(build)).end();
      }
    }
  }
}
