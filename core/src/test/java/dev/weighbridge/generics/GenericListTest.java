package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.generics.GenericList.ItemOrder;
import dev.weighbridge.generics.GenericList.Selection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GenericListTest {
  private static GenericList list(Selection selection) {
    BinaryModel model =
        BinaryModel.of("generic-v0.o", Fixtures.bytes("elf/generic-v0.o"), OpenOptions.DEFAULT);
    return new GenericList(model.generics(), selection);
  }

  private static Selection rows(int limit, ItemOrder order) {
    return new Selection(limit, Optional.empty(), order, 0);
  }

  @Test
  void whatIsCutIsSummed() {
    GenericList list = list(rows(3, ItemOrder.CODE_SIZE));
    assertThat(list.rows()).hasSize(4);
    assertThat(list.rows().get(3).label()).matches("\\[\\d+ others]");
    assertThat(list.rows().stream().mapToLong(Generic::codeSize).sum())
        .isEqualTo(list.total().codeSize());
    assertThat(list.rows().stream().mapToLong(Generic::likelySaving).sum())
        .isEqualTo(list.total().likelySaving());
    assertThat(list.rows().stream().mapToInt(Generic::copyCount).sum())
        .isEqualTo(list.total().copyCount());
  }

  @Test
  void rowsAreSortedAsAsked() {
    assertThat(list(rows(0, ItemOrder.COPIES)).rows())
        .extracting(Generic::copyCount)
        .isSortedAccordingTo((a, b) -> b - a);
    assertThat(list(rows(0, ItemOrder.SAVING)).rows())
        .extracting(Generic::likelySaving)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(list(rows(0, ItemOrder.LABEL)).rows()).extracting(Generic::label).isSorted();
  }

  @Test
  void theFilterKeepsWhatMatches() {
    Selection selection =
        new Selection(0, Optional.of(Pattern.compile("^generic::d")), ItemOrder.CODE_SIZE, 0);
    assertThat(list(selection).rows())
        .extracting(Generic::label)
        .containsExactly("generic::dot::<_>");
    assertThat(list(selection).total().codeSize()).isEqualTo(38);
  }
}
