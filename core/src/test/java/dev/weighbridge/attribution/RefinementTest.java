package dev.weighbridge.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementTest {
  private static final int BY_MAP = Evidence.pair(Evidence.MAP, Evidence.MAP);

  /**
   * Gives to the first function what only its section tells of the first half of code and data, as
   * if a map did.
   */
  private record HalfMapped() implements Refinement {
    @Override
    public Evidence evidence() {
      return Evidence.MAP;
    }

    @Override
    public String name() {
      return "half mapped";
    }

    @Override
    public Attribution derive(Attribution attribution, Work work) {
      Partition before = attribution.partition();
      Partition.Builder spans = before.refine(before.spanCount());
      for (int span = 0; span < before.spanCount(); span++) {
        long middle = before.start(span) + (before.end(span) - before.start(span)) / 2;
        if (before.names(span) == Evidence.SECTION && middle > before.start(span)) {
          add(spans, before, span, middle, BY_MAP, 0);
        }
        add(spans, before, span, before.end(span), before.evidencePair(span), before.owner(span));
      }
      return attribution.refined(spans.build());
    }
  }

  private static void add(
      Partition.Builder spans, Partition before, int span, long end, int evidence, int owner) {
    spans.cut();
    int subject = before.subject(span);
    spans.add(end, before.kind(span), evidence, before.location(span), owner, subject);
  }

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf/j2c-bs-all-immediate-sym", "pe/c-mingw-x64-strip.exe"})
  void keepsSectionsKindsAndTotals(String fixture) {
    Attribution whole = open(fixture).attribution();
    Attribution refined = whole.get(new HalfMapped());
    assertThat(whole.get(new HalfMapped())).isSameAs(refined);
    assertThat(refined.partition().spanCount()).isGreaterThan(whole.partition().spanCount());
    assertThat(refined.partition().memorySize()).isEqualTo(whole.partition().memorySize());
    assertThat(sums(refined)).isEqualTo(sums(whole));
    assertThat(ownersByMap(refined)).isNotEmpty().containsOnly(0);
  }

  private static List<Integer> ownersByMap(Attribution attribution) {
    List<Integer> owners = new ArrayList<>();
    for (int span = 0; span < attribution.partition().spanCount(); span++) {
      if (attribution.partition().names(span) == Evidence.MAP) {
        owners.add(attribution.partition().owner(span));
      }
    }
    return owners;
  }

  /** Bytes by section and kind. */
  private static List<List<Long>> sums(Attribution attribution) {
    Partition partition = attribution.partition();
    long[][] sums = new long[attribution.sections().size() + 1][Kind.count()];
    for (int span = 0; span < partition.spanCount(); span++) {
      sums[partition.section(span) + 1][partition.kindOrdinal(span)] += partition.fileSize(span);
    }
    List<List<Long>> all = new ArrayList<>();
    for (long[] ofSection : sums) {
      all.add(Arrays.stream(ofSection).boxed().toList());
    }
    return all;
  }

  @Test
  void theOrderOfQuestionsChangesNoAnswer() {
    Attribution first = open("elf/j2c-bs-all-immediate-sym").attribution();
    Attribution second = open("elf/j2c-bs-all-immediate-sym").attribution();
    CrateTable before = Crates.of(first, CratePolicy.DEFINING);
    CrateTable refinedAfter = Crates.of(first.get(new HalfMapped()), CratePolicy.DEFINING);
    CrateTable refinedBefore = Crates.of(second.get(new HalfMapped()), CratePolicy.DEFINING);
    CrateTable after = Crates.of(second, CratePolicy.DEFINING);
    assertThat(text(after, second)).isEqualTo(text(before, first));
    assertThat(text(refinedAfter, first.get(new HalfMapped())))
        .isEqualTo(text(refinedBefore, second.get(new HalfMapped())))
        .isNotEqualTo(text(before, first));
    assertThat(Crates.of(first, CratePolicy.DEFINING)).isSameAs(before);
  }

  private static List<String> text(CrateTable crates, Attribution attribution) {
    List<String> text = new ArrayList<>();
    for (int span = 0; span < attribution.partition().spanCount(); span++) {
      int row = crates.ofSpan(span, Pricing.FULL);
      text.add(attribution.partition().start(span) + (row < 0 ? "" : crates.label(row)));
    }
    return text;
  }

  @Test
  void whatTakesSomethingBackIsRefused() {
    Attribution whole = open("elf/c-x64").attribution();
    Partition before = whole.partition();
    int symbol = 0;
    while (before.names(symbol) != Evidence.SYMBOL) {
      symbol++;
    }
    refused(whole, symbol, Kind.OTHER, BY_MAP, before.owner(symbol), "is of another kind");
    int other = before.owner(symbol) + 1;
    int pair = before.evidencePair(symbol);
    String noBetter = "has an owner that is proven no better";
    refused(whole, symbol, before.kind(symbol), BY_MAP, before.owner(symbol), noBetter);
    refused(whole, symbol, before.kind(symbol), pair, other, noBetter);
    Partition.Builder joined = before.refine(0);
    joined.add(before.fileSize(), before.kind(0), 0, before.location(0), before.owner(0), -1);
    assertThatThrownBy(() -> whole.refined(joined.build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("refined span 0 reaches over a border");
  }

  private static void refused(
      Attribution whole, int changed, Kind kind, int pair, int owner, String why) {
    Partition before = whole.partition();
    Partition.Builder spans = before.refine(0);
    for (int span = 0; span < before.spanCount(); span++) {
      boolean isIt = span == changed;
      spans.cut();
      spans.add(
          before.end(span),
          isIt ? kind : before.kind(span),
          isIt ? pair : before.evidencePair(span),
          before.location(span),
          isIt ? owner : before.owner(span),
          before.subject(span));
    }
    assertThatThrownBy(() -> whole.refined(spans.build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("refined span " + changed + " " + why);
  }
}
