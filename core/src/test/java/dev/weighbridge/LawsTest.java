package dev.weighbridge;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.testing.ZeroBytes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture obeys the laws by every dimension, and every pair of them holds on many. */
@Execution(ExecutionMode.CONCURRENT)
class LawsTest {
  /** Pairs grow with the square of the dimensions, and there are some hundred fixtures. */
  private static final int PART = 12;

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm", "ar", "described")
        .flatMap(folder -> FixtureFolder.binaries(folder).stream())
        .filter(name -> !name.endsWith(".pdb"));
  }

  /** A twelfth of the dimensions, others for each fixture and first dimension. */
  private static List<Dimension> seconds(String fixture, Dimension first) {
    int turn = Math.floorMod(fixture.hashCode() + first.name().hashCode(), PART);
    List<Dimension> all = Dimensions.all();
    return IntStream.range(0, all.size()).filter(i -> i % PART == turn).mapToObj(all::get).toList();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyLevelAddsUp(String fixture) {
    for (Pricing pricing : Pricing.values()) {
      OpenOptions options = OpenOptions.DEFAULT.withPricing(pricing);
      BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), options);
      assertThat(model).coversFileExactly();
      for (Dimension first : Dimensions.all()) {
        assertThat(model).addsUpBy(first);
        for (Dimension second : seconds(fixture, first)) {
          assertThat(model).addsUpBy(first, second);
        }
        assertThat(model).addsUpBy(List.of(ZeroBytes.ZERO, Measures.MEMORY), first);
      }
    }
  }
}
