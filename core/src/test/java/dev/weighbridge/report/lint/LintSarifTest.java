package dev.weighbridge.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.LintResult.Allowed;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.Suppression;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.Samples;
import dev.weighbridge.report.writing.UriText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LintSarifTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      String text = Files.readString(Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String sarif(LintResult result) {
    return new LintReport(result).text(LintReport.SARIF);
  }

  private static void assertValid(String log) {
    assertThat(SCHEMA.validate(log, InputFormat.JSON)).as(log).isEmpty();
  }

  /** A report with something in every list, and names that are no good as addresses or prose. */
  private static LintResult everything() {
    RuleInfo rule =
        RuleInfo.of("own-rule", Severity.ERROR, "A rule of one's own")
            .why("Because.")
            .fix("do <this>")
            .help("https://example.org/rule#1")
            .build();
    RuleInfo bare = RuleInfo.of("bare-rule", Severity.NOTE, "Hardly a word").build();
    List<FindingPlace> places =
        List.of(new FindingPlace(Samples.EVIL, 16, 32), FindingPlace.spread("spread", 5));
    Finding finding = Finding.of(rule, "found \u001b it", Saving.about(12, 0.5), places);
    Finding plain = Finding.of(bare, "plain", Saving.UNKNOWN, List.of());
    Suppression suppression =
        new Suppression("bare-rule", Optional.empty(), "we know", Optional.empty());
    return new LintResult(
        Samples.evil().file(),
        List.of(finding, plain),
        List.of(new Undecided(rule, "cannot be seen")),
        List.of(new Allowed(plain, suppression)),
        List.of(),
        0,
        Severity.WARNING);
  }

  @Test
  void isValidForEveryFixture() {
    for (String name : Samples.FIXTURES) {
      assertValid(sarif(Linter.installed().lint(Samples.fixture(name).attribution())));
    }
    assertValid(sarif(everything()));
  }

  @Test
  void theSchemaFindsWhatIsWrong() {
    String log = sarif(everything());
    assertThat(SCHEMA.validate(log.replace("\"2.1.0\"", "\"2.0.0\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(SCHEMA.validate(log.replace("\"byteOffset\"", "\"byteoffset\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(
            SCHEMA.validate(log.replace("\"ruleIndex\":0", "\"ruleIndex\":-2"), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void saysWhatWasFoundAndWhere() {
    JsonTree run = JsonTree.of(sarif(everything())).list("runs").get(0);
    JsonTree driver = run.get("tool").get("driver");
    assertThat(driver.list("rules"))
        .map(rule -> rule.string("id"))
        .containsExactly("own-rule", "bare-rule");
    assertThat(driver.list("rules").get(1).has("helpUri")).isFalse();
    List<JsonTree> results = run.list("results");
    assertThat(results).hasSize(3);
    JsonTree first = results.get(0);
    assertThat(first.string("level")).isEqualTo("error");
    assertThat(first.get("message").string("text")).isEqualTo("found \\u{1b} it");
    JsonTree region = first.list("locations").get(0).get("physicalLocation").get("region");
    assertThat(region.number("byteOffset")).isEqualTo(16);
    assertThat(region.number("byteLength")).isEqualTo(32);
    assertThat(first.list("relatedLocations").get(0).get("physicalLocation").has("region"))
        .isFalse();
    assertThat(first.get("properties").number("savingBytes")).isEqualTo(12);
    assertThat(results.get(1).has("suppressions")).isFalse();
    assertThat(results.get(2).list("suppressions").get(0).string("justification"))
        .isEqualTo("we know");
    assertThat(run.list("invocations").get(0).list("toolExecutionNotifications")).hasSize(1);
  }

  @Test
  void anyNameIsAnAddress() {
    assertThat(UriText.reference("app-1.0_x~y")).isEqualTo("app-1.0_x~y");
    assertThat(UriText.reference("a b:ü#%")).isEqualTo("a%20b%3A%C3%BC%23%25");
  }
}
