package dev.weighbridge.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownWordExceptionTest {
  private static final List<String> KNOWN = List.of("file", "memory", "section", "segment");

  private static UnknownWordException of(String word) {
    return new UnknownWordException("some of " + String.join(", ", KNOWN), word, KNOWN);
  }

  @Test
  void saysWhatMayHaveBeenMeant() {
    assertThat(of("memroy"))
        .hasMessage(
            "expected some of file, memory, section, segment, found 'memroy'; did you mean"
                + " memory?");
  }

  @Test
  void aMistakeIsALetterMoreOrLessOrAnotherOrTwoSwapped() {
    assertThat(of("fil").nearest()).contains("file");
    assertThat(of("ffile").nearest()).contains("file");
    assertThat(of("fils").nearest()).contains("file");
    assertThat(of("ifle").nearest()).contains("file");
    assertThat(of("FILE").nearest()).contains("file");
    assertThat(of("sektoin").nearest()).contains("section");
  }

  @Test
  void whatIsUnlikeAllWordsIsTakenForNone() {
    for (String word : List.of("", "colour", "fl", "se", "ifel")) {
      assertThat(of(word).nearest()).as(word).isEmpty();
    }
    assertThat(of("colour"))
        .hasMessage("expected some of file, memory, section, segment, found 'colour'");
  }
}
