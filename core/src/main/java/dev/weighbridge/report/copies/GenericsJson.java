package dev.weighbridge.report.copies;

import dev.weighbridge.generics.Cause;
import dev.weighbridge.generics.Generic;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Generic items as JSON of the schema {@value #SCHEMA}. */
final class GenericsJson implements ReportWriter<GenericsReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/generics/1";

  @Override
  public void write(GenericsReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, GenericsReport report) {
    JsonText.begin(json, SCHEMA, report.file());
    json.writeNumberProperty("fileSize", report.file().fileSize());
    json.writeNumberProperty("codeSize", report.list().generics().allCode());
    json.writeBooleanProperty("maskingSupported", report.list().generics().isMaskingSupported());
    json.writeObjectPropertyStart("formulas");
    json.writeStringProperty("identicalSaving", Generics.IDENTICAL_FORMULA);
    json.writeStringProperty("maskedSaving", Generics.MASKED_FORMULA);
    json.writeStringProperty("likelySaving", Generics.LIKELY_FORMULA);
    json.writeStringProperty("savingBound", Generics.BOUND_FORMULA);
    json.writeEndObject();
    if (report.list().selection().filter().isPresent()) {
      json.writeStringProperty("filter", report.list().selection().filter().get().pattern());
    }
    json.writeObjectPropertyStart("total");
    figures(json, report.list().total());
    json.writeEndObject();
    json.writeArrayPropertyStart("rows");
    for (Generic row : report.list().rows()) {
      row(json, report, row);
    }
    json.writeEndArray();
    JsonText.diagnostics(json, report.file());
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, GenericsReport report, Generic row) {
    json.writeStartObject();
    json.writeStringProperty("label", row.label());
    figures(json, row);
    int limit = report.list().selection().causes();
    if (limit > 0 && row.index() >= 0) {
      causes(json, "typeArgument", report.list().generics().typeArguments(row.index()), limit);
      causes(json, "crate", report.list().generics().crates(row.index()), limit);
    }
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, Generic row) {
    json.writeNumberProperty("copies", row.copyCount());
    json.writeNumberProperty("codeSize", row.codeSize());
    json.writeNumberProperty("fileSize", row.fileSize());
    json.writeNumberProperty("largest", row.largest());
    json.writeNumberProperty("mean", row.mean());
    json.writeNumberProperty("distinct", row.distinct());
    json.writeNumberProperty("distinctMasked", row.distinctMasked());
    json.writeNumberProperty("identicalSaving", row.identicalSaving());
    json.writeNumberProperty("maskedSaving", row.maskedSaving());
    json.writeNumberProperty("likelySaving", row.likelySaving());
    json.writeNumberProperty("savingBound", row.savingBound());
  }

  private static void causes(JsonGenerator json, String what, List<Cause> causes, int limit) {
    json.writeNumberProperty(what + "Count", causes.size());
    json.writeArrayPropertyStart(what + "s");
    for (Cause cause : causes.subList(0, Math.min(limit, causes.size()))) {
      json.writeStartObject();
      json.writeStringProperty("label", cause.label());
      json.writeNumberProperty("copies", cause.copyCount());
      json.writeNumberProperty("codeSize", cause.codeSize());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
