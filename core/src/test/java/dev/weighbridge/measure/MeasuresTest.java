package dev.weighbridge.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.query.UnknownWordException;
import dev.weighbridge.shipped.Shipping;
import dev.weighbridge.testing.ZeroBytes;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {
  private static final Pattern DEBUG_SECTION =
      Pattern.compile("\\.debug_\\w+ +PROGBITS +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+) ");

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm", "ar")
        .flatMap(folder -> FixtureFolder.binaries(folder).stream())
        .filter(name -> !name.endsWith(".pdb"));
  }

  private static BinaryModel open(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static List<Measure> measures() {
    List<Measure> measures = new ArrayList<>(Measures.all());
    measures.add(ZeroBytes.ZERO);
    return measures;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void cutsChangeNoValue(String fixture) {
    Query query = open(fixture).query().withShipping(Shipping.compressed("gzip:1"));
    Attribution whole = query.attribution();
    long seed = fixture.hashCode();
    long[] places = new Random(seed).longs(500, 0, whole.partition().fileSize()).sorted().toArray();
    Query cut = query.withAttribution(whole.cutAt(places));
    Partition parts = cut.attribution().partition();
    assertThat(parts.spanCount()).isGreaterThan(whole.partition().spanCount());
    for (Measure measure : measures()) {
      MeasureValues values = measure.values(query);
      MeasureValues ofParts = measure.values(cut);
      long[] sums = new long[whole.partition().spanCount()];
      for (int span = 0; span < parts.spanCount(); span++) {
        sums[parts.whole(span)] += ofParts.of(span);
      }
      long total = 0;
      for (int span = 0; span < sums.length; span++) {
        assertThat(sums[span]).as("%s of span %d", measure.name(), span).isEqualTo(values.of(span));
        total += sums[span];
      }
      assertThat(total + values.outside()).as(measure.name()).isEqualTo(values.total());
      assertThat(ofParts.total()).isEqualTo(values.total());
      assertThat(ofParts.outside()).isEqualTo(values.outside());
      chunksHaveTheSums(ofParts, parts.spanCount());
    }
  }

  private static void chunksHaveTheSums(MeasureValues values, int spans) {
    long[] expected = new long[3];
    int[] slots = new int[spans];
    int[] all = new int[spans];
    for (int span = 0; span < spans; span++) {
      slots[span] = span % 3;
      all[span] = span;
      expected[span % 3] += values.of(span);
    }
    long[] followed = new long[3];
    long[] listed = new long[3];
    values.addTo(0, spans, slots, followed);
    values.addTo(all, 0, spans, slots, listed);
    assertThat(followed).isEqualTo(expected);
    assertThat(listed).isEqualTo(expected);
  }

  /** What readelf lists of a fixture's {@code .debug_} sections. */
  private static long debugSections(String fixture) {
    long sum = 0;
    for (String line : Fixtures.lines(fixture + ".readelf.txt")) {
      Matcher row = DEBUG_SECTION.matcher(line);
      sum += row.find() ? Long.parseLong(row.group(1), 16) : 0;
    }
    return sum;
  }

  @Test
  void debugBytesAreThoseOfTheSectionsThatReadelfLists() {
    BinaryModel model = open("elf/c-x64-g-dwarf5");
    SizeTree tree = model.by(List.of(Dimensions.SECTION), List.of(Measures.DEBUG));
    long expected = debugSections("elf/c-x64-g-dwarf5");
    assertThat(tree.value(Measures.DEBUG)).isEqualTo(expected).isGreaterThan(4_000);
    // What is about code counts there; names that several units share stay where they are.
    assertThat(tree.rows().get(0).label()).isEqualTo(".text");
  }

  @Test
  void aMeasureOfYourOwnIsAColumnLikeAnyOther() {
    BinaryModel model = open("elf/c-x64");
    SizeTree tree =
        model.by(List.of(Dimensions.SECTION, Dimensions.SYMBOL), List.of(ZeroBytes.ZERO));
    long zeros = ZeroBytes.count(model.file().bytes(), 0, model.fileSize());
    assertThat(tree.value(ZeroBytes.ZERO)).isEqualTo(zeros).isPositive();
    assertThat(tree.fileSize()).isEqualTo(model.fileSize());
    long last = Long.MAX_VALUE;
    for (SizeRow row : tree.rows()) {
      assertThat(row.value(ZeroBytes.ZERO)).isBetween(0L, Math.min(last, row.fileSize()));
      last = row.value(ZeroBytes.ZERO);
      long below = row.rows().stream().mapToLong(child -> child.value(ZeroBytes.ZERO)).sum();
      assertThat(below).as(row.label()).isEqualTo(row.value(ZeroBytes.ZERO));
      long kinds = 0;
      for (int kind = 0; kind < Kind.count(); kind++) {
        kinds += row.value(ZeroBytes.ZERO, Kind.of(kind));
      }
      assertThat(kinds).as(row.label()).isEqualTo(row.value(ZeroBytes.ZERO));
    }
  }

  @Test
  void eachMeasureHasAWord() {
    assertThat(Measures.parse(String.join(",", Measures.names()))).isEqualTo(Measures.all());
    assertThat(Measures.parse("memory")).containsExactly(Measures.MEMORY);
    assertThat(Measures.usual()).containsExactly(Measures.FILE, Measures.MEMORY);
  }

  @Test
  void aWordThatNamesNothingSaysWhatItMayBe() {
    refuses(
        "debgu",
        "expected some of file, memory, debug, shipped, region:NAME, found 'debgu'; did you mean"
            + " debug?");
    refuses("", "expected some of file, memory, debug, shipped, region:NAME, found ''");
    refuses("file,memory,file", "expected each measure once, found 'file,memory,file'");
  }

  private static void refuses(String words, String message) {
    assertThatThrownBy(() -> Measures.parse(words))
        .isInstanceOf(UnknownWordException.class)
        .hasMessage(message);
  }
}
