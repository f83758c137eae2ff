package dev.weighbridge.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of Wasm are compared by what they do, not by the indices of what they use. */
class WasmBodiesTest {
  private static final Path FILE = Path.of("src/test/resources/fixtures/graph/equal.wasm");

  private static List<String> groups(Attribution attribution, EqualBodies equal) {
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < equal.count(); row++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < equal.copyCount(row); i++) {
        names.add(attribution.owners().readableText(equal.owner(row, i)));
      }
      groups.add(String.join(" ", names));
    }
    return groups;
  }

  /** What Binaryen folds, and a ring besides; see where the file comes from. */
  @Test
  void indicesOfEqualThingsMayDiffer() throws IOException {
    Attribution attribution = BinaryModel.open(FILE).attribution();
    Duplicates duplicates = Duplicates.of(attribution);
    assertThat(groups(attribution, duplicates.identicalFunctions()))
        .containsExactlyInAnyOrder(
            "leaf_a leaf_b", "caller_a caller_b", "through_a through_b", "ring_a ring_b");
    assertThat(duplicates.isMaskingSupported()).isTrue();
    assertThat(groups(attribution, duplicates.maskedFunctions()))
        .containsExactlyInAnyOrder(
            "leaf_a leaf_b",
            "caller_a caller_b caller_c caller_d",
            "through_a through_b",
            "ring_a ring_b");
  }

  /**
   * How many functions {@code wasm-opt --optimize-level=3 --shrink-level=2
   * --duplicate-function-elimination} of Binaryen 123 takes out.
   */
  @ParameterizedTest
  @CsvSource({"j2c-196, 20", "generic-196-v0, 25", "fixlib, 3", "j2c-196-Oz-stripped, 0"})
  void asManyAreFoldedAsByBinaryen(String module, int folded) {
    BinaryModel model =
        BinaryModel.of(module, Fixtures.bytes("wasm/" + module + ".wasm"), OpenOptions.DEFAULT);
    EqualBodies equal = Duplicates.of(model.attribution()).identicalFunctions();
    int copies = 0;
    for (int row = 0; row < equal.count(); row++) {
      copies += equal.copyCount(row) - 1;
    }
    assertThat(copies).isEqualTo(folded);
  }

  /** Two modules of a component cannot share a function. */
  @Test
  void modulesOfAComponentAreApart() {
    BinaryModel model =
        BinaryModel.of("c", Fixtures.bytes("wasm/j2c-component.wasm"), OpenOptions.DEFAULT);
    EqualBodies equal = Duplicates.of(model.attribution()).identicalFunctions();
    for (int row = 0; row < equal.count(); row++) {
      assertThat(equal.fileSize(row)).isGreaterThan(equal.saving(row));
    }
    assertThat(equal.saving()).isPositive();
  }
}
