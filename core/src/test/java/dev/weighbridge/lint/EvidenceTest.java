package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.lint.facts.DeadTables;
import dev.weighbridge.lint.facts.code.Foldable;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Savings that are computed, against what linkers really did and what other tools say. */
class EvidenceTest {
  private static Foldable foldable(String build) {
    return Foldable.of(Builds.open(build).attribution());
  }

  /**
   * The same program linked by LLD 22 with {@code --icf=all}: {@code .eh_frame_hdr} has 0x1334
   * bytes for 0x141c, which are 29 rows; {@code .eh_frame} 0x6608 for 0x6974; {@code .text} 0x4c013
   * for 0x4c743.
   */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-release", "j2c-strip"})
  void whatIsFoldedIsWhatLldFolds(String build) {
    Foldable foldable = foldable(build);
    assertThat(foldable.folded()).isEqualTo(29);
    long real = (0x141c - 0x1334) + (0x6974 - 0x6608) + (0x4c743 - 0x4c013);
    assertThat(foldable.saving()).isCloseTo(real, within(160L));
  }

  @Test
  void functionsOfOtherMachinesAreFoldedAlike() {
    assertThat(foldable("elf/c-aarch64").folded()).isZero();
    assertThat(foldable("elf/c-s390x").folded()).isZero();
    assertThat(foldable("elf/c-ppc64le").folded()).isZero();
    assertThat(foldable("elf/c-mips")).isEqualTo(foldable("elf/util.o"));
  }

  /**
   * {@code readelf -s} names 380 tables, {@code .eh_frame} points to 155 of them; the other 225
   * take 6,748 bytes up to the next table.
   */
  @ParameterizedTest
  @ValueSource(strings = {"j2c-release", "j2c-strip"})
  void tablesWithoutAFunctionAreThoseThatNoFrameRecordPointsTo(String build) {
    DeadTables dead = DeadTables.of(Builds.open(build).attribution());
    assertThat(dead.tables()).isEqualTo(225);
    assertThat(dead.fileSize()).isEqualTo(6748);
    assertThat(dead.all()).isEqualTo(0x3014);
  }

  /**
   * {@code wasm-opt -Oz -g} of Binaryen 123 makes 15,010 bytes less of the code of the first, 4,895
   * of the second; padded numbers are 5,341 and 3,009 bytes of it. The last one it has made.
   */
  @ParameterizedTest
  @CsvSource({
    "wasm/j2c-196.wasm, 5341, 15010",
    "wasm/fixlib.wasm, 3009, 4895",
    "wasm/generic-196-v0.wasm, 7866, 22790"
  })
  void whatWasmOptSavesIsInTheRange(String build, long padding, long real) {
    Finding finding =
        Builds.lint(build).findings().stream()
            .filter(f -> f.rule().id().equals("wasm-opt"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.message()).contains(String.format(Locale.ROOT, "%,d bytes", padding));
    assertThat(real).isBetween(finding.saving().least(), finding.saving().most());
  }

  @Test
  void whereWasmOptHasRunItIsNotAdvised() {
    assertThat(Builds.lint("wasm/j2c-196-Oz-stripped.wasm").findings())
        .extracting(f -> f.rule().id())
        .doesNotContain("wasm-opt");
  }

  /** GNU ld drops them, and so does who optimises all crates together. */
  @ParameterizedTest
  @ValueSource(strings = {"elf/cpp-x64", "elf/c-x64", "j2c-bs-all-immediate"})
  void otherLinkersLeaveNone(String build) {
    assertThat(DeadTables.of(Builds.open(build).attribution()).fileSize()).isZero();
  }
}
