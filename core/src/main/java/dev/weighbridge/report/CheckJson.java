package dev.weighbridge.report;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** A budget check as JSON of the schema {@value #SCHEMA}. */
public final class CheckJson implements ReportWriter<BudgetCheck> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/check/1";

  @Override
  public void write(BudgetCheck check, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, check));
  }

  private static void document(JsonGenerator json, BudgetCheck check) {
    JsonText.begin(json, SCHEMA, check.file());
    json.writeNumberProperty("fileSize", check.file().fileSize());
    json.writeBooleanProperty("passed", check.passes());
    json.writeArrayPropertyStart("verdicts");
    for (Verdict verdict : check.verdicts()) {
      json.writeStartObject();
      json.writeStringProperty("measure", verdict.subject().name());
      json.writeStringProperty("label", verdict.subject().label());
      counted(json, verdict.subject());
      json.writeStringProperty("type", verdict.limit().type().key());
      json.writeBooleanProperty("passed", verdict.passes());
      json.writeNumberProperty("actual", verdict.actual());
      json.writeNumberProperty("highest", verdict.highest());
      json.writeNumberProperty("before", verdict.before().orElse(-1));
      json.writeStringProperty("message", verdict.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("unchecked");
    for (Limit limit : check.unchecked()) {
      json.writeStartObject();
      json.writeStringProperty("measure", limit.subject().name());
      json.writeStringProperty("label", limit.subject().label());
      counted(json, limit.subject());
      json.writeStringProperty("type", limit.type().key());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Says what is counted of a row where it is not bytes in the file. */
  private static void counted(JsonGenerator json, LimitSubject subject) {
    if (subject.isRow() && !subject.measure().equals(Measures.FILE)) {
      json.writeStringProperty("counted", subject.measure().name());
    }
  }
}
