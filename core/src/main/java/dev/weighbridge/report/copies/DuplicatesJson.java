package dev.weighbridge.report.copies;

import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** Duplicates as JSON of the schema {@value #SCHEMA}. */
final class DuplicatesJson implements ReportWriter<DuplicateList> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/duplicates/1";

  @Override
  public void write(DuplicateList list, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, list));
  }

  private static void document(JsonGenerator json, DuplicateList list) {
    JsonText.begin(json, SCHEMA, list.file());
    json.writeNumberProperty("fileSize", list.file().fileSize());
    json.writeBooleanProperty("maskingSupported", list.isMaskingSupported());
    json.writeNumberProperty("smallestData", EqualBodies.SMALLEST_DATA);
    if (list.selection().filter().isPresent()) {
      json.writeStringProperty("filter", list.selection().filter().get().pattern());
    }
    group(json, "crates", list, What.CRATE);
    group(json, "identicalFunctions", list, What.IDENTICAL_FUNCTION);
    group(json, "equalFunctions", list, What.EQUAL_FUNCTION);
    group(json, "identicalData", list, What.IDENTICAL_DATA);
    JsonText.diagnostics(json, list.file());
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, String name, DuplicateList list, What what) {
    DuplicateRow total = list.total(what);
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("copies", total.copyCount());
    json.writeNumberProperty("fileSize", total.fileSize());
    json.writeNumberProperty("saving", total.saving());
    json.writeArrayPropertyStart("rows");
    for (DuplicateRow row : list.rows(what)) {
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
