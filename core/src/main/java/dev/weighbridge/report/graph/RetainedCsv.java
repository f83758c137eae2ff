package dev.weighbridge.report.graph;

import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/**
 * What keeps what as comma-separated values: a record for each row of each level, those below a row
 * behind it. The records of level 1 sum to the file.
 */
final class RetainedCsv implements ReportWriter<RetainedTree> {
  @Override
  public void write(RetainedTree tree, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("level").add("label").add("retainedSize").add("fileSize").add("count");
    line.add("address").add("mangled").add("neededAs").end();
    rows(line, tree, tree.rows(), 1);
  }

  private static void rows(CsvLine line, RetainedTree tree, List<RetainedRow> rows, int level)
      throws IOException {
    for (RetainedRow row : rows) {
      line.add(level).add(row.label()).add(row.retainedSize()).add(row.fileSize());
      line.add(row.count()).add(Figures.address(row.address()));
      line.add(row.rawNames().isEmpty() ? "" : row.rawNames().get(0));
      line.add(row.root().isPresent() ? row.root().get().text() : "").end();
      if (level < tree.selection().depth()) {
        rows(line, tree, tree.below(row), level + 1);
      }
    }
  }
}
