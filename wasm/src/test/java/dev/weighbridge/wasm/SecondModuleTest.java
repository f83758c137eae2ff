package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Two modules in one file. */
class SecondModuleTest {
  // A preamble and a custom section "a". Core specification, 5.5.2 and 5.5.3.
  private static final String MODULE = "0061736d01000000" + "00020161";

  @Test
  void isOneDiagnosticAndOneStructure() {
    Bytes bytes = Bytes.of(HexFormat.of().parseHex(MODULE + MODULE));
    BinaryFile file = FormatRegistry.installed().read("two.wasm", bytes);
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.sentence())
                    .contains("0xC", "expected a section", "found a second module"));
    BinaryImage image = file.images().get(0);
    assertThat(image.sections().count()).isEqualTo(1);
    assertThat(image.structures().stream())
        .anySatisfy(
            row -> {
              assertThat(row.label()).isEqualTo("second module");
              assertThat(row.fileStart()).isEqualTo(12);
              assertThat(row.fileEnd()).isEqualTo(24);
              assertThat(row.kind()).isEqualTo(Kind.OTHER);
            });
  }
}
