package dev.weighbridge.report.table;

import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableRow;
import dev.weighbridge.table.TableSink;
import java.io.IOException;
import java.util.Objects;

/**
 * A table as comma-separated values: a record with the names of all columns, then one a row. What a
 * row has no value for is empty. Names that a file chose are made safe for a spreadsheet.
 */
public final class CsvTable implements TableSink {
  private final CsvLine line;

  /** Begins a table. The target stays open. */
  public CsvTable(Appendable out) throws IOException {
    Objects.requireNonNull(out, "out");
    line = new CsvLine(out);
    for (TableColumn column : TableColumn.all()) {
      line.add(column.key());
    }
    line.end();
  }

  @Override
  public void add(TableRow row) throws IOException {
    for (TableColumn column : TableColumn.all()) {
      if (!row.has(column)) {
        line.add("");
      } else if (column.isNumber()) {
        line.add(row.number(column));
      } else {
        line.add(SafeText.field(row.text(column)));
      }
    }
    line.end();
  }
}
