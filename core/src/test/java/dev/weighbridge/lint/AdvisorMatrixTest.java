package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Builds of one program, each with one step more of the guides to small programs: every step's rule
 * fires on the builds that lack it and on no other, and what it predicts is what the next build
 * really saves.
 */
class AdvisorMatrixTest {
  /** The rules that stand for a step each. */
  private static final Set<String> STEPS =
      Set.of(
          "strip-symbols",
          "strip-debug",
          "lto",
          "opt-size",
          "panic-unwind",
          "prebuilt-std",
          "backtrace-symboliser",
          "panic-locations",
          "debug-build");

  /**
   * One step.
   *
   * @param before the build that lacks it
   * @param after the build that has it, for people
   * @param rules the rules whose savings are added up, joined with {@code +}
   * @param real bytes that the next build really has less
   * @param percent how far off the prediction may be, in percent of the real saving
   * @param ofFile or, where that is more, in percent of the file
   */
  private record Step(
      String before, String after, String rules, long real, int percent, int ofFile) {}

  private static final List<Step> TABLE =
      List.of(
          new Step("j2c-release", "j2c-strip", "strip-symbols", 558072 - 437536, 1, 0),
          new Step("j2c-lto", "j2c-strip-lto", "strip-symbols", 473760 - 391664, 1, 0),
          new Step("j2c-lto-z", "j2c-strip-lto-z", "strip-symbols", 451400 - 362768, 1, 0),
          new Step(
              "j2c-lto-z-abort", "j2c-strip-lto-z-abort", "strip-symbols", 443472 - 357672, 1, 0),
          new Step(
              "elf/j2c-bs-all-immediate-sym",
              "j2c-bs-all-immediate",
              "strip-symbols",
              114040 - 84296,
              1,
              0),
          new Step(
              "elf/c-x64-g-dwarf5",
              "the same after strip --strip-all",
              "strip-debug+strip-symbols",
              22944 - 14840,
              1,
              0),
          new Step("j2c-release", "j2c-lto", "lto", 558072 - 473760, 25, 0),
          new Step("j2c-strip", "j2c-strip-lto", "lto", 437536 - 391664, 25, 0),
          new Step("tally-strip", "tally-lto-strip", "lto", 440040 - 399872, 25, 0),
          new Step("j2c-release", "j2c-opt-z", "opt-size", 558072 - 570088, 40, 3),
          new Step("j2c-lto", "j2c-lto-z", "opt-size", 473760 - 451400, 40, 3),
          new Step("j2c-strip-lto", "j2c-strip-lto-z", "opt-size", 391664 - 362768, 40, 3),
          new Step("tally-lto-strip", "tally-lto-z-strip", "opt-size", 399872 - 369624, 40, 3),
          new Step("j2c-release", "j2c-abort", "panic-unwind", 558072 - 547168, 40, 0),
          new Step("j2c-lto-z", "j2c-lto-z-abort", "panic-unwind", 451400 - 443472, 40, 0),
          new Step(
              "j2c-strip-lto-z", "j2c-strip-lto-z-abort", "panic-unwind", 362768 - 357672, 40, 0),
          new Step(
              "tally-lto-z-strip",
              "tally-lto-z-abort-strip",
              "panic-unwind",
              369624 - 364680,
              40,
              0),
          new Step("j2c-strip-lto-z-abort", "j2c-bs-all", "prebuilt-std", 357672 - 328344, 25, 0),
          new Step("j2c-bs-all", "j2c-bs-all-size", "backtrace-symboliser", 328344 - 133448, 25, 0),
          new Step(
              "j2c-bs-all-size", "j2c-bs-all-immediate", "panic-formatting", 133448 - 84296, 25, 0),
          new Step("tally-strip", "tally-abort-strip", "panic-unwind", 440040 - 434896, 40, 0),
          new Step("tally-strip", "tally-strip-icf", "identical-functions", 440040 - 430792, 1, 0),
          new Step(
              "tally-lto-z-strip",
              "tally-lto-z-strip-relr",
              "pack-relocations",
              369624 - 361216,
              1,
              0),
          new Step(
              "pe/c-mingw-x86.exe", "c-mingw-x86-strip.exe", "strip-symbols", 73892 - 45070, 1, 0),
          new Step(
              "wasm/j2c-196.wasm",
              "j2c-196-Oz-stripped.wasm",
              "wasm-opt+strip-symbols",
              141445 - 102808,
              10,
              0));

  private static Set<String> fired(String build) {
    Set<String> fired = new TreeSet<>();
    for (Finding finding : Builds.lint(build).findings()) {
      if (STEPS.contains(finding.rule().id())) {
        fired.add(finding.rule().id());
      }
    }
    return fired;
  }

  @ParameterizedTest
  @CsvSource({
    "j2c-release, strip-symbols lto opt-size panic-unwind prebuilt-std backtrace-symboliser"
        + " panic-locations",
    "j2c-strip, lto opt-size panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "j2c-opt-z, strip-symbols lto panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "j2c-abort, strip-symbols lto opt-size prebuilt-std backtrace-symboliser panic-locations",
    "j2c-lto, strip-symbols opt-size panic-unwind prebuilt-std backtrace-symboliser"
        + " panic-locations",
    "j2c-strip-lto, opt-size panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "j2c-lto-z, strip-symbols panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "j2c-strip-lto-z, panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "j2c-lto-z-abort, strip-symbols prebuilt-std backtrace-symboliser panic-locations",
    "j2c-strip-lto-z-abort, prebuilt-std backtrace-symboliser panic-locations",
    "j2c-bs-all, backtrace-symboliser panic-locations",
    "j2c-bs-all-size, panic-locations",
    "j2c-bs-all-immediate, ''",
    "tally-strip, lto opt-size panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "tally-lto-strip, opt-size panic-unwind prebuilt-std backtrace-symboliser panic-locations",
    "tally-lto-z-strip, panic-unwind prebuilt-std backtrace-symboliser panic-locations"
  })
  void eachStepFiresOnTheBuildsThatLackIt(String build, String expected) {
    Set<String> rules = new TreeSet<>(List.of(expected.split(" ")));
    rules.remove("");
    assertThat(fired(build)).isEqualTo(rules);
  }

  @Test
  void noFalseAlarmOnTheFullyMinimisedBuild() {
    LintResult report = Builds.lint("j2c-bs-all-immediate");
    assertThat(report.isFailure()).isFalse();
    // What is left is true, and each has a price: readelf -S shows .eh_frame and .eh_frame_hdr of
    // 9904 + 1684 bytes; readelf -l shows code from 0x2000 to 0xb22d between page borders; the
    // program prints floating-point numbers.
    assertThat(report.findings())
        .extracting(finding -> finding.severity() + " " + finding.rule().id())
        .containsExactly("NOTE unwind-tables", "NOTE float-formatting", "NOTE section-padding");
    assertThat(report.findings().get(0).saving().bytes()).isEqualTo(9904 + 1684);
    assertThat(report.findings().get(2).saving().bytes())
        .isEqualTo((0x2000 - 0x1060) + (0xc000 - 0xb22d));
    assertThat(report.undecided()).hasSize(2);
  }

  @Test
  void predictionsHoldAndTheTableShowsThem() {
    List<String> lines = new ArrayList<>();
    lines.add("| build | next build | rule | predicted | really | off by | allowed |");
    lines.add("| --- | --- | --- | ---: | ---: | ---: | --- |");
    for (Step step : TABLE) {
      long predicted = predicted(step);
      long off = predicted - step.real();
      double allowed =
          Math.max(
              Math.abs(step.real()) * step.percent() / 100.0,
              Builds.open(step.before()).fileSize() * step.ofFile() / 100.0);
      assertThat((double) Math.abs(off)).as(step.toString()).isLessThanOrEqualTo(allowed);
      lines.add(line(step, predicted, off));
    }
    Golden.part("advisor.md", "predictions", String.join("\n", lines) + "\n");
  }

  /** Where a finding states a range, the real saving lies in it. */
  @Test
  void rangesHoldTheRealSaving() {
    int ranges = 0;
    for (Step step : TABLE) {
      for (Finding finding : Builds.lint(step.before()).findings()) {
        if (finding.rule().id().equals(step.rules()) && finding.saving().isRange()) {
          ranges++;
          assertThat(step.real())
              .as(step.toString())
              .isBetween(finding.saving().least(), finding.saving().most());
          assertThat(finding.saving().most()).isLessThan(2 * finding.saving().least() + 5_000);
        }
      }
    }
    assertThat(ranges).isGreaterThanOrEqualTo(6);
  }

  private static long predicted(Step step) {
    long sum = 0;
    List<String> rules = List.of(step.rules().split("\\+"));
    for (Finding finding : Builds.lint(step.before()).findings()) {
      sum += rules.contains(finding.rule().id()) ? finding.saving().bytes() : 0;
    }
    return sum;
  }

  private static String line(Step step, long predicted, long off) {
    String band =
        step.percent()
            + " %"
            + (step.ofFile() == 0 ? "" : ", or " + step.ofFile() + " % of the file");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,d | %,d | %+.1f %% | %s |",
        step.before().substring(step.before().indexOf('/') + 1),
        step.after(),
        step.rules().replace("+", " + "),
        predicted,
        step.real(),
        100.0 * off / Math.abs(step.real()),
        band);
  }
}
