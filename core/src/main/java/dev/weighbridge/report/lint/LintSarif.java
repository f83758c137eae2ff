package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.LintResult.Allowed;
import dev.weighbridge.lint.Remedy;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.SarifLog;
import dev.weighbridge.report.writing.UriText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Findings as SARIF. The file linted is the one artifact; evidence is a region of bytes in it; what
 * an exception covers is a suppressed result.
 */
final class LintSarif {
  /** Places beyond this of one finding are left to the other formats. */
  private static final int PLACES = 100;

  private LintSarif() {}

  static void write(LintResult report, Appendable out) throws IOException {
    JsonText.write(out, json -> new Log(json, report).write());
  }

  /** One log while it is written. */
  private static final class Log extends SarifLog {
    private final LintResult report;
    private final List<RuleInfo> rules = new ArrayList<>();

    Log(JsonGenerator json, LintResult report) {
      super(json);
      this.report = report;
      report.findings().forEach(finding -> mention(finding.rule()));
      report.allowed().forEach(allowed -> mention(allowed.finding().rule()));
      report.undecided().forEach(open -> mention(open.rule()));
    }

    private void mention(RuleInfo rule) {
      if (index(rule) < 0) {
        rules.add(rule);
      }
    }

    private int index(RuleInfo rule) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).id().equals(rule.id())) {
          return i;
        }
      }
      return -1;
    }

    @Override
    protected void rules() {
      rules.forEach(this::rule);
    }

    @Override
    protected void results() {
      for (Finding finding : report.findings()) {
        result(finding, null);
      }
      for (Allowed allowed : report.allowed()) {
        result(allowed.finding(), allowed.suppression().reason());
      }
    }

    private void rule(RuleInfo rule) {
      json.writeStartObject();
      json.writeStringProperty("id", rule.id());
      message("shortDescription", sentence(rule.title()));
      if (!rule.why().isEmpty()) {
        message("fullDescription", rule.why());
      }
      defaultLevel(rule.severity().key());
      Remedy remedy = remedy(rule);
      if (remedy != null) {
        message("help", help(remedy));
        if (remedy.help().startsWith("https://")) {
          json.writeStringProperty("helpUri", remedy.help());
        }
      }
      json.writeEndObject();
    }

    /** What is advised for this file; null if nothing is. */
    private @Nullable Remedy remedy(RuleInfo rule) {
      List<Finding> findings = new ArrayList<>(report.findings());
      report.allowed().forEach(allowed -> findings.add(allowed.finding()));
      for (Finding finding : findings) {
        if (finding.rule().id().equals(rule.id())) {
          return finding.remedy();
        }
      }
      return null;
    }

    private static String help(Remedy remedy) {
      StringBuilder text = new StringBuilder();
      for (String line : remedy.fix()) {
        text.append(line).append('\n');
      }
      text.append("Needs: ").append(remedy.since()).append("\nPrice: ").append(remedy.tradeOff());
      return text.toString();
    }

    @Override
    protected void artifacts() {
      json.writeArrayPropertyStart("artifacts");
      json.writeStartObject();
      json.writeObjectPropertyStart("location");
      json.writeStringProperty("uri", UriText.reference(report.file().name()));
      json.writeEndObject();
      json.writeNumberProperty("length", report.file().fileSize());
      json.writeArrayPropertyStart("roles");
      json.writeString("analysisTarget");
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    }

    /** The questions that the file leaves open. */
    @Override
    protected void notifications() {
      for (Undecided open : report.undecided()) {
        notification("Not decided: " + open.reason(), open.rule().id(), index(open.rule()));
      }
    }

    private void result(Finding finding, @Nullable String allowedFor) {
      json.writeStartObject();
      json.writeStringProperty("ruleId", finding.rule().id());
      json.writeNumberProperty("ruleIndex", index(finding.rule()));
      json.writeStringProperty("level", finding.severity().key());
      message("message", SafeText.of(finding.message()));
      json.writeArrayPropertyStart("locations");
      location(finding.places().isEmpty() ? null : finding.places().get(0));
      json.writeEndArray();
      if (finding.places().size() > 1) {
        json.writeArrayPropertyStart("relatedLocations");
        for (int i = 1; i < Math.min(finding.places().size(), PLACES); i++) {
          location(finding.places().get(i));
        }
        json.writeEndArray();
      }
      json.writeObjectPropertyStart("partialFingerprints");
      json.writeStringProperty("ruleAndPlace/v1", SafeText.of(finding.key()));
      json.writeEndObject();
      if (allowedFor != null) {
        suppression(allowedFor);
      }
      properties(finding);
      json.writeEndObject();
    }

    private void suppression(String reason) {
      json.writeArrayPropertyStart("suppressions");
      json.writeStartObject();
      json.writeStringProperty("kind", "external");
      json.writeStringProperty("justification", reason);
      json.writeEndObject();
      json.writeEndArray();
    }

    private void properties(Finding finding) {
      json.writeObjectPropertyStart("properties");
      json.writeNumberProperty("savingBytes", finding.saving().bytes());
      json.writeStringProperty("savingBasis", finding.saving().basis().key());
      json.writeNumberProperty("confidence", finding.saving().confidence());
      JsonText.texts(json, "fix", finding.fix());
      json.writeEndObject();
    }

    /** A place in the file: a region of bytes if it has one (3.30.9), else all of it. */
    private void location(@Nullable FindingPlace places) {
      json.writeStartObject();
      json.writeObjectPropertyStart("physicalLocation");
      json.writeObjectPropertyStart("artifactLocation");
      json.writeStringProperty("uri", UriText.reference(report.file().name()));
      json.writeNumberProperty("index", 0);
      json.writeEndObject();
      if (places != null && places.fileOffset() >= 0) {
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("byteOffset", places.fileOffset());
        json.writeNumberProperty("byteLength", places.fileSize());
        json.writeEndObject();
      }
      json.writeEndObject();
      if (places != null) {
        message("message", SafeText.of(places.label()));
      }
      json.writeEndObject();
    }

    private static String sentence(String title) {
      return title.endsWith(".") ? title : title + ".";
    }
  }
}
