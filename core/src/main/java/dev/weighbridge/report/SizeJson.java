package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeRow.SymbolFacts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Sizes as JSON of the schema {@value #SCHEMA}. */
final class SizeJson implements ReportWriter<SizeReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/size/1";

  @Override
  public void write(SizeReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, SizeReport report) {
    JsonText.begin(json, SCHEMA, report.file());
    json.writeNumberProperty("fileSize", report.fileSize());
    json.writeNumberProperty("memorySize", report.memorySize());
    JsonText.measures(json, report.tree().measures(), report::value);
    json.writeArrayPropertyStart("by");
    for (Dimension dimension : report.tree().dimensions()) {
      json.writeString(dimension.name());
    }
    json.writeEndArray();
    json.writeStringProperty(
        "pricing", report.tree().query().pricing().name().toLowerCase(Locale.ROOT));
    crates(json, report);
    selection(json, report);
    json.writeObjectPropertyStart("basis");
    for (int basis = 0; basis < Basis.count(); basis++) {
      json.writeNumberProperty(Basis.of(basis).key(), report.fileSize(Basis.of(basis)));
    }
    json.writeEndObject();
    rows(json, report, report.rows());
    JsonText.diagnostics(json, report.file());
    json.writeEndObject();
  }

  /** Says how crates are found. */
  private static void crates(JsonGenerator json, SizeReport report) {
    json.writeStringProperty("cratePolicy", report.tree().query().cratePolicy().key());
    if (report.hasCrates()) {
      json.writeStringProperty("std", report.tree().query().stdView().key());
      JsonText.texts(json, "standardCrates", report.standardCrates());
    }
  }

  /** Says what was left out and what the whole weighs; nothing if nothing was. */
  private static void selection(JsonGenerator json, SizeReport report) {
    if (report.isWhole()) {
      return;
    }
    json.writeObjectPropertyStart("selection");
    if (report.isRestricted()) {
      json.writeArrayPropertyStart("only");
      for (int kind = 0; kind < Kind.count(); kind++) {
        if (report.tree().kinds().contains(Kind.of(kind))) {
          json.writeString(Kind.of(kind).key());
        }
      }
      json.writeEndArray();
    }
    if (report.selection().filter().isPresent()) {
      json.writeStringProperty("filter", report.selection().filter().get().pattern());
    }
    json.writeNumberProperty("ofFileSize", report.file().fileSize());
    json.writeEndObject();
  }

  private static void rows(JsonGenerator json, SizeReport report, List<SizeRow> rows) {
    json.writeArrayPropertyStart("rows");
    for (SizeRow row : rows) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      json.writeNumberProperty("fileSize", row.fileSize());
      json.writeNumberProperty("memorySize", row.memorySize());
      JsonText.measures(json, row.measures(), row::value);
      json.writeNumberProperty("count", row.count());
      json.writeObjectPropertyStart("kinds");
      for (int kind = 0; kind < Kind.count(); kind++) {
        long bytes = row.fileSize(Kind.of(kind));
        if (bytes > 0) {
          json.writeNumberProperty(Kind.of(kind).key(), bytes);
        }
      }
      json.writeEndObject();
      symbol(json, row.symbol());
      json.writeStringProperty("basis", row.basis().key());
      List<SizeRow> below = report.below(row);
      if (!below.isEmpty()) {
        rows(json, report, below);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void symbol(JsonGenerator json, Optional<SymbolFacts> symbol) {
    if (symbol.isPresent()) {
      JsonText.address(json, "address", symbol.get().address());
      JsonText.texts(json, "mangled", symbol.get().rawNames());
      json.writeNumberProperty("aliases", symbol.get().aliasCount());
    }
  }
}
