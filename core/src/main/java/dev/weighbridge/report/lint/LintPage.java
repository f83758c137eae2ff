package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.writing.HtmlPage;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Findings as one HTML page, to be searched, sorted and filtered by severity: each with what it
 * rests on, the bytes at stake and what to do.
 */
final class LintPage {
  private LintPage() {}

  static void write(LintResult result, List<Part> members, Appendable out) throws IOException {
    HtmlPage.writeData(out, result.file().name(), json -> data(json, result, members));
  }

  private static void data(JsonGenerator json, LintResult result, List<Part> members) {
    JsonText.begin(json, "weighbridge/lint-page/1", result.file());
    json.writeNumberProperty("fileSize", result.file().fileSize());
    json.writeNumberProperty("allowed", result.allowed().size());
    json.writeNumberProperty("expired", result.expired().size());
    json.writeNumberProperty("known", result.known());
    JsonWriter.members(json, members);
    rules(json, result);
    json.writeEndObject();
  }

  /** What the rules say of themselves, each once. */
  private static void rules(JsonGenerator json, LintResult result) {
    SortedMap<String, RuleInfo> rules = new TreeMap<>();
    for (Finding finding : result.findings()) {
      rules.put(finding.rule().id(), finding.rule());
    }
    json.writeObjectPropertyStart("rules");
    for (RuleInfo rule : rules.values()) {
      json.writeObjectPropertyStart(rule.id());
      json.writeStringProperty("title", rule.title());
      json.writeStringProperty("why", rule.why());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
