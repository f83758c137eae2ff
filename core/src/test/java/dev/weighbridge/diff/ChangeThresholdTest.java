package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.measure.Measures;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is worth a comment, of builds whose changes are known because they are written here. */
class ChangeThresholdTest {
  private static final ChangeThreshold USUAL = ChangeThreshold.parse("512,0.1%");

  @TempDir private Path folder;

  /** A file of two sections of code, in each of which one function lies. */
  private BinaryModel build(String one, int oneSize, String other, int otherSize)
      throws IOException {
    // Bytes of their own: two that are alike would be taken for one that has moved.
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code(".text", 0x10000, code(one, oneSize)))
            .section(ElfSectionRow.code(".text.cold", 0x20000, code(other, otherSize)))
            .symbols(
                2,
                i ->
                    i == 0
                        ? ElfSymbolRow.function(one, 1, 0x10000, oneSize)
                        : ElfSymbolRow.function(other, 2, 0x20000, otherSize));
    return BinaryModel.open(writer.writeTo(folder.resolve("build" + System.nanoTime())));
  }

  private static Content code(String name, int size) {
    byte[] code = new byte[size];
    for (int i = 0; i < size; i++) {
      code[i] = (byte) (name.charAt(0) + i % 7);
    }
    return Content.of(code);
  }

  private static SizeDiff bySection(BinaryModel before, BinaryModel after) {
    List<Dimension> levels = List.of(Dimensions.SECTION, Dimensions.SYMBOL);
    return new SizeDiff(before.by(levels, Measures.usual()), after.by(levels, Measures.usual()));
  }

  /** Sections changed by 1,000 bytes each, though no function did. */
  @Test
  void symbolsThatAreOnlyCountedToOtherRowsAreNoise() throws IOException {
    SizeDiff moved = bySection(build("hot", 4000, "apt", 3000), build("apt", 3000, "hot", 4000));
    assertThat(Math.abs(moved.rows().get(0).delta().fileSize())).isEqualTo(1000);
    assertThat(USUAL.isNoise(moved)).isTrue();
  }

  /** What one function grew the other one shrank. */
  @Test
  void changesThatCancelOutAreTold() throws IOException {
    SizeDiff diff = bySection(build("hot", 4000, "apt", 3000), build("hot", 3000, "apt", 4000));
    assertThat(diff.delta().normalisedSize()).isZero();
    assertThat(USUAL.isNoise(diff)).isFalse();
    assertThat(ChangeThreshold.parse("1001,50%").isNoise(diff)).isTrue();
  }

  /** 10 bytes in some 7,500 are more than 0.1 %, though less than 512. */
  @Test
  void whatReachesOneOfBothFiguresIsTold() throws IOException {
    BinaryModel before = build("hot", 4000, "apt", 3000);
    SizeDiff small = bySection(before, build("hot", 4010, "apt", 3000));
    assertThat(small.before().fileSize()).isBetween(7_000L, 9_999L);
    assertThat(USUAL.isNoise(small)).isFalse();
    assertThat(ChangeThreshold.parse("10,1%").isNoise(small)).isFalse();
    assertThat(ChangeThreshold.parse("11,1%").isNoise(small)).isTrue();
    assertThat(ChangeThreshold.parse("0,0%").isNoise(bySection(before, before))).isTrue();
  }

  /** Two names of the same bytes: which of them comes first is up to the linker. */
  @Test
  void whatHasSeveralNamesIsTheSameByAllOfThem() throws IOException {
    SizeDiff diff =
        new SizeDiff(
            aliased(0x31, "core::fmt::DebugSet::entry", "core::fmt::DebugList::entry").bySymbol(),
            aliased(0x32, "core::fmt::DebugList::entry", "core::fmt::DebugSet::entry").bySymbol());
    assertThat(diff.delta().fileSize()).isZero();
    assertThat(diff.rows())
        .allMatch(row -> row.delta().fileSize() == 0)
        .filteredOn(row -> row.formerLabel().isPresent())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.label()).isEqualTo("core::fmt::DebugList::entry");
              assertThat(row.formerLabel()).contains("core::fmt::DebugSet::entry");
            });
  }

  private BinaryModel aliased(int code, String... names) throws IOException {
    byte[] text = new byte[600];
    Arrays.fill(text, (byte) code);
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(text)))
            .symbols(names.length, i -> ElfSymbolRow.function(names[i], 1, 0x1000, text.length));
    Path file = writer.writeTo(folder.resolve("aliased" + code));
    return BinaryModel.open(file, OpenOptions.DEFAULT);
  }

  @Test
  void onlySizesWithSharesAreThresholds() {
    assertThat(ChangeThreshold.parse("4 KiB, 1.5 %")).hasToString("4096,1.50%");
    for (String text : List.of("", "512", "512,1", "1%", "many,1%", "512,-1%", "512,0.123%")) {
      assertThatThrownBy(() -> ChangeThreshold.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + text + "'");
    }
  }
}
