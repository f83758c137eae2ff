package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Changes as JSON of the schema {@value #SCHEMA}. */
final class DiffJson implements ReportWriter<DiffReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/diff/1";

  @Override
  public void write(DiffReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, DiffReport report) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    build(json, "old", report.before());
    build(json, "new", report.after());
    json.writeArrayPropertyStart("by");
    for (Dimension dimension : report.diff().afterTree().dimensions()) {
      json.writeString(dimension.name());
    }
    json.writeEndArray();
    String pricing = report.diff().afterTree().query().pricing().name().toLowerCase(Locale.ROOT);
    json.writeStringProperty("pricing", pricing);
    json.writeStringProperty("cause", report.diff().cause());
    SizeDiff diff = report.diff();
    change(json, diff.measures(), diff.before(), diff.after());
    rows(json, report, report.rows());
    json.writeEndObject();
  }

  private static void build(JsonGenerator json, String name, BinaryFile file) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("file", file.name());
    json.writeStringProperty("format", file.format());
    json.writeStringProperty("machine", file.machine());
    json.writeNumberProperty("fileSize", file.fileSize());
    json.writeEndObject();
  }

  private static void rows(JsonGenerator json, DiffReport report, List<DiffRow> rows) {
    json.writeArrayPropertyStart("rows");
    for (DiffRow row : rows) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      Optional<String> former = row.formerLabel();
      if (former.isPresent()) {
        json.writeStringProperty("from", former.get());
      }
      json.writeStringProperty("status", row.status().key());
      change(json, row.measures(), row.before(), row.after());
      List<DiffRow> below = report.below(row);
      if (!below.isEmpty()) {
        rows(json, report, below);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void change(JsonGenerator json, List<Measure> asked, Weight before, Weight after) {
    weight(json, asked, "before", before);
    weight(json, asked, "after", after);
    weight(json, asked, "delta", after.minus(before));
  }

  private static void weight(JsonGenerator json, List<Measure> asked, String name, Weight weight) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("fileSize", weight.fileSize());
    json.writeNumberProperty("memorySize", weight.memorySize());
    JsonText.measures(json, asked, weight::value);
    json.writeNumberProperty("padding", weight.padding());
    json.writeNumberProperty("count", weight.count());
    json.writeEndObject();
  }
}
