package dev.weighbridge.fleet;

import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableRow;
import dev.weighbridge.table.TableSink;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Writes rows as lines of JSON, with the columns of a table of files. */
final class RowLines implements TableSink {
  private final SpoolFile lines;

  RowLines(SpoolFile lines) {
    this.lines = lines;
  }

  @Override
  public void add(TableRow row) throws IOException {
    try {
      write(row, lines.json());
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private void write(TableRow row, JsonGenerator json) {
    json.writeStartObject();
    for (TableColumn column : TableColumn.all()) {
      if (!row.has(column)) {
        continue;
      }
      if (column.isNumber()) {
        json.writeNumberProperty(column.key(), row.number(column));
      } else {
        json.writeName(column.key());
        lines.writeText(row.text(column));
      }
    }
    json.writeEndObject();
    lines.endLine();
  }
}
