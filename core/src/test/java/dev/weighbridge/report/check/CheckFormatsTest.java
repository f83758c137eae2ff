package dev.weighbridge.report.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class CheckFormatsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final BinaryModel C = Samples.fixture("c-x64");
  private static final BinaryModel CPP = Samples.fixture("cpp-x64");

  private static BudgetCheck check(BinaryModel model, String toml) {
    SizeBudget budget = SizeBudget.parse("./ci/budget.toml", toml.replace(';', '\n'));
    return BudgetCheck.of(Gate.of(budget).since(C.query()), model.query());
  }

  private static BudgetCheck everything() {
    return check(
        CPP,
        "[limits];file = 10;memory = \"1 MiB\";[limits.section];"
            + "\".text\" = { allowed = 5, reason = \"a <hot>: 100 %, & more\" };"
            + "[growth];file = \"1 %\";[trend];builds = 20;file = \"1 %\"");
  }

  private static BudgetCheck evil() {
    return check(Samples.evil(), "[limits.symbol];\"*\" = 0;[limits];file = 0");
  }

  private static BudgetCheck kept() {
    return check(C, "[limits];file = \"1 MiB\"");
  }

  private static List<BudgetCheck> all() {
    return List.of(everything(), evil(), kept());
  }

  private static String text(BudgetCheck check, OutputFormat format) {
    return new CheckReport(check).text(format);
  }

  private static void assertValidJson(String schema, String json) throws IOException {
    String text = Files.readString(RESOURCES.resolve(schema));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(text, InputFormat.JSON)
                .validate(json, InputFormat.JSON))
        .as(json)
        .isEmpty();
  }

  @Test
  void junitIsValid() throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    var validator =
        factory.newSchema(RESOURCES.resolve("junit/report.xsd").toFile()).newValidator();
    for (BudgetCheck check : all()) {
      String xml = text(check, CheckReport.JUNIT);
      assertThatCode(() -> validator.validate(new StreamSource(new StringReader(xml))))
          .as(xml)
          .doesNotThrowAnyException();
    }
    assertThat(text(everything(), CheckReport.JUNIT))
        .contains("tests=\"5\" failures=\"3\" errors=\"0\" time=\"0\" skipped=\"1\"")
        .contains("<testcase name=\"memory: at most 1,048,576 bytes in memory\"")
        .contains("Reason: a &lt;hot&gt;: 100 %, &amp; more\n+479 main (now 753 bytes)\n")
        .contains("<skipped message=\"file: growth is limited, but no history was given\"/>");
  }

  @Test
  void sarifIsValid() throws IOException {
    for (BudgetCheck check : all()) {
      assertValidJson("sarif/sarif-schema-2.1.0.json", text(check, CheckReport.SARIF));
    }
    assertThat(text(everything(), CheckReport.SARIF))
        .contains("\"uri\":\"ci/budget.toml\"},\"region\":{\"startLine\":5}")
        .contains("\"primaryLocationLineHash\":\"cpp-x64 budget/section limit file .text\"");
    assertThat(text(kept(), CheckReport.SARIF)).contains("\"results\":[]");
  }

  @Test
  void codeQualityIsValid() throws IOException {
    for (BudgetCheck check : all()) {
      String json = text(check, CheckReport.GITLAB);
      assertValidJson("gitlab/code-quality.json", json);
      List<String> prints =
          json.lines().filter(line -> line.contains("fingerprint")).map(this::print).toList();
      assertThat(prints).doesNotHaveDuplicates();
    }
    assertThat(text(kept(), CheckReport.GITLAB)).isEqualTo("[]\n");
  }

  @Test
  void aRowThatBreaksTwoLimitsIsTwoIssues() throws IOException {
    SizeBudget budget = SizeBudget.parse("b.toml", "[limits.section]\n\".text\" = 1\n\"*\" = 1\n");
    String json = text(BudgetCheck.of(budget, CPP.attribution()), CheckReport.GITLAB);
    List<String> prints =
        json.lines().filter(line -> line.contains("fingerprint")).map(this::print).toList();
    assertThat(prints).doesNotHaveDuplicates().hasSizeGreaterThan(2);
  }

  private String print(String line) {
    return line.replaceAll(".*\"fingerprint\":\"([0-9a-f]+)\".*", "$1");
  }

  /** What the toolkit of GitHub's actions escapes: % CR LF, and : , in properties. */
  @Test
  void annotationsStandBesideTheirLimits() {
    String lines = text(everything(), CheckReport.GITHUB);
    assertThat(lines.lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("::error file=ci/budget.toml,line=") || isNotice(line));
    assertThat(lines)
        .contains(
            "line=5,title=section .text%3A at most 5 bytes::cpp-x64: section .text: 1,597 bytes")
        .contains("%0AReason: a <hot>: 100 %25, & more%0A+479 main");
    assertThat(text(kept(), CheckReport.GITHUB))
        .isEqualTo(
            "::notice file=ci/budget.toml,line=1,title=Size budget::"
                + "c-x64: within its budget of 1 limit\n");
  }

  private static boolean isNotice(String line) {
    return line.startsWith("::notice ");
  }

  @Test
  void aRunnerShowsNoMoreThanTenErrors() {
    BudgetCheck check = check(CPP, "[limits.section];\"*\" = 0");
    List<String> lines = text(check, CheckReport.GITHUB).lines().toList();
    assertThat(check.broken()).hasSizeGreaterThan(10);
    assertThat(lines).hasSize(10);
    assertThat(lines.get(9)).endsWith((check.broken().size() - 9) + " more limits are broken");
  }

  @Test
  void namesOfAFileDoNoHarm() {
    for (OutputFormat format : CheckReport.FORMATS) {
      String text = text(evil(), format);
      assertThat(text).as(format.name()).doesNotContain("\u001b", "<script>", "\r");
      assertThat(text.lines().filter(line -> line.startsWith("::")))
          .allMatch(line -> format.equals(CheckReport.GITHUB));
    }
  }

  @Test
  void aCommentShowsWhatBrokeALimit() {
    assertThat(text(everything(), OutputFormat.MARKDOWN))
        .contains("5 bytes: 1,592 bytes too many<br>Reason: a &lt;hot>: 100 %, &amp; more<br>+479");
  }
}
