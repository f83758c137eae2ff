package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.writing.JsonText;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Tables of items as JSON. */
final class ItemsJson {
  private ItemsJson() {}

  /**
   * Writes a document.
   *
   * @param without what is taken away; empty if nothing is
   */
  static void write(
      Appendable out,
      String schema,
      BinaryFile file,
      String without,
      List<String> keys,
      List<ItemTable> tables)
      throws IOException {
    JsonText.write(
        out,
        json -> {
          JsonText.begin(json, schema, file);
          json.writeNumberProperty("fileSize", file.fileSize());
          if (!without.isEmpty()) {
            json.writeStringProperty("without", without);
          }
          for (int i = 0; i < tables.size(); i++) {
            table(json, keys.get(i), tables.get(i));
          }
          JsonText.diagnostics(json, file);
          json.writeEndObject();
        });
  }

  private static void table(JsonGenerator json, String key, ItemTable table) {
    json.writeObjectPropertyStart(key);
    sizes(json, table.total());
    json.writeArrayPropertyStart("rows");
    for (ItemRow row : table.rows()) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      sizes(json, row);
      JsonText.address(json, "address", row.address());
      JsonText.texts(json, "mangled", row.rawNames());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void sizes(JsonGenerator json, ItemRow row) {
    json.writeNumberProperty("fileSize", row.fileSize());
    json.writeNumberProperty("codeSize", row.codeSize());
    json.writeNumberProperty("count", row.count());
  }
}
