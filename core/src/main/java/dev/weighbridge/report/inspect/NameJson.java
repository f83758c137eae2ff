package dev.weighbridge.report.inspect;

import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Names made readable, with what they say, as JSON of the schema {@value #SCHEMA}. */
final class NameJson implements ReportWriter<NameReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/demangle/1";

  @Override
  public void write(NameReport report, Appendable out) throws IOException {
    try {
      JsonText.write(out, json -> document(json, report));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void document(JsonGenerator json, NameReport report) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeArrayPropertyStart("names");
    for (String name = next(report); name != null; name = next(report)) {
      name(json, name, report);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String next(NameReport report) {
    try {
      return report.source().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void name(JsonGenerator json, String name, NameReport report) {
    json.writeStartObject();
    json.writeStringProperty("mangled", name);
    json.writeStringProperty("label", RustDemangler.demangle(name, report.hashes()));
    Optional<RustName> read = RustDemangler.read(name);
    if (read.isPresent()) {
      structure(json, read.get());
    }
    json.writeEndObject();
  }

  private static void structure(JsonGenerator json, RustName name) {
    json.writeStringProperty("scheme", name.scheme() == ManglingScheme.V0 ? "v0" : "legacy");
    crate(json, "definingCrate", name.crates().defining());
    crate(json, "responsibleCrate", name.crates().responsible());
    crate(json, "instantiatingCrate", name.crates().instantiating());
    json.writeStringProperty("module", name.modulePath());
    json.writeStringProperty("generic", name.generic());
  }

  private static void crate(JsonGenerator json, String property, Optional<CrateName> crate) {
    if (crate.isPresent()) {
      json.writeStringProperty(property, crate.get().toString());
    }
  }
}
