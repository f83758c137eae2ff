package dev.weighbridge.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.bodies.CodeFile;
import dev.weighbridge.duplicates.DuplicateList.RowOrder;
import dev.weighbridge.duplicates.DuplicateList.Selection;
import dev.weighbridge.duplicates.DuplicateRow.What;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DuplicateListTest {
  private static final BinaryModel MODEL =
      new CodeFile("x86_64")
          .function("_RNvCs1_4dupe1f", "31 C0 C3")
          .function("_RNvCs2_4dupe1f", "31 C0 C3")
          .function("x", "E8 00 01 02 03 C3")
          .function("y", "E8 00 01 02 04 C3")
          .function("v", "90 90 C3")
          .function("w", "90 90 C3")
          .weighed();

  private static DuplicateList list(int limit, String filter, RowOrder order) {
    return new DuplicateList(
        MODEL.attribution(),
        new Selection(limit, Optional.ofNullable(filter).map(Pattern::compile), order));
  }

  @Test
  void whatIsCutIsSummed() {
    List<DuplicateRow> rows = list(1, null, RowOrder.SAVING).rows(What.EQUAL_FUNCTION);
    assertThat(rows).extracting(DuplicateRow::label).containsExactly("x", "[2 others]");
    assertThat(rows).extracting(DuplicateRow::saving).containsExactly(6L, 6L);
    assertThat(rows).extracting(DuplicateRow::copyCount).containsExactly(2, 4);
  }

  @Test
  void rowsAreSortedAndFilteredAsAsked() {
    assertThat(list(0, null, RowOrder.LABEL).rows(What.EQUAL_FUNCTION))
        .extracting(DuplicateRow::label)
        .isSorted();
    assertThat(list(0, "^_RNvCs2", RowOrder.SAVING).rows(What.IDENTICAL_FUNCTION))
        .extracting(DuplicateRow::label)
        .containsExactly("dupe::f");
    assertThat(list(0, "nothing", RowOrder.SAVING).rows(What.CRATE)).isEmpty();
  }
}
