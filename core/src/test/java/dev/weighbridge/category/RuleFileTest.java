package dev.weighbridge.category;

import static dev.weighbridge.testing.NamedCode.model;
import static dev.weighbridge.testing.NamedCode.symbols;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimensions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFileTest {
  private static final String TEAM =
      """
      [[grouping]]
      name = "team"
      otherwise = "everybody"

      [[grouping.rule]]
      label = "payments"
      crate = ["billing", "ledger_*"]

      [[grouping.rule]]
      label = "late"
      name = "billing::*"
      """;

  private static Map<String, Long> group(String rules, String... names) {
    List<Grouping> groupings = RuleFile.parse("demo.toml", rules);
    return symbols(model(names).by(Dimensions.grouping(groupings.get(groupings.size() - 1))));
  }

  private static void refuses(String rules, String message) {
    assertThatThrownBy(() -> RuleFile.parse("demo.toml", rules))
        .isInstanceOf(ConfigException.class)
        .hasMessage("demo.toml: " + message);
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    assertThat(group(TEAM, "_RNvC7billing3run", "_RNvC8ledger_a3run", "_RNvC4mine3run", "memcpy"))
        .isEqualTo(Map.of("payments", 2L, "everybody", 2L));
  }

  @Test
  void allConditionsOfARuleMustHold() {
    String rules =
        TEAM.replace("label = \"late\"", "label = \"late\"\nsection = \".data\"")
            .replace("crate = [\"billing\", \"ledger_*\"]", "crate = \"billing\"\nraw = \"*stop\"");
    assertThat(group(rules, "_RNvC7billing3run", "_RNvC7billing4stop"))
        .isEqualTo(Map.of("payments", 1L, "everybody", 1L));
  }

  @Test
  void everyConditionIsUnderstood() {
    String form = "[[grouping]]\nname = \"g\"\n[[grouping.rule]]\nlabel = \"yes\"\n";
    String[] names = {"_RNCNvNtC4mine3abc3run0", "memcpy"};
    Map<String, Long> one = Map.of("yes", 1L, "[other]", 1L);
    for (String condition :
        List.of(
            "name = \"mine::abc::*\"",
            "name = \"/abc::run/\"",
            "raw = \"_RNC*\"",
            "module = \"mine::abc\"",
            "crate = \"mine\"",
            "origin = \"user\"",
            "origin = \"native\"",
            "is = \"closure\"",
            "is = [\"closure\", \"vtable\"]")) {
      assertThat(group(form + condition, names)).as(condition).isEqualTo(one);
    }
    assertThat(group(form + "kind = \"code\"", names)).isEqualTo(Map.of("yes", 2L));
    assertThat(group(form + "section = \".te*\"", names)).isEqualTo(Map.of("yes", 2L));
    assertThat(group(form + "kind = \"data\"", names)).isEqualTo(Map.of("[other]", 2L));
    assertThat(group(form + "is = \"vtable\"", names)).isEqualTo(Map.of("[other]", 2L));
  }

  @Test
  void theRestMayBeLeftToAnotherGrouping() {
    String rules = TEAM.replace("otherwise = \"everybody\"", "extends = \"category\"");
    assertThat(group(rules, "_RNvC7billing3run", "_RNvC4mine3run", "memcpy"))
        .isEqualTo(Map.of("payments", 1L, "program code", 1L, "C and C++ code", 1L));
  }

  @Test
  void aPatternThatTakesForEverNamesItsRule() {
    String rules = TEAM.replace("\"billing::*\"", "\"/(r+r+)+y/\"");
    assertThatThrownBy(() -> group(rules, "_RNvC4mine900" + "r".repeat(900)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("demo.toml: line 10: grouping[0].rule[1].label name: expected ");
  }

  @Test
  void whatIsWrongNamesItself() {
    refuses("", "grouping: expected one or more of [[grouping]], found none");
    refuses(
        "[[grouping]]\nname = \"g\"",
        "line 1: grouping[0].rule: expected 1 to 10000 of [[grouping.rule]], found none");
    refuses(
        TEAM.replace("name = \"team\"", "name = \"My Team\""),
        "line 2: grouping[0].name: expected lower-case letters, digits, - and _, a letter first,"
            + " found 'My Team'");
    refuses(
        TEAM.replace("name = \"billing::*\"", "nam = 1"),
        "line 11: grouping[0].rule[1].nam: expected one of label, name, raw, module, crate,"
            + " section, origin, kind, is, found nam; did you mean name?");
    refuses(
        TEAM.replace("name = \"billing::*\"", "is = \"big\""),
        "line 11: grouping[0].rule[1].is: expected some of closure, shim, unnamed,"
            + " panic-location, panic-path, vtable, found 'big'");
    refuses(
        TEAM.replace("name = \"billing::*\"", "kind = \"text\""),
        "line 11: grouping[0].rule[1].kind: expected some of code, rodata, data, zero, unwind,"
            + " relocations, names, linking, debug, headers, resources, signature, padding,"
            + " other, found 'text'");
    refuses(
        TEAM.replace("\"billing::*\"", "\"/(/\""),
        "line 11: grouping[0].rule[1].name: expected a regular expression between the slashes,"
            + " found '/(/'");
    refuses(
        TEAM.replace("name = \"billing::*\"", ""),
        "line 9: grouping[0].rule[1].kind: expected one or more of name, raw, module, crate,"
            + " section, origin, kind, is, found none");
    refuses(
        TEAM.replace("otherwise = \"everybody\"", "extends = \"crew\""),
        "line 3: grouping[0].extends: expected category or the name of a grouping further up,"
            + " found 'crew'");
    refuses(
        TEAM + TEAM,
        "line 13: grouping[1].name: expected a name that no other grouping has, found 'team'");
  }
}
