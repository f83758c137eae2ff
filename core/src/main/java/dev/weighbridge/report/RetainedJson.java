package dev.weighbridge.report;

import dev.weighbridge.graph.RetainedRow;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What keeps what as JSON of the schema {@value #SCHEMA}. */
final class RetainedJson implements ReportWriter<RetainedReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/retained/1";

  @Override
  public void write(RetainedReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, RetainedReport report) {
    JsonText.begin(json, SCHEMA, report.file());
    json.writeNumberProperty("fileSize", report.file().fileSize());
    json.writeNumberProperty("depth", report.selection().depth());
    if (report.selection().filter().isPresent()) {
      json.writeStringProperty("filter", report.selection().filter().get().pattern());
    }
    RetainedRow total = report.total();
    json.writeNumberProperty("retainedSize", total.retainedSize());
    json.writeNumberProperty("count", total.count());
    rows(json, report, report.rows(), 1);
    JsonText.diagnostics(json, report.file());
    json.writeEndObject();
  }

  private static void rows(
      JsonGenerator json, RetainedReport report, List<RetainedRow> rows, int level) {
    json.writeArrayPropertyStart("rows");
    for (RetainedRow row : rows) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      json.writeNumberProperty("retainedSize", row.retainedSize());
      json.writeNumberProperty("fileSize", row.fileSize());
      json.writeNumberProperty("count", row.count());
      if (row.node() >= 0) {
        JsonText.address(json, "address", row.address());
        JsonText.texts(json, "mangled", row.rawNames());
        if (row.root().isPresent()) {
          json.writeStringProperty("neededAs", row.root().get().text());
        }
        if (level < report.selection().depth()) {
          rows(json, report, report.below(row), level + 1);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
