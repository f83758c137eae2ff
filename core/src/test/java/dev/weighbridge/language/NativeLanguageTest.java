package dev.weighbridge.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.XZInputStream;

/** Code without Rust is called by its language where the file has one alone. */
class NativeLanguageTest {
  private static Set<String> crates(String fixture) throws IOException {
    Bytes bytes = Fixtures.bytes(fixture);
    if (fixture.endsWith(".xz")) {
      byte[] packed = Fixtures.array(fixture);
      try (XZInputStream stream = new XZInputStream(new ByteArrayInputStream(packed))) {
        bytes = Bytes.of(stream.readAllBytes());
      }
    }
    Attribution attribution = BinaryModel.of(fixture, bytes, OpenOptions.DEFAULT).attribution();
    CrateTable crates = Crates.of(attribution, CratePolicy.RESPONSIBLE);
    Set<String> labels = new TreeSet<>();
    for (int row = 0; row < crates.count(); row++) {
      labels.add(crates.label(row));
    }
    return labels;
  }

  @ParameterizedTest
  @CsvSource({
    "origin/ada.xz, [Ada]",
    "origin/fortran.xz, [Fortran]",
    "origin/dldc.xz, [D]",
    "origin/assemblyscript.wasm.xz, [AssemblyScript]",
    "elf/c-x64, [C/C++]",
    "elf/cpp-x64, [C/C++]"
  })
  void codeWithoutRustIsCalledByItsLanguage(String fixture, String label) throws IOException {
    Set<String> labels = crates(fixture);
    assertThat(labels).contains(label);
    if (!label.equals("[C/C++]")) {
      assertThat(labels).doesNotContain("[C/C++]");
    }
  }
}
