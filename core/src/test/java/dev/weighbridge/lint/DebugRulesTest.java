package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of debug information that stays in a file. */
class DebugRulesTest {
  /**
   * {@code llvm-objcopy --compress-debug-sections=zlib} of LLVM 14.0.6, and the sizes of sections
   * that {@code readelf -S} prints then; of those that became larger, the old ones.
   */
  @ParameterizedTest
  @CsvSource({"elf/c-x64-g-dwarf5, 2169, 7", "dwarf/c-x64-g-dwarf4, 3205, 7"})
  void compressingIsMeasured(String name, long saving, int sections) {
    Finding finding = finding(name, "debug-compression", "min-bytes = 1").orElseThrow();
    assertThat(finding.saving().bytes()).isCloseTo(saving, within(saving / 50));
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.COMPUTED);
    assertThat(finding.places()).hasSize(sections);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf/c-zstd-debug",
        "elf/c-zlib-debug",
        "elf/c-zdebug-gnu",
        "elf/c-x64",
        "elf/util.o"
      })
  void whatIsCompressedStays(String name) {
    assertThat(finding(name, "debug-compression", "min-bytes = 1")).isEmpty();
  }

  /** Bytes of crates are the sums of their units, as {@code size --by unit} has them. */
  @Test
  void detailIsToldByCrate() {
    Finding finding =
        finding("dwarf/app-full-v5-v0-zlib", "debug-detail", "min-bytes = 1").orElseThrow();
    assertThat(finding.saving().basis()).isEqualTo(SavingBasis.UPPER_BOUND);
    assertThat(finding.places().get(0)).isEqualTo(FindingPlace.spread("app", 32_793 + 31_607));
    assertThat(finding.places().get(1)).isEqualTo(FindingPlace.spread("memchr", 31_704 + 29_371));
    assertThat(finding.places()).extracting(FindingPlace::label).contains("geometry", "textkit");
    assertThat(finding.fix()).contains("debug = \"line-tables-only\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dwarf/linetables-clang", "elf/c-x64", "dwarf/paint-reloc.o"})
  void linesAloneAreNoDetail(String name) {
    assertThat(finding(name, "debug-detail", "min-bytes = 1")).isEmpty();
  }

  /**
   * What the sections got smaller by, as {@code readelf -S} prints them. For {@code debug-repeats}
   * after {@code dwz} 0.15; for the others of a second build with the same compiler and linker, see
   * the table of the fixtures, with {@code -gsplit-dwarf} or {@code -gline-tables-only} behind its
   * other flags.
   */
  @ParameterizedTest
  @CsvSource({
    "dwarf/tomb-lld-v4, debug-repeats, 954",
    "dwarf/gdbindex-lld, debug-repeats, 943",
    "dwarf/tomb-bfd-gcc, debug-repeats, 1309",
    "dwarf/cpp-x64-g-types, debug-repeats, 2354",
    "dwarf/tomb-lld-v4, debug-split, 5067",
    "dwarf/tomb-lld-v5, debug-split, 4100",
    "dwarf/tomb-lld-v4, debug-detail, 5656",
    "dwarf/tomb-lld-v5, debug-detail, 4185"
  })
  void noToolSavesMoreThanTheBound(String name, String rule, long real) {
    Saving saving = finding(name, rule, "min-bytes = 1").orElseThrow().saving();
    assertThat(saving.basis()).isEqualTo(SavingBasis.UPPER_BOUND);
    assertThat(saving.bytes()).isBetween(real, 3 * real);
  }

  /** {@code dwz: DWARF CU type DW_UT_type unhandled}, {@code Unknown debugging section}. */
  @ParameterizedTest
  @ValueSource(strings = {"dwarf/types-v5", "dwarf/tomb-lld-v5", "dwarf/zstd-lld", "elf/c-x64"})
  void nothingIsPromisedThatTheToolRefuses(String name) {
    assertThat(finding(name, "debug-repeats", "min-bytes = 1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dwarf/split-v4", "dwarf/split-v5", "elf/c-x64", "dwarf/paint-reloc.o"})
  void whatIsSplitStaysSo(String name) {
    assertThat(finding(name, "debug-split", "min-bytes = 1")).isEmpty();
  }

  /** Stripping takes what compressing would make smaller: one of them counts. */
  @Test
  void adviceOnOneThingIsNotAddedUp() {
    BinaryModel model =
        BinaryModel.of("x", Fixtures.bytes("dwarf/app-full-v5-v0-zlib"), OpenOptions.DEFAULT);
    List<Finding> findings =
        Linter.installed().lint(model.query()).findings().stream()
            .filter(finding -> List.of("debug", "names").containsAll(finding.rule().touches()))
            .toList();
    assertThat(findings)
        .extracting(finding -> finding.rule().id())
        .contains("strip-debug", "strip-symbols", "debug-detail", "debug-split");
    long stripped =
        findings.stream()
            .filter(finding -> finding.rule().id().startsWith("strip-"))
            .mapToLong(finding -> finding.saving().bytes())
            .sum();
    long size = model.attribution().file().fileSize();
    assertThat(Plan.of(size, findings).most()).isEqualTo(size - stripped);
  }

  private static Optional<Finding> finding(String name, String rule, String setting) {
    LintConfig config = LintConfig.parse("t", "[rules." + rule + "]\n" + setting + "\n");
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
    return Linter.installed().with(config).lint(model.query()).findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .findFirst();
  }
}
