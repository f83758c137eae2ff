package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.operators.OperatorCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies decode to the operators of the text format and end where the file says. */
class WatTest {
  /** An import, or one of a compact group. */
  private static final Pattern IMPORT = Pattern.compile("\\((?:import \"env\"|item) \"([^\"]*)\"");

  static Stream<String> printed() {
    return Stream.of(
            "c-pic",
            "c-simd-eh",
            "c-wasm32-relocs",
            "c-wasm32-strip",
            "c-wasm64",
            "features",
            "features-strip",
            "legacy-eh",
            "mvp",
            "mvp-names",
            "tiny-196")
        .map(name -> "wasm/" + name + ".wasm");
  }

  static Stream<String> modules() {
    return ObjdumpTest.modules();
  }

  @ParameterizedTest
  @MethodSource("printed")
  void readsTheOperatorsThatAreThere(String fixture) {
    List<String> expected = new ArrayList<>();
    for (String line : Fixtures.lines(fixture + ".wat.txt")) {
      String first = line.strip().split("[ )]", 2)[0];
      if (line.startsWith("    ") && first.matches("[a-z].*")) {
        expected.add(first);
      }
    }
    WasmModule module = WasmModule.of(Fixtures.bytes(fixture));
    List<String> found = new ArrayList<>();
    for (int row = 0; row < module.functions().count(); row++) {
      OperatorCursor code = module.code(row);
      while (code.next()) {
        if (!code.isAtEnd()) {
          found.add(code.operator().mnemonic());
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  /** All imports of these are of the module {@code env}, which names of symbols leave out. */
  @ParameterizedTest
  @MethodSource("printed")
  void everyImportIsASymbol(String fixture) {
    List<String> expected = new ArrayList<>();
    Matcher item = IMPORT.matcher(String.join("\n", Fixtures.lines(fixture + ".wat.txt")));
    while (item.find()) {
      expected.add(item.group(1));
    }
    assertThat(LinkedSymbolsTest.names(fixture, SymbolSource.IMPORTS))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void endsEveryBodyWhereTheFileSays(String fixture) {
    WasmModule module = WasmModule.of(Fixtures.bytes(fixture));
    for (int row = 0; row < module.functions().count(); row++) {
      OperatorCursor code = module.code(row);
      while (code.next()) {
        assertThat(code.end()).isGreaterThan(code.start());
      }
      assertThat(code.end()).isEqualTo(module.functions().bodyEnd(row));
    }
  }

  @Test
  void hasFixtures() {
    assertThat(FixtureFolder.binaries("wasm")).hasSizeGreaterThan(15);
  }
}
