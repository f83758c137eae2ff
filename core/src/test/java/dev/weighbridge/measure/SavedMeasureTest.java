package dev.weighbridge.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.testing.ZeroBytes;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A measure that looks at the bytes says the same of a model that has none. */
class SavedMeasureTest {
  private static final List<Measure> ZERO = List.of(ZeroBytes.ZERO);

  @TempDir private Path folder;

  static Stream<String> fixtures() {
    return Stream.of("elf", "wasm").flatMap(name -> FixtureFolder.binaries(name).stream());
  }

  private static byte[] save(BinaryModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.save(out, ZERO);
    return out.toByteArray();
  }

  private static List<String> rows(BinaryModel model, Dimension dimension) {
    SizeTree tree = model.by(List.of(dimension), ZERO);
    List<String> rows = new ArrayList<>();
    for (SizeRow row : tree.rows()) {
      rows.add(row.label() + " " + row.value(ZeroBytes.ZERO) + " " + row.fileSize());
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyDimensionHasTheSameOfASavedModel(String fixture) throws IOException {
    BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    byte[] saved = save(model);
    BinaryModel loaded = BinaryModel.open(Files.write(folder.resolve("saved"), saved));
    assertThat(loaded.file().hasBytes()).isFalse();
    for (Dimension dimension : Dimensions.ofModels()) {
      assertThat(rows(loaded, dimension)).isEqualTo(rows(model, dimension));
    }
    assertThat(save(loaded)).as("saved again").isEqualTo(saved);
    partsAddUp(loaded.query());
  }

  /** Wherever a span is cut, its parts have what it has. */
  private static void partsAddUp(Query query) {
    Attribution whole = query.attribution();
    long[] places = new Random(7).longs(200, 0, whole.partition().fileSize()).sorted().toArray();
    Query cut = query.withAttribution(whole.cutAt(places));
    MeasureValues ofWhole = Measures.values(ZeroBytes.ZERO, query);
    MeasureValues ofParts = Measures.values(ZeroBytes.ZERO, cut);
    Partition parts = cut.attribution().partition();
    long[] sums = new long[whole.partition().spanCount()];
    for (int span = 0; span < parts.spanCount(); span++) {
      assertThat(ofParts.of(span)).isNotNegative();
      sums[parts.whole(span)] += ofParts.of(span);
    }
    for (int span = 0; span < sums.length; span++) {
      assertThat(sums[span]).isEqualTo(ofWhole.of(span));
    }
    assertThat(LongStream.of(sums).sum()).isEqualTo(ofParts.total());
  }

  @Test
  void whatIsNoRisingFunctionIsNotTaken() {
    long[] places = {0, 4, 9};
    assertThat(MeasureCurve.of(new long[][] {places, {0, 4, 4}}).isPresent()).isTrue();
    assertThat(MeasureCurve.of(new long[][] {places, {0, 4, 3}}).isPresent()).isFalse();
    assertThat(MeasureCurve.of(new long[][] {places, {1, 4, 5}}).isPresent()).isFalse();
    assertThat(MeasureCurve.of(new long[][] {places, {0, 4}}).isPresent()).isFalse();
    assertThat(MeasureCurve.of(new long[][] {{0, 4, 4}, {0, 4, 5}}).isPresent()).isFalse();
    assertThat(MeasureCurve.of(new long[][] {{}, {}}).isPresent()).isFalse();
    assertThat(MeasureCurve.of(new long[][] {places}).isPresent()).isFalse();
  }
}
