package dev.weighbridge.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.testing.ZeroBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
  private static final BinaryModel C = open("elf/c-x64");
  private static final BinaryModel CPP = open("elf/cpp-x64");

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static SizeBudget budget(String toml) {
    return SizeBudget.parse("budget.toml", toml);
  }

  private static List<String> messages(BudgetCheck check) {
    return check.verdicts().stream().map(Verdict::message).toList();
  }

  /** readelf -SW c-x64 says that .text has 0x3f1 bytes; the file has 16,992. */
  @Test
  void limitsAreCompared() {
    long text = section(C.attribution(), ".text");
    SizeBudget budget =
        budget(
            "[limits]\nfile = 16992\n[limits.section]\n\".text\" = "
                + (text - 1)
                + "\n\".nothing\" = 10\n[limits.kind]\nnames = \"1 MB\"");
    BudgetCheck check = BudgetCheck.of(budget, C.attribution());
    assertThat(messages(check))
        .containsExactly(
            "file: 16,992 bytes, allowed 16,992 bytes",
            String.format(
                "section .text: %,d bytes, allowed %,d bytes: 1 byte too many", text, text - 1),
            "section .nothing: not in the file, allowed 10 bytes: a misspelt name, or one to mark"
                + " optional = true",
            String.format(
                "kind names: %,d bytes, allowed 1,000,000 bytes", C.byKind().fileSize(Kind.NAMES)));
    assertThat(check.passes()).isFalse();
    assertThat(check.broken()).hasSize(2);
  }

  @Test
  void whatIsNowhereIsMisspeltUnlessToldOptional() {
    String growth = "[growth.section]\n\".txet\" = ";
    assertThat(BudgetCheck.of(budget(growth + 9), C.attribution(), C.attribution()).passes())
        .isFalse();
    String optional = "{ allowed = 9, optional = true }";
    assertThat(BudgetCheck.of(budget(growth + optional), C.attribution(), C.attribution()).passes())
        .isTrue();
    String size = "[limits.section]\n\".txet\" = ";
    assertThat(BudgetCheck.of(budget(size + optional), C.attribution()).passes()).isTrue();
    assertThat(BudgetCheck.of(budget(size + "{ allowed = 9 }"), C.attribution()).passes())
        .isFalse();
    assertThat(BudgetCheck.of(budget(size + 0), C.attribution()).passes()).isTrue();
    assertThatThrownBy(() -> budget(size + "{ optional = true }"))
        .hasMessageContaining("allowed: expected a size");
    String present = "[limits.section]\n\".text\" = { allowed = 1, optional = true }";
    assertThat(BudgetCheck.of(budget(present), C.attribution()).passes()).isFalse();
  }

  private static long section(Attribution attribution, String name) {
    return attribution.sections().stream()
        .filter(section -> section.name().equals(name))
        .mapToLong(section -> section.fileEnd() - section.fileStart())
        .sum();
  }

  @Test
  void growthIsCountedFromTheBaseline() {
    long growth = CPP.fileSize() - C.fileSize();
    SizeBudget budget =
        budget("[growth]\nfile = [\"" + (growth - 1) + "\", \"8.5 %\"]\nsymbols = 1000");
    BudgetCheck check = BudgetCheck.of(budget, CPP.attribution(), C.attribution());
    assertThat(check.verdicts().get(0).passes()).isFalse();
    assertThat(check.verdicts().get(0).message()).endsWith(": 1 byte too many");
    assertThat(check.verdicts().get(1).passes()).isTrue();
    assertThat(check.verdicts().get(1).highest()).isEqualTo(C.fileSize() * 1085 / 1000);
    assertThat(check.verdicts().get(2).passes()).isTrue();
    assertThat(BudgetCheck.of(budget, CPP.attribution()).unchecked()).hasSize(3);
  }

  @Test
  void eachRowIsMeasuredByItself() {
    BudgetCheck broken = BudgetCheck.of(budget("[limits.section]\n\"*\" = 600"), C.attribution());
    assertThat(broken.passes()).isFalse();
    assertThat(broken.broken()).allSatisfy(v -> assertThat(v.actual()).isGreaterThan(600));
    long over = C.bySection().rows().stream().filter(row -> row.fileSize() > 600).count();
    assertThat(broken.broken()).hasSize((int) over);
    BudgetCheck kept =
        BudgetCheck.of(budget("[limits.section]\n\"*\" = \"1 MB\""), C.attribution());
    assertThat(kept.verdicts()).hasSize(1);
    assertThat(kept.passes()).isTrue();
  }

  @Test
  void normalisedSizeLeavesPaddingOut() {
    SizeBudget budget = SizeBudget.EMPTY.withLimit(LimitSubject.NORMALISED, "1 MB");
    Verdict verdict = BudgetCheck.of(budget, C.attribution()).verdicts().get(0);
    assertThat(verdict.actual()).isEqualTo(C.fileSize() - C.byKind().fileSize(Kind.PADDING));
    assertThat(verdict.actual()).isLessThan(C.fileSize());
  }

  @Test
  void budgetsArePutTogetherInCode() {
    SizeBudget budget =
        SizeBudget.EMPTY
            .withLimit(LimitSubject.FILE, "16 KiB")
            .withLimit(Limit.size(LimitSubject.row(Dimensions.SECTION, ".text"), 100))
            .withLimit(Limit.growthPercent(LimitSubject.FILE, 1.5));
    assertThat(budget.limits()).hasSize(3);
    assertThat(BudgetCheck.of(budget, C.attribution()).broken()).hasSize(2);
    assertThatThrownBy(() -> SizeBudget.EMPTY.withLimit(LimitSubject.FILE, "huge"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit = 1 | budget.toml: line 1: limit: expected one of fail-on, rules, allow, limits,"
            + " growth, trend, defaults, found limit; did you mean limits?",
        "[limits]\\n"
            + "file = \"big\" | budget.toml: line 2: limits.file: expected a size such as 400 KiB,"
            + " 1.5MB or 4096, found 'big'",
        "[limits]\\n"
            + "file = -1 | budget.toml: line 2: limits.file: expected a size such as 400 KiB, 1.5MB"
            + " or 4096, found '-1'",
        "[limits]\\n"
            + "symbols = 1.5 | budget.toml: line 2: limits.symbols: expected a whole number of 0 or"
            + " more, found '1.5'",
        "[growth]\\n"
            + "file = \"2 percent\" | budget.toml: line 2: growth.file: expected a size such as 8"
            + " KiB, a share such as 1.5 %, or a list of both, found '2 percent'",
        "[limits.section]\\n"
            + "\".text\" = true | budget.toml: line 2: limits.section..text: expected a size such"
            + " as 400 KiB, 1.5MB or 4096, found 'true'"
      })
  void whatIsNoLimitNamesItself(String toml, String message) {
    assertThatThrownBy(() -> budget(toml.replace("\\n", "\n")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void limitsCanBeOfOtherMeasures() {
    SizeBudget budget =
        budget(
            "[limits]\nmemory = 1\n[limits.debug.section]\n\".text\" = 5\n[limits.section]\n"
                + "\".bss\" = 0");
    BudgetCheck check = BudgetCheck.of(budget, C.attribution());
    assertThat(messages(check))
        .containsExactly(
            String.format(
                "memory: %,d bytes in memory, allowed 1 byte in memory: %,d bytes too many",
                C.memorySize(), C.memorySize() - 1),
            "section .text: 0 bytes of debug, allowed 5 bytes of debug",
            "section .bss: 0 bytes, allowed 0 bytes");
    // readelf -SW says that .bss has no bytes in the file and some in memory.
    SizeBudget inMemory = budget.countingRowsIn(List.of(Measures.MEMORY, Measures.FILE));
    assertThat(inMemory.limits()).hasSize(4);
    assertThat(BudgetCheck.of(inMemory, C.attribution()).broken())
        .map(verdict -> verdict.subject().measure().name() + " " + verdict.subject().text())
        .containsExactly("memory memory", "memory section .bss");
  }

  @Test
  void aMeasureOfYourOwnHasLimitsToo() {
    long zeros = ZeroBytes.count(C.file().bytes(), 0, C.fileSize());
    Limit limit = Limit.size(LimitSubject.whole(ZeroBytes.ZERO), zeros);
    Limit less = Limit.size(LimitSubject.each(Dimensions.KIND).in(ZeroBytes.ZERO), zeros);
    SizeBudget budget = SizeBudget.EMPTY.withLimit(limit).withLimit(less);
    assertThat(BudgetCheck.of(budget, C.attribution()).passes()).isTrue();
    SizeBudget tight = budget.withLimit(Limit.size(limit.subject(), zeros - 1));
    assertThat(BudgetCheck.of(tight, C.attribution()).broken()).hasSize(1);
  }

  @Test
  void unknownMeasuresAreRefused() {
    assertThatThrownBy(() -> budget("[limits.shelf]\na = 1"))
        .hasMessageStartingWith(
            "budget.toml: line 1: limits.shelf: expected file, normalised, symbols, or a table of"
                + " one of")
        .hasMessageEndingWith(", found a table");
  }
}
