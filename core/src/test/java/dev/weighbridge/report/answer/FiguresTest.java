package dev.weighbridge.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void groupsDigitsByThree() {
    assertThat(Figures.grouped(0)).isEqualTo("0");
    assertThat(Figures.grouped(999)).isEqualTo("999");
    assertThat(Figures.grouped(1_000)).isEqualTo("1,000");
    assertThat(Figures.grouped(4_397_024)).isEqualTo("4,397,024");
    assertThat(Figures.grouped(-123_456)).isEqualTo("-123,456");
    assertThat(Figures.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
  }

  @Test
  void roundsSharesToHundredths() {
    assertThat(Figures.percent(1, 3)).isEqualTo("33.33");
    assertThat(Figures.percent(2, 3)).isEqualTo("66.67");
    assertThat(Figures.percent(7, 100_000)).isEqualTo("0.01");
    assertThat(Figures.percent(5, 5)).isEqualTo("100.00");
    assertThat(Figures.percent(1L << 60, 1L << 61)).isEqualTo("50.00");
    assertThat(Figures.percent(0, 0)).isEqualTo("-");
  }

  @Test
  void writesPlacesAsUnsigned() {
    assertThat(Figures.hex(0x1f40)).isEqualTo("0x1f40");
    assertThat(Figures.hex(-1)).isEqualTo("-");
    assertThat(Figures.address(-1)).isEqualTo("-1");
    assertThat(Figures.address(0xFFFF_FFFF_8000_0000L)).isEqualTo("18446744071562067968");
  }
}
