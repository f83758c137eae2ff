package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Unchecked;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.UriText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/**
 * A check in the Static Analysis Results Interchange Format, SARIF 2.1.0: each broken limit is a
 * result, each subject of limits a rule.
 */
final class CheckSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final BudgetCheck check;
  private final List<String> rules = new ArrayList<>();

  private CheckSarif(JsonGenerator json, BudgetCheck check) {
    this.json = json;
    this.check = check;
    Set<String> names = new TreeSet<>();
    check.verdicts().forEach(verdict -> names.add(CheckPlace.rule(verdict.subject())));
    check.unchecked().forEach(open -> names.add(CheckPlace.rule(open.limit().subject())));
    rules.addAll(names);
  }

  static void write(BudgetCheck check, Appendable out) throws IOException {
    JsonText.write(out, json -> new CheckSarif(json, check).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool();
    invocation();
    json.writeArrayPropertyStart("results");
    check.broken().forEach(this::result);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Weighbridge");
    json.writeArrayPropertyStart("rules");
    for (String rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule);
      String what = rule.substring(rule.indexOf('/') + 1);
      message("shortDescription", "A limit on " + what + " is broken.");
      json.writeObjectPropertyStart("defaultConfiguration");
      json.writeStringProperty("level", "error");
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** That it ran, and the limits that could not be checked (3.20.21). */
  private void invocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (Unchecked open : check.unchecked()) {
      json.writeStartObject();
      json.writeStringProperty("level", "note");
      message("message", "Not checked: " + SafeText.of(open.message()));
      json.writeObjectPropertyStart("associatedRule");
      rule("id", "index", open.limit().subject());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void rule(String id, String index, LimitSubject subject) {
    String rule = CheckPlace.rule(subject);
    json.writeStringProperty(id, rule);
    json.writeNumberProperty(index, rules.indexOf(rule));
  }

  private void result(Verdict verdict) {
    json.writeStartObject();
    rule("ruleId", "ruleIndex", verdict.subject());
    json.writeStringProperty("level", "error");
    List<String> lines = new ArrayList<>();
    for (String line : List.of(CheckPlace.text(verdict).split("\n", -1))) {
      lines.add(SafeText.of(line));
    }
    message("message", check.file().name() + ": " + String.join("\n", lines));
    json.writeArrayPropertyStart("locations");
    location(verdict.limit());
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    String key = check.file().name() + " " + CheckPlace.key(verdict.limit(), verdict.subject());
    json.writeStringProperty("primaryLocationLineHash", SafeText.of(key));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeNumberProperty("actual", verdict.actual());
    json.writeNumberProperty("highest", verdict.highest());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void location(Limit limit) {
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", UriText.reference(CheckPlace.path(check)));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", CheckPlace.line(limit));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void message(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
