package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.lint.facts.DeadTables;
import dev.weighbridge.lint.facts.Foldable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(foldable("elf/c-s390x")).isEqualTo(foldable("elf/util.o"));
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

  /** GNU ld drops them, and so does who optimises all crates together. */
  @ParameterizedTest
  @ValueSource(strings = {"elf/cpp-x64", "elf/c-x64", "j2c-bs-all-immediate"})
  void otherLinkersLeaveNone(String build) {
    assertThat(DeadTables.of(Builds.open(build).attribution()).fileSize()).isZero();
  }
}
