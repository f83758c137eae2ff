package dev.weighbridge.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.PageData;
import dev.weighbridge.report.Samples;
import dev.weighbridge.report.check.CheckReport;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class LintWritersTest {
  private final LintReport report = lint(Samples.fixture("c-x64"));

  private static LintReport lint(BinaryModel model) {
    return new LintReport(Linter.installed().lint(model.attribution()));
  }

  @Test
  void textTellsWhatToDo() {
    String text = report.text(OutputFormat.TEXT);
    assertThat(text)
        .startsWith("c-x64: ELF x86_64, 16,992 bytes in the file; 1 warning, 1 note\n\n")
        .contains("warning  strip-symbols: saves exactly 2,152 bytes\n")
        .contains("         fix     strip --strip-all FILE   # or link with -s\n")
        .contains("         needs   any version\n")
        .contains("note     section-padding: saves 5,151 bytes, confidence 90 %\n")
        .contains("Together leaves 9,689 of 16,992 bytes\n");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
  }

  @Test
  void aCommentComesWithWhatToDo() {
    String text = report.text(OutputFormat.MARKDOWN);
    assertThat(text)
        .startsWith("**`c-x64`**, 16,992 bytes (ELF x86_64): 1 warning, 1 note.\n\n| Finding |")
        .contains("| `strip-symbols`<br>symbols are not stripped: 2,152 bytes can go | 2,152 |")
        .contains("<summary>What to do</summary>")
        .contains("```\nstrip --strip-all FILE   # or link with -s\n```\n")
        .contains("- `.symtab`, ");
    String evil = lint(Samples.evil()).text(OutputFormat.MARKDOWN);
    assertThat(evil).doesNotContain("\u001b");
  }

  @Test
  void jsonIsOfItsSchema() {
    String json = report.text(OutputFormat.JSON);
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
                + "\"confidence\":1.0,\"fix\":[\"strip --strip-all FILE   # or link with -s\"],")
        .contains("\"evidence\":[")
        .contains("\"savingLeast\":2152,\"savingMost\":2152")
        .endsWith("\"undecided\":[],\"leavesLeast\":9689,\"leavesMost\":9689}\n")
        .contains("\"help\":\"https://");
  }

  @Test
  void csvHasALineForEachFinding() {
    String csv = report.text(OutputFormat.CSV);
    assertThat(csv)
        .startsWith("rule,severity,message,savingBytes,savingBasis,confidence,evidenceCount,")
        .contains(
            "\nstrip-symbols,warning,\"symbols are not stripped: 2,152 bytes can go\","
                + "2152,exact,1.0,2,")
        .contains(",strip --strip-all FILE   # or link with -s,any version,")
        .contains("\nsection-padding,note,");
  }

  @Test
  void theHtmlPageHoldsTheSameAndLoadsNothing() {
    String page = report.text(OutputFormat.HTML);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .contains("<title>c-x64 · Weighbridge</title>")
        .contains("default-src 'none'")
        .doesNotContain("src=", "@import", "url(", "fetch(", "<!--{");
    JsonTree data = PageData.of(page).json();
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(data.get("findings").toString()).isEqualTo(json.get("findings").toString());
    assertThat(data.get("undecided").toString()).isEqualTo(json.get("undecided").toString());
    assertThat(data.number("fileSize")).isEqualTo(16_992);
    for (JsonTree finding : data.list("findings")) {
      assertThat(data.get("rules").get(finding.string("rule")).string("why")).isNotBlank();
    }
  }

  @Test
  void namesOfAFileCannotEndTheScriptOfThePage() {
    LintReport evil = lint(Samples.evil());
    String page = evil.text(OutputFormat.HTML);
    assertThat(page.split("</script>", -1))
        .hasSameSizeAs(report.text(OutputFormat.HTML).split("</script>", -1));
  }

  @Test
  void namesOfAFileCannotHarmATerminal() {
    LintReport evil = lint(Samples.evil());
    assertThat(evil.text(OutputFormat.TEXT)).doesNotContain("\u001b");
    SizeBudget budget = SizeBudget.EMPTY.withLimit(new LimitSubject("symbol", Samples.EVIL), "1 B");
    BudgetCheck check = BudgetCheck.of(budget, Samples.evil().attribution());
    assertThat(check.passes()).isFalse();
    assertThat(new CheckReport(check).text(OutputFormat.TEXT))
        .doesNotContain("\u001b")
        .contains("broken ");
  }

  @Test
  void aCheckIsWrittenInBothFormats() {
    SizeBudget budget = SizeBudget.EMPTY.withLimit(LimitSubject.FILE, "16 KiB");
    BudgetCheck check = BudgetCheck.of(budget, Samples.fixture("c-x64").attribution());
    assertThat(new CheckReport(check).text(OutputFormat.TEXT))
        .isEqualTo(
            """
            c-x64: over its budget, 1 of 1 limits broken

            broken   file: 16,992 bytes, allowed 16,384 bytes: 608 bytes too many
                     8,081 [padding]
                     2,048 [section headers]
                     1,320 .symtab
                     1,117 .text
                     784 [program headers]
            """);
    assertThat(new CheckReport(check).text(OutputFormat.JSON))
        .contains("\"schema\":\"weighbridge/check/1\"", "\"passed\":false", "\"actual\":16992");
  }
}
