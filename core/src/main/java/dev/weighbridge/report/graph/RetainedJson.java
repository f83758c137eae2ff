package dev.weighbridge.report.graph;

import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What keeps what as JSON of the schema {@value #SCHEMA}. */
final class RetainedJson implements ReportWriter<RetainedTree> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/retained/1";

  @Override
  public void write(RetainedTree tree, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, tree));
  }

  private static void document(JsonGenerator json, RetainedTree tree) {
    JsonText.begin(json, SCHEMA, tree.file());
    json.writeNumberProperty("fileSize", tree.file().fileSize());
    json.writeNumberProperty("depth", tree.selection().depth());
    if (tree.selection().filter().isPresent()) {
      json.writeStringProperty("filter", tree.selection().filter().get().pattern());
    }
    RetainedRow total = tree.total();
    json.writeNumberProperty("retainedSize", total.retainedSize());
    json.writeNumberProperty("count", total.count());
    rows(json, tree, tree.rows(), 1);
    JsonText.diagnostics(json, tree.file());
    json.writeEndObject();
  }

  private static void rows(
      JsonGenerator json, RetainedTree tree, List<RetainedRow> rows, int level) {
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
        if (level < tree.selection().depth()) {
          rows(json, tree, tree.below(row), level + 1);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
