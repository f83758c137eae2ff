package dev.weighbridge.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.report.answer.Line;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextLineTest {
  private static String prose(int width, Line prose) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextLine(out, width).add(prose).endProse(prose);
    return out.toString();
  }

  @Test
  void aSentenceIsBrokenBetweenWords() throws IOException {
    assertThat(prose(20, Line.of("one two three four five six seven")))
        .isEqualTo("one two three four\n  five six seven\n");
    assertThat(prose(18, Line.of("one two three four"))).isEqualTo("one two three four\n");
    assertThat(prose(0, Line.of("one two three four"))).isEqualTo("one two three four\n");
  }

  @Test
  void furtherLinesBeginAtTheLastStop() throws IOException {
    assertThat(prose(20, Line.of("note").tab(8).add("one two three four")))
        .isEqualTo("note    one two\n        three four\n");
  }

  @Test
  void namesAndCodeStayWhole() throws IOException {
    assertThat(prose(12, Line.of("in ").name("<A as B>::name of it").add(" and on")))
        .isEqualTo("in\n  <A as B>::name of it\n  and on\n");
    assertThat(prose(12, Line.code("cargo build --release"))).isEqualTo("cargo build --release\n");
  }

  @Test
  void aWordLongerThanALineEndsIt() throws IOException {
    assertThat(prose(10, Line.of("see https://example.org/page now")))
        .isEqualTo("see\n  https://example.org/page\n  now\n");
  }
}
