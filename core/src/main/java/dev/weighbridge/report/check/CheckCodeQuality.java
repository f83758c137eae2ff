package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/** The broken limits of a check as GitLab reads code quality: a list of issues. */
final class CheckCodeQuality {
  private CheckCodeQuality() {}

  static void write(BudgetCheck check, Appendable out) throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          check.broken().forEach(verdict -> issue(json, check, verdict));
          json.writeEndArray();
        });
  }

  private static void issue(JsonGenerator json, BudgetCheck check, Verdict verdict) {
    json.writeStartObject();
    String text = check.file().name() + ": " + CheckPlace.text(verdict).replace("\n", "; ");
    json.writeStringProperty("description", SafeText.of(text));
    json.writeStringProperty("check_name", "weighbridge/" + CheckPlace.rule(verdict.subject()));
    json.writeStringProperty("fingerprint", fingerprint(check, verdict));
    json.writeStringProperty("severity", "major");
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("path", CheckPlace.path(check));
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", CheckPlace.line(verdict.limit()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The same for the same limit in every build, and another for every other. */
  private static String fingerprint(BudgetCheck check, Verdict verdict) {
    String key = check.file().name() + "\n" + CheckPlace.key(verdict.limit(), verdict.subject());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
