package dev.weighbridge.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.lint.RuleInfo.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of rules says what the rules say of themselves. */
class RulesPageTest {
  private static final Pattern VERSION = Pattern.compile("(?<![a-z0-9.])[0-9]+(?:\\.[0-9]+)*");

  @Test
  void everyRuleIsOnThePage() {
    StringBuilder page = new StringBuilder();
    for (Rule rule : Linter.installed().rules()) {
      write(rule.info(), page);
    }
    Golden.part("rules.md", "rules", page.toString());
  }

  private static void write(RuleInfo rule, StringBuilder page) {
    page.append("### ").append(rule.id()).append("\n\n");
    page.append(rule.title()).append(" (").append(rule.severity().key()).append("). ");
    page.append(rule.why()).append("\n\n```sh\n");
    page.append(String.join("\n", rule.fix())).append("\n```\n\n");
    page.append("- needs: ").append(rule.since()).append('\n');
    page.append("- price: ").append(rule.tradeOff()).append('\n');
    for (Parameter parameter : rule.parameters()) {
      page.append("- `").append(parameter.name()).append("` = ").append(parameter.standard());
      page.append(": ").append(parameter.meaning()).append('\n');
    }
    page.append("- more: <").append(rule.help()).append(">\n\n");
  }

  @Test
  void everyRuleIsCompleteAndHasANameOfItsOwn() {
    List<RuleInfo> rules = Linter.installed().rules().stream().map(Rule::info).toList();
    assertThat(rules).extracting(RuleInfo::id).doesNotHaveDuplicates();
    for (RuleInfo rule : rules) {
      assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
      assertThat(rule.why()).as(rule.id()).endsWith(".");
      assertThat(rule.fix()).as(rule.id()).isNotEmpty().allSatisfy(l -> assertThat(l).isNotBlank());
      assertThat(rule.tradeOff()).as(rule.id()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.help()).as(rule.id()).startsWith("https://");
    }
  }

  /** Versions come from release notes; {@code since.tsv} says from which. */
  @Test
  void everyVersionHasASource() throws IOException {
    Map<String, Set<String>> sources = new TreeMap<>();
    try (InputStream table = RulesPageTest.class.getResourceAsStream("/lint/since.tsv")) {
      for (String line : new String(table.readAllBytes(), UTF_8).lines().skip(1).toList()) {
        String[] fields = line.split("\t", -1);
        assertThat(fields).as(line).hasSize(4);
        assertThat(fields[3]).as(line).startsWith("https://");
        sources.computeIfAbsent(fields[0], rule -> new TreeSet<>()).add(fields[1]);
      }
    }
    Map<String, Set<String>> stated = new TreeMap<>();
    for (Rule rule : Linter.installed().rules()) {
      Matcher version = VERSION.matcher(rule.info().since());
      while (version.find()) {
        stated.computeIfAbsent(rule.info().id(), id -> new TreeSet<>()).add(version.group());
      }
    }
    assertThat(stated).isEqualTo(sources);
  }

  @Test
  void theServiceIsDeclaredForModulesAndForTheClassPath() throws Exception {
    String name = "/META-INF/services/" + RuleSet.class.getName();
    String services = new String(RuleSet.class.getResourceAsStream(name).readAllBytes(), UTF_8);
    assertThat(services.strip()).isEqualTo("dev.weighbridge.lint.rules.SizeAdvisor");
  }
}
