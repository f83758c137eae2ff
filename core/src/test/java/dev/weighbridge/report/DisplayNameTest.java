package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayNameTest {
  @Test
  void keepsWhatPrints() {
    assertThat(DisplayName.of("core::fmt::<impl Größe 漢>")).isEqualTo("core::fmt::<impl Größe 漢>");
  }

  @Test
  void defusesEscapesLineEndsAndReversals() {
    assertThat(DisplayName.of("\u001b[2Jgone")).isEqualTo("\\u{1b}[2Jgone");
    assertThat(DisplayName.of("a\nb\tc")).isEqualTo("a\\u{a}b\\u{9}c");
    assertThat(DisplayName.of("x\u202ey")).isEqualTo("x\\u{202e}y");
    assertThat(DisplayName.of("\ud800")).isEqualTo("\\u{d800}");
  }

  @Test
  void cutsInTheMiddle() {
    assertThat(DisplayName.cut("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(DisplayName.cut("abcdefghij", 9)).isEqualTo("abcd…ghij");
    assertThat(DisplayName.cut("abcdefghij", 4)).isEqualTo("ab…j");
  }

  @Test
  void cutsBetweenCharactersNotInThem() {
    String faces = "😀😁😂🤣😃😄";
    assertThat(DisplayName.cut(faces, 6)).isEqualTo(faces);
    assertThat(DisplayName.cut(faces, 5)).isEqualTo("😀😁…😃😄");
  }
}
