package dev.weighbridge.report;

import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.duplicates.EqualBodies;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Duplicates as JSON of the schema {@value #SCHEMA}. */
final class DuplicatesJson implements ReportWriter<DuplicatesReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/duplicates/1";

  @Override
  public void write(DuplicatesReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, DuplicatesReport report) {
    JsonText.begin(json, SCHEMA, report.file());
    json.writeNumberProperty("fileSize", report.file().fileSize());
    json.writeBooleanProperty("maskingSupported", report.isMaskingSupported());
    json.writeNumberProperty("smallestData", EqualBodies.SMALLEST_DATA);
    if (report.selection().filter().isPresent()) {
      json.writeStringProperty("filter", report.selection().filter().get().pattern());
    }
    group(json, "crates", report, What.CRATE);
    group(json, "identicalFunctions", report, What.IDENTICAL_FUNCTION);
    group(json, "equalFunctions", report, What.EQUAL_FUNCTION);
    group(json, "identicalData", report, What.IDENTICAL_DATA);
    JsonText.diagnostics(json, report.file());
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, String name, DuplicatesReport report, What what) {
    List<DuplicateRow> all = report.all(what);
    DuplicateRow total = DuplicatesReport.sum(what, "total", all);
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("copies", total.copyCount());
    json.writeNumberProperty("fileSize", total.fileSize());
    json.writeNumberProperty("saving", total.saving());
    json.writeArrayPropertyStart("rows");
    for (DuplicateRow row : report.cut(what, all)) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      json.writeNumberProperty("copies", row.copyCount());
      json.writeNumberProperty("fileSize", row.fileSize());
      json.writeNumberProperty("saving", row.saving());
      JsonText.texts(json, "names", row.names());
      if (what == What.CRATE) {
        JsonText.texts(json, "versions", row.versions());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
