package dev.weighbridge.report.table;

import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableRow;
import dev.weighbridge.table.TableSink;
import java.io.IOException;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** A table as lines of JSON: an object a row, without the members that it has no value for. */
public final class JsonTable implements TableSink {
  private final Appendable out;

  /** Begins a table. The target stays open. */
  public JsonTable(Appendable out) {
    Objects.requireNonNull(out, "out");
    this.out = out;
  }

  @Override
  public void add(TableRow row) throws IOException {
    JsonText.write(out, json -> write(json, row));
  }

  private static void write(JsonGenerator json, TableRow row) {
    json.writeStartObject();
    for (TableColumn column : TableColumn.all()) {
      if (!row.has(column)) {
        continue;
      }
      if (column.isNumber()) {
        json.writeNumberProperty(column.key(), row.number(column));
      } else {
        json.writeStringProperty(column.key(), row.text(column));
      }
    }
    json.writeEndObject();
  }
}
