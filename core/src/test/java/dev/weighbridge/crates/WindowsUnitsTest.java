package dev.weighbridge.crates;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.testing.Fixtures;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Units of what GNU ld links for Windows. What is expected stands in the map of the linker: {@code
 * first.o gauges_of_weight.o kilogramme.o last.o}.
 */
class WindowsUnitsTest {
  @ParameterizedTest
  @CsvSource({
    "halved, first.c",
    "first, first.c",
    "meter_of_weight, gauges_of_weight",
    "_ZN16gauges_of_weight6needle17h57eac0969b3f7dd6E, gauges_of_weight",
    "tare, kilogramme",
    "_ZN10kilogramme6needle17h1a8d5688e57d1b47E, kilogramme",
    "doubled, last.c",
    "last, last.c"
  })
  void symbolsAreOfTheObjectThatTheyStandIn(String symbol, String crate) {
    BinaryModel model =
        BinaryModel.of("units-gnu.exe", Fixtures.bytes("pe/units-gnu.exe"), OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    CrateTable crates = Crates.of(model.attribution(), CratePolicy.INSTANTIATING);
    Owners owners = model.attribution().owners();
    int owner = 0;
    while (!owners.text(owner).equals(symbol)) {
      owner++;
    }
    Assertions.assertThat(crates.label(crates.ofOwner(owner))).isEqualTo(crate);
  }
}
