package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.lint.LintReport;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
  /** A rule that finds three things of 100, 200 and 300 bytes. */
  private static final class Three implements Rule {
    private static final RuleInfo INFO =
        RuleInfo.of("three", Severity.NOTE, "Three things")
            .bytes("least", 0, "smaller things are left out")
            .build();

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void check(LintContext context, Findings findings) {
      for (long bytes : new long[] {100, 300, 200}) {
        if (bytes >= context.parameter("least")) {
          findings.add(
              "found " + bytes, Saving.exact(bytes), FindingPlace.spread("thing " + bytes, bytes));
        }
      }
      findings.undecided("there may be more");
    }
  }

  /** Two rules of different authors that share the name of what they derive, and no more. */
  private record Named(String id) implements Rule {
    private record Text(String name) implements DerivedKey<String> {
      @Override
      public String derive(Attribution attribution, Work work) {
        return "text";
      }
    }

    private record Amount(String name) implements DerivedKey<Long> {
      @Override
      public Long derive(Attribution attribution, Work work) {
        return 7L;
      }
    }

    @Override
    public RuleInfo info() {
      return RuleInfo.of(id, Severity.NOTE, "Derives an answer").build();
    }

    @Override
    public void check(LintContext context, Findings findings) {
      String found =
          id.equals("one")
              ? context.get(new Text("answer"))
              : "number " + context.get(new Amount("answer"));
      findings.add(found, Saving.exact(1), FindingPlace.spread("thing", 1));
    }
  }

  /** A rule that reads behind the end of the file. */
  private record Failing(RuntimeException failure) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("failing", Severity.NOTE, "Does not end").build();
    }

    @Override
    public void check(LintContext context, Findings findings) {
      findings.add("found before", Saving.exact(400), FindingPlace.spread("thing", 400));
      throw failure;
    }
  }

  private final Attribution file = Builds.open("elf/c-x64").attribution();
  private final Linter linter = Linter.of(List.of(new Three()));

  private static LintConfig config(String toml) {
    return LintConfig.parse("lint.toml", toml);
  }

  private static List<String> messages(LintResult report) {
    return report.findings().stream().map(Finding::message).toList();
  }

  @Test
  void mostBytesComeFirst() {
    LintResult report = linter.lint(file);
    assertThat(messages(report)).containsExactly("found 300", "found 200", "found 100");
    assertThat(report.undecided()).hasSize(1);
    assertThat(report.isFailure()).isFalse();
  }

  @Test
  void aRuleThatFailsCostsItsOwnAnswer() {
    Failing failing = new Failing(new IndexOutOfBoundsException("bytes [7, +1) of 7 bytes"));
    LintResult report = Linter.of(List.of(failing, new Three())).lint(file);
    assertThat(messages(report))
        .containsExactly("found before", "found 300", "found 200", "found 100");
    assertThat(report.undecided()).hasSize(2);
    assertThat(report.undecided().get(0).rule().id()).isEqualTo("failing");
    assertThat(report.undecided().get(0).reason())
        .startsWith("the rule ended early: ")
        .contains("bytes [7, +1) of 7 bytes", " in dev.weighbridge.lint.LinterTest");
  }

  @Test
  void aRuleThatFindsADefectNamesItsPlace() {
    MalformedBinaryException defect =
        new MalformedBinaryException("elf.shdr[3]", 0x40, "less", "more");
    LintResult report = Linter.of(List.of(new Failing(defect))).lint(file);
    assertThat(report.undecided().get(0).reason())
        .isEqualTo("the rule ended early: elf.shdr[3] at 0x40: expected less, found more");
  }

  @Test
  void whatNobodyWantsAnyMoreIsNoFailureOfARule() {
    Linter failing = Linter.of(List.of(new Failing(new CancellationException())));
    assertThatThrownBy(() -> failing.lint(file)).isInstanceOf(CancellationException.class);
  }

  @Test
  void rulesThatNameWhatTheyDeriveAlikeDoNotMeet() {
    LintResult report = Linter.of(List.of(new Named("one"), new Named("two"))).lint(file);
    assertThat(messages(report)).containsExactlyInAnyOrder("text", "number 7");
  }

  @Test
  void levelsAndParametersAreSet() {
    LintResult report =
        linter.with(config("[rules.three]\nlevel = \"error\"\nleast = \"0.2 KB\"")).lint(file);
    assertThat(messages(report)).containsExactly("found 300", "found 200");
    assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(report.isFailure()).isTrue();
    assertThat(linter.with(config("[rules]\nthree = \"off\"")).lint(file).findings()).isEmpty();
    assertThat(linter.with(config("fail-on = \"note\"")).lint(file).isFailure()).isTrue();
  }

  @Test
  void exceptionsHoldUntilTheirLastDay() {
    LintConfig config =
        config(
            "[[allow]]\nrule = \"three\"\nmatch = \"300\"\nreason = \"x\"\nexpires = 2026-11-20");
    LintResult last = linter.with(config).on(LocalDate.of(2026, 11, 20)).lint(file);
    assertThat(messages(last)).containsExactly("found 200", "found 100");
    assertThat(last.allowed()).hasSize(1);
    assertThat(last.expired()).isEmpty();
    LintResult after = linter.with(config).on(LocalDate.of(2026, 11, 21)).lint(file);
    assertThat(messages(after)).hasSize(3);
    assertThat(after.allowed()).isEmpty();
    assertThat(after.expired()).hasSize(1);
  }

  @Test
  void aBaselineSilencesWhatItKnowsUnlessThatGrew() {
    String json = new LintReport(linter.lint(file)).text(OutputFormat.JSON);
    Baseline same = Baseline.parse("known.json", json);
    LintResult known = linter.with(same).lint(file);
    assertThat(known.findings()).isEmpty();
    assertThat(known.known()).isEqualTo(3);
    Baseline smaller =
        Baseline.parse(
            "known.json",
            json.replace("\"savingBytes\":300", "\"savingBytes\":280")
                .replace("\"savingBytes\":200", "\"savingBytes\":191"));
    assertThat(messages(linter.with(smaller).lint(file))).containsExactly("found 300");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail-on = \"never\" | lint.toml: line 1: fail-on: expected one of note, warning, error,"
            + " found 'never'",
        "faill-on = \"note\" | lint.toml: line 1: faill-on: expected one of fail-on, rules, allow,"
            + " limits, growth, trend, defaults, found faill-on; did you mean fail-on?",
        "[rules]\\n"
            + "four = \"off\" | lint.toml: line 2: rules.four: expected a rule of three, found"
            + " four",
        "[rules]\\n"
            + "three = \"loud\" | lint.toml: line 2: rules.three: expected one of off, note,"
            + " warning, error, found 'loud'",
        "[rules.three]\\n"
            + "most = 1 | lint.toml: line 2: rules.three.most: expected one of level, least, found"
            + " most",
        "[rules.three]\\n"
            + "least = \"big\" | lint.toml: line 2: rules.three.least: expected a size such as 400"
            + " KiB, 1.5MB or 4096, found 'big'",
        "[[allow]]\\n"
            + "rule = \"three\" | lint.toml: line 1: allow[0].reason: expected a text, found none",
        "[[allow]]\\n"
            + "rule = \"four\"\\n"
            + "reason = \"x\" | lint.toml: line 2: allow[0].rule: expected a rule of three, found"
            + " 'four'",
        "[[allow]]\\nrule = \"three\"\\nreason = \"x\"\\nexpires = \"soon\" | lint.toml: line 4:"
            + " allow[0].expires: expected a day such as 2027-01-31, found 'soon'",
        "[[allow]]\\n"
            + "rule = \"three\"\\n"
            + "reason = \"x\"\\n"
            + "match = \"(\" | lint.toml: line 4: allow[0].match: expected a regular expression,"
            + " found '('"
      })
  void settingsThatCannotBeMeantNameThemselves(String toml, String message) {
    assertThatThrownBy(() -> linter.with(config(toml.replace("\\n", "\n"))).lint(file))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void anotherDocumentIsNoBaseline() {
    assertThatThrownBy(() -> Baseline.parse("size.json", "{\"schema\":\"weighbridge/size/1\"}"))
        .hasMessage("size.json: schema: expected weighbridge/lint/1, found 'weighbridge/size/1'");
  }

  @Test
  void rulesOfOneNameAreRefused() {
    assertThatThrownBy(() -> linter.and(List.of(new Three())))
        .hasMessage("expected one rule three, found two");
  }

  @Test
  void theSameFileGivesTheSameReport() {
    String first = new LintReport(Builds.lint("j2c-release")).text(OutputFormat.JSON);
    String second = new LintReport(Builds.lint("j2c-release")).text(OutputFormat.JSON);
    assertThat(second).isEqualTo(first);
  }
}
