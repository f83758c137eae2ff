package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.testing.ZeroBytes;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is compared with whatever, the changes add up. */
@Execution(ExecutionMode.CONCURRENT)
class DiffLawsTest {
  /** All pairs of dimensions, of some hundred pairs of files, take minutes. */
  private static final int PART = 12;

  /** Each fixture with the next one, so that nearly nothing matches, across formats too. */
  static Stream<Arguments> pairs() {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("elf", "macho", "pe", "wasm")) {
      names.addAll(FixtureFolder.binaries(folder));
    }
    names.removeIf(name -> name.endsWith(".pdb"));
    return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
        .map(i -> Arguments.of(names.get(i), names.get((i + 1) % names.size())));
  }

  private static BinaryModel open(String name, Pricing pricing) {
    return BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT.withPricing(pricing));
  }

  /** A twelfth of the dimensions, others for other files and pricings. */
  private static List<Dimension> some(String seed) {
    List<Dimension> all = Dimensions.all();
    int turn = Math.floorMod(seed.hashCode(), PART);
    return IntStream.range(0, all.size()).filter(i -> i % PART == turn).mapToObj(all::get).toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void changesSumToTheRowAbove(String before, String after) {
    for (Pricing pricing : Pricing.values()) {
      BinaryModel old = open(before, pricing);
      BinaryModel now = open(after, pricing);
      for (Dimension first : some(before + pricing)) {
        SizeDiff diff = now.since(old, first, Dimensions.SYMBOL);
        assertThat(diff.before().fileSize()).isEqualTo(old.fileSize());
        assertThat(diff.after().memorySize()).isEqualTo(now.memorySize());
        addUp(diff.rows(), diff.before(), diff.after());
        areFoldedWithoutLoss(diff);
        List<Dimension> levels = List.of(first, Dimensions.SYMBOL);
        SizeDiff other = now.since(old, levels, List.of(Measures.MEMORY, ZeroBytes.ZERO));
        addUp(other.rows(), other.before(), other.after());
        assertThat(pairs(other.rows())).isEqualTo(pairs(diff.rows()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nothingChangesFromAFileToItself(String fixture) {
    BinaryModel model = open(fixture, Pricing.FULL);
    BinaryModel twin = open(fixture, Pricing.FULL);
    for (Dimension dimension : Dimensions.all()) {
      SizeDiff diff = model.since(twin, dimension);
      assertThat(diff.cause()).isEqualTo("no change in size");
      for (DiffRow row : diff.rows()) {
        assertThat(row.status()).as(row.label()).isEqualTo(DiffStatus.SAME);
        assertThat(row.formerLabel()).as(row.label()).isEmpty();
      }
    }
  }

  /** What became what does not depend on what was measured of it. */
  private static List<String> pairs(List<DiffRow> rows) {
    List<String> pairs = new ArrayList<>();
    for (DiffRow row : rows) {
      pairs.add(row.label() + " was " + row.formerLabel().orElse("the same"));
    }
    pairs.sort(null);
    return pairs;
  }

  private static void addUp(List<DiffRow> rows, Weight before, Weight after) {
    Weight oldSum = Weight.NONE;
    Weight newSum = Weight.NONE;
    long last = Long.MAX_VALUE;
    for (DiffRow row : rows) {
      oldSum = oldSum.plus(row.before());
      newSum = newSum.plus(row.after());
      long change = Math.abs(row.delta().value(row.measures().get(0)));
      assertThat(change).as("order at %s", row.label()).isLessThanOrEqualTo(last);
      last = change;
      if (!row.rows().isEmpty()) {
        addUp(row.rows(), row.before(), row.after());
      }
    }
    for (Measure measure : List.of(Measures.FILE, Measures.MEMORY, rows.get(0).measures().get(1))) {
      assertThat(oldSum.value(measure)).as(measure.name()).isEqualTo(before.value(measure));
      assertThat(newSum.value(measure)).as(measure.name()).isEqualTo(after.value(measure));
    }
    assertThat(newSum.minus(oldSum).padding()).isEqualTo(after.padding() - before.padding());
  }

  private static void areFoldedWithoutLoss(SizeDiff diff) {
    for (RowOrder order : List.of(RowOrder.FILE_SIZE, RowOrder.MEMORY_SIZE, RowOrder.LABEL)) {
      RowSelection rows = new RowSelection(3, Optional.empty(), order);
      for (boolean isFolded : new boolean[] {true, false}) {
        long change = 0;
        for (DiffRow row : new DiffSelection(rows, isFolded).of(diff)) {
          change += row.delta().fileSize();
        }
        assertThat(change).isEqualTo(diff.delta().fileSize());
      }
    }
    Optional<Pattern> pattern = Optional.of(Pattern.compile("e"));
    DiffSelection some = new DiffSelection(new RowSelection(0, pattern, RowOrder.LABEL), false);
    for (DiffRow row : some.of(diff)) {
      long below = some.below(row).stream().mapToLong(child -> child.delta().fileSize()).sum();
      assertThat(below).as(row.label()).isEqualTo(row.delta().fileSize());
    }
  }
}
