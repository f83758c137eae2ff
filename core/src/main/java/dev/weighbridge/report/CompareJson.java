package dev.weighbridge.report;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** Builds side by side as JSON of the schema {@value #SCHEMA}. */
final class CompareJson implements ReportWriter<BuildComparison> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/compare/1";

  @Override
  public void write(BuildComparison comparison, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, comparison));
  }

  private static void document(JsonGenerator json, BuildComparison comparison) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeArrayPropertyStart("builds");
    for (BinaryFile build : comparison.builds()) {
      json.writeStartObject();
      json.writeStringProperty("file", build.name());
      json.writeStringProperty("format", build.format());
      json.writeStringProperty("machine", build.machine());
      json.writeNumberProperty("fileSize", build.fileSize());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("rows");
    for (Row row : comparison.rows()) {
      json.writeStartObject();
      json.writeStringProperty("name", row.name());
      json.writeArrayPropertyStart("bytes");
      row.sizes().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeArrayPropertyStart("delta");
      for (int build = 0; build < row.sizes().size(); build++) {
        json.writeNumber(row.delta(build));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
