package dev.weighbridge.formats.internal.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeRangesTest {
  @Test
  void findsAddressesInAnyOrderOfRanges() {
    CodeRanges code =
        new CodeRanges.Builder()
            .add(0xFFFF_FFFF_8000_0000L, 0x100, 0x900)
            .add(0x4000, 0x10, -1)
            .add(0x1000, 0x100, 0x200)
            .add(0x3000, 0, 0x700)
            .build();
    assertThat(code.find(0xFFF)).isEqualTo(-1);
    int low = code.find(0x10FF);
    assertThat(code.fileStart(low, 0x10FF)).isEqualTo(0x2FF);
    assertThat(code.room(low, 0x10FF)).isEqualTo(1);
    assertThat(code.find(0x1100)).isEqualTo(-1);
    assertThat(code.find(0x3000)).isEqualTo(-1);
    assertThat(code.fileStart(code.find(0x4000), 0x4000)).isEqualTo(-1);
    int kernel = code.find(0xFFFF_FFFF_8000_00FFL);
    assertThat(code.fileStart(kernel, 0xFFFF_FFFF_8000_00FFL)).isEqualTo(0x9FF);
    assertThat(code.find(-1)).isEqualTo(-1);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(new CodeRanges.Builder().build().find(0)).isEqualTo(-1);
  }
}
