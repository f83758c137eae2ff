package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Unchecked;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.SarifLog;
import dev.weighbridge.report.writing.UriText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** A check as SARIF: each broken limit is a result, each subject of limits a rule. */
final class CheckSarif extends SarifLog {
  private final BudgetCheck check;
  private final List<String> rules = new ArrayList<>();

  private CheckSarif(JsonGenerator json, BudgetCheck check) {
    super(json);
    this.check = check;
    Set<String> names = new TreeSet<>();
    check.verdicts().forEach(verdict -> names.add(CheckPlace.rule(verdict.subject())));
    check.unchecked().forEach(open -> names.add(CheckPlace.rule(open.limit().subject())));
    rules.addAll(names);
  }

  static void write(BudgetCheck check, Appendable out) throws IOException {
    JsonText.write(out, json -> new CheckSarif(json, check).write());
  }

  @Override
  protected void rules() {
    for (String rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule);
      String what = rule.substring(rule.indexOf('/') + 1);
      message("shortDescription", "A limit on " + what + " is broken.");
      defaultLevel("error");
      json.writeEndObject();
    }
  }

  /** The limits that could not be checked. */
  @Override
  protected void notifications() {
    for (Unchecked open : check.unchecked()) {
      String rule = CheckPlace.rule(open.limit().subject());
      notification("Not checked: " + open.message(), rule, rules.indexOf(rule));
    }
  }

  @Override
  protected void results() {
    check.broken().forEach(this::result);
  }

  private void result(Verdict verdict) {
    json.writeStartObject();
    String rule = CheckPlace.rule(verdict.subject());
    json.writeStringProperty("ruleId", rule);
    json.writeNumberProperty("ruleIndex", rules.indexOf(rule));
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
}
