package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** Findings as JSON of the schema {@value #SCHEMA}; also what a baseline is read from. */
final class LintJson implements ReportWriter<LintResult> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/lint/1";

  @Override
  public void write(LintResult report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, LintResult report) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("file", report.file().name());
    entries(json, report);
    json.writeEndObject();
  }

  /** Writes what was found, and what was left open. */
  static void entries(JsonGenerator json, LintResult report) {
    json.writeArrayPropertyStart("findings");
    for (Finding finding : report.findings()) {
      finding(json, finding);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("undecided");
    for (Undecided undecided : report.undecided()) {
      json.writeStartObject();
      json.writeStringProperty("rule", undecided.rule().id());
      json.writeStringProperty("reason", undecided.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("severity", finding.severity().key());
    json.writeStringProperty("message", finding.message());
    json.writeNumberProperty("savingBytes", finding.saving().bytes());
    json.writeStringProperty("savingBasis", finding.saving().basis().key());
    json.writeNumberProperty("confidence", finding.saving().confidence());
    JsonText.texts(json, "fix", finding.fix());
    json.writeStringProperty("since", finding.rule().since());
    json.writeStringProperty("tradeOff", finding.rule().tradeOff());
    json.writeArrayPropertyStart("evidence");
    for (FindingPlace places : finding.places()) {
      json.writeStartObject();
      json.writeStringProperty("label", places.label());
      json.writeNumberProperty("fileOffset", places.fileOffset());
      json.writeNumberProperty("fileSize", places.fileSize());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("help", finding.rule().help());
    json.writeEndObject();
  }
}
