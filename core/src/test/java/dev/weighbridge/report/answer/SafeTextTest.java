package dev.weighbridge.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void keepsWhatPrints() {
    assertThat(SafeText.of("core::fmt::<impl Größe 漢>")).isEqualTo("core::fmt::<impl Größe 漢>");
  }

  @Test
  void defusesEscapesLineEndsAndReversals() {
    assertThat(SafeText.of("\u001b[2Jgone")).isEqualTo("\\u{1b}[2Jgone");
    assertThat(SafeText.of("a\nb\tc")).isEqualTo("a\\u{a}b\\u{9}c");
    assertThat(SafeText.of("x\u202ey")).isEqualTo("x\\u{202e}y");
    assertThat(SafeText.of("\ud800")).isEqualTo("\\u{d800}");
  }

  @Test
  void cutsInTheMiddle() {
    assertThat(SafeText.cut("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(SafeText.cut("abcdefghij", 9)).isEqualTo("abcd…ghij");
    assertThat(SafeText.cut("abcdefghij", 4)).isEqualTo("ab…j");
  }

  @Test
  void cutsBetweenCharactersNotInThem() {
    String faces = "😀😁😂🤣😃😄";
    assertThat(SafeText.cut(faces, 6)).isEqualTo(faces);
    assertThat(SafeText.cut(faces, 5)).isEqualTo("😀😁…😃😄");
  }
}
