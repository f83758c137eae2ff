package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may come only once: a module in a file, sections of names in a module. */
class SecondModuleTest {
  // A preamble and a custom section "a". Core specification, 5.5.2 and 5.5.3.
  private static final String MODULE = "0061736d01000000" + "00020161";

  /** Core specification, appendix "Name Section": once, and only after the data section. */
  @Test
  void aNameSectionComesOnceAndLast() {
    String names = "0005046e616d65"; // a custom section "name" without names
    String functions = "030100"; // a function section of none
    assertThat(diagnostics(functions + names)).isEmpty();
    assertThat(diagnostics(functions + names + names))
        .containsExactly("wasm.name at 0x12: expected one section of this name, found another");
    assertThat(diagnostics(names + functions))
        .containsExactly(
            "wasm.name at 0x8: expected names behind the data section,"
                + " found sections of the module after it");
  }

  private static List<String> diagnostics(String sections) {
    Bytes bytes = Bytes.of(HexFormat.of().parseHex("0061736d01000000" + sections));
    return FormatRegistry.installed().read("odd.wasm", bytes).diagnostics().stream()
        .map(Diagnostic::sentence)
        .toList();
  }

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
