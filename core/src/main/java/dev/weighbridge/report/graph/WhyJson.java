package dev.weighbridge.report.graph;

import dev.weighbridge.graph.Dominators;
import dev.weighbridge.graph.ReferencePath;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** Why an item is in a file as JSON of the schema {@value #SCHEMA}. */
final class WhyJson implements ReportWriter<WhyReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/why/1";

  @Override
  public void write(WhyReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, WhyReport report) {
    Dominators dominators = report.dominators();
    int node = report.node();
    JsonText.begin(json, SCHEMA, report.file());
    item(json, report, node);
    json.writeNumberProperty("fileSize", report.graph().fileSize(node));
    json.writeNumberProperty("retainedSize", dominators.retainedSize(node));
    json.writeBooleanProperty("needed", dominators.isReached(node));
    if (dominators.dominator(node) >= 0) {
      json.writeObjectPropertyStart("through");
      item(json, report, dominators.dominator(node));
      json.writeEndObject();
    }
    json.writeNumberProperty("pathCount", report.count());
    json.writeArrayPropertyStart("paths");
    for (ReferencePath path : report.paths()) {
      path(json, report, path);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("notNeeded");
    int[] referrers = report.notNeeded();
    for (int i = 0; i < Math.min(referrers.length, report.limit()); i++) {
      json.writeStartObject();
      item(json, report, referrers[i]);
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonText.diagnostics(json, report.file());
    json.writeEndObject();
  }

  private static void path(JsonGenerator json, WhyReport report, ReferencePath path) {
    json.writeStartObject();
    json.writeStringProperty("neededAs", path.reason().text());
    json.writeArrayPropertyStart("steps");
    for (ReferencePath.Step step : path.steps()) {
      json.writeStartObject();
      item(json, report, step.node());
      json.writeNumberProperty("referenceOffset", step.fileOffset());
      JsonText.address(json, "referenceAddress", step.address());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, WhyReport report, int node) {
    json.writeStringProperty("label", report.graph().text(node));
    JsonText.address(json, "address", report.address(node));
    JsonText.texts(json, "mangled", report.rawNames(node));
  }
}
