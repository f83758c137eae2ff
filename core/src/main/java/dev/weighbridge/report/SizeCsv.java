package dev.weighbridge.report;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeRow.SymbolFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Sizes as comma-separated values: one record for each row of the last level, a column for each
 * level and each kind, so that the records sum to the file.
 */
final class SizeCsv implements ReportWriter<SizeReport> {
  @Override
  public void write(SizeReport report, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    for (Dimension dimension : report.tree().dimensions()) {
      line.add(dimension.name());
    }
    for (Measure measure : report.tree().measures()) {
      line.add(MeasureText.key(measure));
    }
    line.add("count").add("basis");
    line.add("address").add("mangled").add("aliases");
    for (int kind = 0; kind < Kind.count(); kind++) {
      line.add(Kind.of(kind).key());
    }
    if (report.cratePolicy().isPresent()) {
      line.add("cratePolicy");
    }
    line.end();
    String[] path = new String[report.tree().dimensions().size()];
    rows(report, report.rows(), 0, path, line);
  }

  private static void rows(
      SizeReport report, List<SizeRow> rows, int level, String[] path, CsvLine line)
      throws IOException {
    for (SizeRow row : rows) {
      path[level] = row.label();
      List<SizeRow> below = report.below(row);
      if (below.isEmpty()) {
        record(report, row, level, path, line);
      } else {
        rows(report, below, level + 1, path, line);
      }
    }
  }

  private static void record(SizeReport report, SizeRow row, int level, String[] path, CsvLine line)
      throws IOException {
    for (int i = 0; i < path.length; i++) {
      line.add(i <= level ? path[i] : "");
    }
    for (Measure measure : row.measures()) {
      line.add(row.value(measure));
    }
    line.add(row.count()).add(row.basis().key());
    Optional<SymbolFacts> symbol = row.symbol();
    if (symbol.isPresent()) {
      SymbolFacts facts = symbol.get();
      line.add(Figures.address(facts.address()));
      line.add(facts.rawNames().isEmpty() ? "" : facts.rawNames().get(0));
      line.add(facts.aliasCount());
    } else {
      line.add(-1).add("").add(0);
    }
    for (int kind = 0; kind < Kind.count(); kind++) {
      line.add(row.fileSize(Kind.of(kind)));
    }
    if (report.cratePolicy().isPresent()) {
      line.add(report.cratePolicy().get().key());
    }
    line.end();
  }
}
