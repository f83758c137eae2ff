package dev.weighbridge.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.generics.GenericTable;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutSpansTest {
  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"elf/j2c-bs-all-immediate-sym", "pe/tiny-gnu-dwarf.exe", "wasm/j2c-196.wasm"})
  void partsSayWhatTheirWholeSays(String fixture) {
    Attribution whole = open(fixture).attribution();
    long[] places = new Random(1).longs(500, 0, whole.file().fileSize()).sorted().toArray();
    Attribution cut = whole.cutAt(places);
    Partition parts = cut.partition();
    assertThat(parts.spanCount()).isGreaterThan(whole.partition().spanCount());
    int last = -1;
    for (int part = 0; part < parts.spanCount(); part++) {
      int span = parts.whole(part);
      assertThat(span)
          .isEqualTo(whole.partition().spanAt(parts.start(part)))
          .isBetween(last, last + 1);
      assertThat(parts.end(part)).isLessThanOrEqualTo(whole.partition().end(span));
      assertThat(parts.owner(part)).isEqualTo(whole.partition().owner(span));
      assertThat(parts.subject(part)).isEqualTo(whole.partition().subject(span));
      assertThat(parts.kind(part)).isEqualTo(whole.partition().kind(span));
      assertThat(parts.section(part)).isEqualTo(whole.partition().section(span));
      last = span;
    }
    assertThat(last).isEqualTo(whole.partition().spanCount() - 1);
    assertThat(IntStream.range(0, last).map(whole.partition()::whole).boxed().toList())
        .isEqualTo(IntStream.range(0, last).boxed().toList());
  }

  @Test
  void tablesBySpanAreMadeOnceOnWhatWasNotCut() {
    Attribution whole = open("elf/j2c-bs-all-immediate-sym").attribution();
    Attribution cut = whole.cutAt(new long[] {100, 5000});
    for (CratePolicy policy : CratePolicy.values()) {
      assertThat(Crates.of(cut, policy)).isSameAs(Crates.of(whole, policy));
    }
    assertThat(GenericTable.of(cut)).isSameAs(GenericTable.of(whole));
    assertThat(cut.cutAt(new long[] {100, 5000})).isSameAs(cut);
  }

  @Test
  void theOrderOfQuestionsChangesNoAnswer() {
    List<SizeTree> forwards = trees(open("elf/j2c-bs-all-immediate-sym"), false);
    List<SizeTree> backwards = trees(open("elf/j2c-bs-all-immediate-sym"), true);
    for (int i = 0; i < forwards.size(); i++) {
      SizeTree one = forwards.get(i);
      SizeTree other = backwards.get(backwards.size() - 1 - i);
      assertThat(rows(one)).isEqualTo(rows(other)).isNotEmpty();
    }
  }

  private static List<String> rows(SizeTree tree) {
    return tree.rows().stream().map(row -> row.label() + " " + row.fileSize()).toList();
  }

  private static List<SizeTree> trees(BinaryModel model, boolean isBackwards) {
    int count = Dimensions.all().size();
    return IntStream.range(0, count)
        .map(i -> isBackwards ? count - 1 - i : i)
        .mapToObj(i -> model.by(Dimensions.CATEGORY, Dimensions.all().get(i)))
        .toList();
  }
}
