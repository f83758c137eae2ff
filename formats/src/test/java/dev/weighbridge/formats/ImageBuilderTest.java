package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The image here has 100 bytes and starts at file offset 1000. */
class ImageBuilderTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private final ImageBuilder builder =
      new ImageBuilder(Bytes.of(new byte[100]).withOrder(ByteOrder.BIG_ENDIAN), 1000, diagnostics);

  @Test
  void shiftsRangesToTheStartOfTheFile() {
    section(10, 20, 16);
    builder.segment("LOAD", 0, 100, 0x4000, 0x2000, true, "r-x");
    builder.function(0x4000, 16, 30, ExtentEvidence.UNWIND_TABLE);
    builder.structure("file header", Kind.HEADERS, 0, 64);
    builder.structure(builder.label("FDE"), Kind.UNWIND, 64, 8, Subject.OFFSET, 5);
    BinaryImage image = builder.build();
    assertThat(image.fileStart()).isEqualTo(1000);
    assertThat(image.fileEnd()).isEqualTo(1100);
    assertThat(image.isLittleEndian()).isFalse();
    assertThat(image.sections().row(0).fileStart()).isEqualTo(1010);
    assertThat(image.sections().row(0).fileEnd()).isEqualTo(1030);
    assertThat(image.segments().row(0).fileEnd()).isEqualTo(1100);
    assertThat(image.functions().fileStart(0)).isEqualTo(1030);
    assertThat(image.structures().row(0).subject()).isEqualTo(Subject.NONE);
    assertThat(image.structures().row(1).about()).isEqualTo(1005);
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void clipsAndReportsWhatReachesOverTheEnd() {
    section(90, 20, 1);
    section(100, 1, 1);
    section(500, 20, 1);
    section(10, Long.MAX_VALUE, 1);
    builder.segment("LOAD", 60, 41, 0, 0, true, "r--");
    BinaryImage image = builder.build();
    assertThat(image.sections().stream().map(Section::fileStart))
        .containsExactly(1090L, 1100L, 1100L, 1010L);
    assertThat(image.sections().stream().map(Section::fileEnd)).allMatch(end -> end == 1100);
    assertThat(image.segments().row(0).fileEnd()).isEqualTo(1100);
    assertThat(diagnostics.list()).hasSize(5);
    assertThat(diagnostics.list().get(0).sentence())
        .isEqualTo(
            "section[0] at 0x442: expected a range inside the 100 bytes of the image, "
                + "found start 90, size 20");
  }

  /** Offsets and sizes of 2^63 and more are negative here and must not wrap around. */
  @Test
  void keepsRowsWhoseNumbersWrapAround() {
    section(-1, 20, 1);
    section(10, -1, 1);
    section(Long.MIN_VALUE, Long.MIN_VALUE, 1);
    builder.segment("LOAD", -16, 32, 0, -5, true, "rw-");
    BinaryImage image = builder.build();
    assertThat(image.sections().count()).isEqualTo(3);
    assertThat(image.sections().stream())
        .allMatch(s -> s.fileStart() >= 1000 && s.fileStart() <= s.fileEnd())
        .allMatch(s -> s.fileEnd() <= 1100);
    assertThat(image.segments().row(0).memorySize()).isZero();
    assertThat(diagnostics.list()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void leavesOutExtentsAndStructuresWithoutBytes() {
    builder.function(0x10, 0, 5, ExtentEvidence.UNWIND_TABLE);
    builder.function(0x10, -5, 5, ExtentEvidence.UNWIND_TABLE);
    builder.function(0x10, 5, 100, ExtentEvidence.UNWIND_TABLE);
    builder.function(0x10, 50, 80, ExtentEvidence.UNWIND_TABLE);
    builder.function(0x10, 500, -1, ExtentEvidence.UNWIND_TABLE);
    builder.structure("none", Kind.OTHER, 50, 0);
    builder.structure("outside", Kind.OTHER, 200, 5);
    builder.structure("before", Kind.OTHER, -5, 10);
    BinaryImage image = builder.build();
    assertThat(image.functions().stream().map(FunctionTable.Function::memorySize))
        .containsExactly(20L, 500L);
    assertThat(image.functions().fileStart(1)).isEqualTo(-1);
    assertThat(image.structures().count()).isZero();
  }

  @Test
  void knowsNoSectionsBeyondTheLast() {
    section(0, 10, 1);
    Bytes pool = Bytes.of("main".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    symbol(0, pool, 0, 4);
    symbol(1, pool, 2, 5);
    symbol(SymbolTable.UNDEFINED, pool, -1, 2);
    BinaryImage image = builder.build();
    assertThat(image.symbols().row(0).name()).isEqualTo("main");
    assertThat(image.symbols().section(0)).isZero();
    assertThat(image.symbols().section(1)).isEqualTo(SymbolTable.NO_SECTION);
    assertThat(image.symbols().row(1).name()).isEmpty();
    assertThat(image.symbols().section(2)).isEqualTo(SymbolTable.UNDEFINED);
    assertThat(image.symbols().row(2).memorySize()).isZero();
  }

  @Test
  void takesOnlyPowersOfTwoForAlignments() {
    for (long alignment : new long[] {0, 1, 16, 24, -1, Long.MIN_VALUE}) {
      section(0, 1, alignment);
    }
    List<Long> alignments = builder.build().sections().stream().map(Section::alignment).toList();
    assertThat(alignments).allMatch(a -> a >= 1 && Long.bitCount(a) == 1);
    assertThat(alignments.subList(0, 4)).containsExactly(1L, 1L, 16L, 16L);
  }

  @Test
  void countsWhatItDoesNotKeep() {
    for (int i = 0; i < Limits.MAX_DIAGNOSTICS + 7; i++) {
      section(200, 1, 1);
    }
    assertThat(diagnostics.list()).hasSize(Limits.MAX_DIAGNOSTICS + 1);
    assertThat(diagnostics.list().get(Limits.MAX_DIAGNOSTICS).found()).isEqualTo("7 more");
  }

  private void section(long start, long size, long alignment) {
    builder.section(".text", start, size, 0x4000, 20, alignment, Kind.CODE, Set.of());
  }

  private void symbol(int section, Bytes pool, long nameStart, int nameLength) {
    builder.symbol(
        0x4000,
        -1,
        section,
        SymbolType.FUNCTION,
        SymbolBinding.GLOBAL,
        SymbolSource.SYMBOL_TABLE,
        pool,
        nameStart,
        nameLength);
  }
}
