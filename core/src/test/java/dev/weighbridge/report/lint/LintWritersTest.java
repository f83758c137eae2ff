package dev.weighbridge.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.report.CheckJson;
import dev.weighbridge.report.CheckText;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class LintWritersTest {
  private final LintResult report = Linter.installed().lint(Samples.fixture("c-x64").attribution());

  @Test
  void textTellsWhatToDo() {
    String text = new LintText().text(report);
    assertThat(text)
        .startsWith("c-x64: ELF x86_64, 16,992 bytes in the file; 1 warning, 1 note\n\n")
        .contains("warning  strip-symbols: saves exactly 2,152 bytes\n")
        .contains("         fix     [profile.release]\n                 strip = true\n")
        .contains("         needs   Rust 1.59\n")
        .contains("note     section-padding: saves 5,151 bytes, confidence 90 %\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
  }

  @Test
  void aCommentComesWithWhatToDo() {
    String text = new LintMarkdown().text(report);
    assertThat(text)
        .startsWith("**`c-x64`**, 16,992 bytes (ELF x86_64): 1 warning, 1 note.\n\n| Finding |")
        .contains("| `strip-symbols`<br>symbols are not stripped: 2,152 bytes can go | 2,152 |")
        .contains("<summary>What to do</summary>")
        .contains("```\n[profile.release]\nstrip = true\n```\n")
        .contains("- `.symtab`, ");
    String evil = new LintMarkdown().text(Linter.installed().lint(Samples.evil().attribution()));
    assertThat(evil).doesNotContain("\u001b");
  }

  @Test
  void jsonIsOfItsSchema() {
    String json = new LintJson().text(report);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        // Reading to the end proves that it is JSON.
      }
    }
    assertThat(json)
        .startsWith("{\"schema\":\"weighbridge/lint/1\",\"file\":\"c-x64\",\"findings\":[")
        .contains(
            "{\"rule\":\"strip-symbols\",\"severity\":\"warning\",\"message\":\"symbols are not"
                + " stripped: 2,152 bytes can go\",\"savingBytes\":2152,\"savingBasis\":\"exact\","
                + "\"confidence\":1.0,\"fix\":[\"[profile.release]\",\"strip = true\"],")
        .contains("\"evidence\":[")
        .contains("\"help\":\"https://");
  }

  @Test
  void csvHasALineForEachFinding() {
    String csv = new LintCsv().text(report);
    assertThat(csv)
        .startsWith("rule,severity,message,savingBytes,savingBasis,confidence,evidenceCount,")
        .contains(
            ",help\nstrip-symbols,warning,\"symbols are not stripped: 2,152 bytes can go\","
                + "2152,exact,1.0,2,")
        .contains("\"[profile.release]\nstrip = true\",Rust 1.59,")
        .contains("\nsection-padding,note,");
  }

  @Test
  void theHtmlPageHoldsTheSameAndLoadsNothing() {
    String page = new LintHtml().text(report);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .contains("<title>c-x64 · Weighbridge lint</title>")
        .contains("default-src 'none'")
        .doesNotContain("src=", "@import", "url(", "fetch(", "<!--{");
    String start = "<script type=\"application/json\" id=\"data\">\n";
    int from = page.indexOf(start) + start.length();
    JsonTree data = JsonTree.of(page.substring(from, page.indexOf("</script>", from)));
    JsonTree json = JsonTree.of(new LintJson().text(report));
    assertThat(data.get("findings").toString()).isEqualTo(json.get("findings").toString());
    assertThat(data.get("undecided").toString()).isEqualTo(json.get("undecided").toString());
    assertThat(data.number("fileSize")).isEqualTo(16_992);
    for (JsonTree finding : data.list("findings")) {
      assertThat(data.get("rules").get(finding.string("rule")).string("why")).isNotBlank();
    }
  }

  @Test
  void namesOfAFileCannotEndTheScriptOfThePage() {
    LintResult evil = Linter.installed().lint(Samples.evil().attribution());
    String page = new LintHtml().text(evil);
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void namesOfAFileCannotHarmATerminal() {
    LintResult evil = Linter.installed().lint(Samples.evil().attribution());
    assertThat(new LintText().text(evil)).doesNotContain("\u001b");
    SizeBudget budget = SizeBudget.EMPTY.withLimit(new LimitSubject("symbol", Samples.EVIL), "1 B");
    BudgetCheck check = BudgetCheck.of(budget, Samples.evil().attribution());
    assertThat(check.passes()).isFalse();
    assertThat(new CheckText().text(check)).doesNotContain("\u001b").contains("broken ");
  }

  @Test
  void aCheckIsWrittenInBothFormats() {
    SizeBudget budget = SizeBudget.EMPTY.withLimit(LimitSubject.FILE, "16 KiB");
    BudgetCheck check = BudgetCheck.of(budget, Samples.fixture("c-x64").attribution());
    assertThat(new CheckText().text(check))
        .isEqualTo(
            """
            c-x64: over its budget, 1 of 1 limits broken

            broken   file: 16,992 bytes, allowed 16,384 bytes: 608 bytes too many
            """);
    assertThat(new CheckJson().text(check))
        .contains("\"schema\":\"weighbridge/check/1\"", "\"passed\":false", "\"actual\":16992");
  }
}
