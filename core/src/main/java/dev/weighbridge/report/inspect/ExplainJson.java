package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** One byte explained as JSON of the schema {@value #SCHEMA}. */
final class ExplainJson implements ReportWriter<ExplainReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/explain/1";

  @Override
  public void write(ExplainReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, ExplainReport report) {
    Explanation explanation = report.explanation();
    long fileSize = report.attribution().partition().fileSize();
    JsonText.begin(json, SCHEMA, report.attribution().file());
    json.writeNumberProperty("fileOffset", explanation.fileOffset());
    JsonText.address(json, "address", explanation.address());
    json.writeObjectPropertyStart("span");
    SpanFields fields = new SpanFields(report.attribution(), CratePolicy.RESPONSIBLE);
    SpanJson.entries(json, fields, report.attribution().partition(), explanation.span());
    json.writeEndObject();
    json.writeArrayPropertyStart("layers");
    for (Layer layer : explanation.layers()) {
      boolean isInFile = layer.end() <= fileSize;
      json.writeStartObject();
      json.writeStringProperty("name", layer.name());
      json.writeStringProperty("text", layer.text());
      json.writeNumberProperty("start", isInFile ? layer.start() : -1);
      json.writeNumberProperty("end", isInFile ? layer.end() : -1);
      json.writeNumberProperty("bytes", layer.end() - layer.start());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
