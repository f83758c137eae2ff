package dev.weighbridge.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weighbridge.rows.RowLimit.Cut;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RowLimitTest {
  private static final List<String> WORDS = List.of("lead", "tin", "iron", "ore", "mercury");

  private static Cut<String> cut(RowLimit limit) {
    return limit.cut(WORDS, word -> word, String::length);
  }

  @Test
  void everyRowIsShownOrSummed() {
    assertThat(cut(RowLimit.NONE)).isEqualTo(new Cut<>(WORDS, List.of()));
    assertThat(cut(RowLimit.of(9))).isEqualTo(new Cut<>(WORDS, List.of()));
    assertThat(cut(RowLimit.of(2)))
        .isEqualTo(new Cut<>(List.of("lead", "tin"), List.of("iron", "ore", "mercury")));
    assertThat(cut(RowLimit.of(2)).label()).isEqualTo("[3 others]");
  }

  @Test
  void rowsMayBeCutByLabelAndBySize() {
    RowLimit noOre = RowLimit.NONE.withExclude(Pattern.compile("r"));
    assertThat(cut(noOre))
        .isEqualTo(new Cut<>(List.of("lead", "tin"), List.of("iron", "ore", "mercury")));
    assertThat(cut(RowLimit.NONE.withSmallest(4)))
        .isEqualTo(new Cut<>(List.of("lead", "iron", "mercury"), List.of("tin", "ore")));
    assertThat(cut(noOre.withSmallest(4)).shown()).containsExactly("lead");
  }

  @Test
  void rowsCutTakeNoRoomFromOthers() {
    assertThat(cut(RowLimit.of(2).withSmallest(4)))
        .isEqualTo(new Cut<>(List.of("lead", "iron"), List.of("tin", "ore", "mercury")));
  }

  @Test
  void limitsAreNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> RowLimit.of(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowLimit(0, Optional.empty(), -1))
        .withMessage("smallest: expected 0 or more, found -1");
  }
}
