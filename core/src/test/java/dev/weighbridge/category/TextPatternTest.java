package dev.weighbridge.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPatternTest {
  private static boolean matches(String pattern, String text) {
    return TextPattern.of(pattern).matches(text);
  }

  @Test
  void aTextWithoutStarsIsTheWholeName() {
    assertThat(matches("core::fmt", "core::fmt")).isTrue();
    assertThat(matches("core::fmt", "core::fmt::num")).isFalse();
    assertThat(matches(".text", "xtext")).isFalse();
  }

  @Test
  void aStarStandsForAnyCharacters() {
    assertThat(matches("core::fmt*", "core::fmt")).isTrue();
    assertThat(matches("<* as core::fmt::Debug>::*", "<a as core::fmt::Debug>::fmt")).isTrue();
    assertThat(matches("<* as core::fmt::Debug>::*", "<a as core::fmt::Display>::fmt")).isFalse();
    assertThat(matches("a*b*a", "aba")).isTrue();
    assertThat(matches("ab*ba", "aba")).as("ends overlap").isFalse();
    assertThat(matches("*", "")).isTrue();
  }

  @Test
  void betweenSlashesStandsARegularExpressionThatIsFoundSomewhere() {
    assertThat(matches("/fmt|num/", "core::num::x")).isTrue();
    assertThat(matches("/^fmt/", "core::fmt")).isFalse();
  }

  @Test
  void anExpressionThatTakesForEverIsEnded() {
    String name = "x".repeat(200);
    assertThatThrownBy(() -> matches("/(x+x+)+y/", name))
        .isInstanceOf(TextPattern.TooManySteps.class);
  }

  @Test
  void longNamesAreSeenInPartByExpressionsAndWholeByStars() {
    String name = "x".repeat(TextPattern.MAX_TEXT) + "end";
    assertThat(matches("/end/", name)).isFalse();
    assertThat(matches("*end", name)).isTrue();
  }

  @Test
  void wordsAreThoseThatMangledNamesSpell() {
    assertThat(TextPattern.of("<* as core::fmt::Debug>::{closure#0}").words())
        .containsExactly("core", "fmt", "Debug");
    assertThat(TextPattern.of("/core/").words()).isEmpty();
  }

  @Test
  void allWordsOfANameAreFoundAtOnce() {
    List<String> words = List.of("fmt", "Debug", "bug", "ugly", "4core");
    boolean[] found = new boolean[words.size()];
    byte[] name = "_RNvXC4coreNtNtC4core3fmt5Debug".getBytes(StandardCharsets.US_ASCII);
    new WordFinder(words).find(name, name.length, found);
    assertThat(found).containsExactly(true, true, true, false, true);
    new WordFinder(words).find(name, 12, found);
    assertThat(found).containsExactly(false, false, false, false, true);
  }
}
