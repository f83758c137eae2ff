package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.names.NameKind;
import dev.weighbridge.wasm.names.NameMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parser says of real modules is what {@code wasm-objdump} prints. */
class ObjdumpTest {
  private static final Map<String, String> SECTIONS =
      Map.of("Elem", "element", "DataCount", "data count", "Custom", "custom");

  static Stream<String> modules() {
    return FixtureFolder.binaries("wasm").stream()
        .filter(
            name -> ObjdumpTest.class.getResource("/fixtures/" + name + ".headers.txt") != null);
  }

  private static WasmModule module(String fixture) {
    return WasmModule.of(Fixtures.bytes(fixture));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnSections(String fixture) {
    List<String> expected = new ArrayList<>();
    for (String line : Fixtures.lines(fixture + ".headers.txt")) {
      if (line.contains(" start=0x")) {
        String id = line.strip().split(" ", 2)[0];
        String name = SECTIONS.getOrDefault(id, id.toLowerCase(Locale.ROOT));
        expected.add(name + line.substring(line.indexOf(" start="), line.indexOf(')') + 1));
      }
    }
    List<String> found = new ArrayList<>();
    for (WasmSection section : module(fixture).sections()) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s start=0x%08x end=0x%08x (size=0x%08x)",
              WasmConstants.sectionName(section.id()),
              section.contentStart(),
              section.fileEnd(),
              section.contentSize()));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(module(fixture).diagnostics()).isEmpty();
  }

  /**
   * As facts: every import with its module, every export by its own name. The kept output leaves
   * functions out of the imports of a few modules, but counts them. What a linker still has to bind
   * are symbols, of which the output says nothing.
   */
  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnLinks(String fixture) {
    List<String> imports = new ArrayList<>();
    List<String> exports = new ArrayList<>();
    String part = "";
    int count = 0;
    for (String line : Fixtures.lines(fixture + ".details.txt")) {
      part = line.startsWith(" ") ? part : line.replaceAll("\\W.*", "");
      if (line.startsWith("Import[")) {
        count = Integer.parseInt(line.replaceAll("\\D", ""));
      } else if (part.equals("Import") && line.contains(" <- ")) {
        imports.add(line.substring(line.indexOf(" <- ") + 4));
      } else if (part.equals("Export") && line.contains(" -> ")) {
        exports.add(line.replaceAll(".* -> \"|\"$", ""));
      }
    }
    BinaryImage image =
        FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture)).images().get(0);
    if (isFullyPrinted(fixture) && !image.isRelocatable()) {
      List<String> found =
          image.imports().stream().map(link -> link.library() + "." + link.name()).toList();
      assertThat(found).hasSize(count);
      assertThat(imports).isSubsetOf(found);
      assertThat(image.exports().stream().map(LinkTable.Link::name)).isEqualTo(exports);
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnFunctionSizes(String fixture) {
    List<String> expected =
        Fixtures.lines(fixture + ".code.txt").stream()
            .filter(line -> line.contains(" size="))
            .map(line -> line.strip().split(" <", 2)[0])
            .toList();
    List<String> found =
        module(fixture).functions().stream()
            .map(f -> "- func[" + f.index() + "] size=" + (f.bodyEnd() - f.codeStart()))
            .toList();
    if (isFullyPrinted(fixture)) {
      assertThat(found).isEqualTo(expected);
    }
  }

  /** This version of wasm-objdump stops at the operators of garbage collection. */
  private static boolean isFullyPrinted(String fixture) {
    return !fixture.contains("features");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnNames(String fixture) {
    WasmModule module = module(fixture);
    NameMap names = module.names().of(NameKind.FUNCTION);
    List<String> found = new ArrayList<>();
    for (int row = 0; row < names.count(); row++) {
      found.add(" - func[" + names.index(row) + "] <" + names.name(row) + ">");
    }
    List<String> expected = lines(fixture, " - func\\[\\d+] <.*>").toList();
    assertThat(found).isEqualTo(module.customSection("name").isPresent() ? expected : found);
    assertThat(module.names().diagnostics()).isEmpty();
    assertThat(module.custom().diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnExports(String fixture) {
    List<String> expected =
        lines(fixture, " - (func|memory|global|table|tag)\\[\\d+].* -> \".*\"")
            .map(line -> line.replaceFirst(" <.*> ->", " ->"))
            .toList();
    List<String> found =
        module(fixture).exports().stream()
            .map(e -> " - " + kind(e.kind()) + "[" + e.itemIndex() + "] -> \"" + e.name() + "\"")
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnTheSymbolsOfExports(String fixture) {
    List<String> expected =
        lines(fixture, " - (func|memory|global|table|tag)\\[\\d+].* -> \".*\"")
            .map(line -> line.replaceFirst(".* -> \"(.*)\"", "$1"))
            .toList();
    assertThat(LinkedSymbolsTest.names(fixture, SymbolSource.EXPORTS))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnFunctionTypes(String fixture) {
    WasmModule module = module(fixture);
    List<String> expected = lines(fixture, " - type\\[\\d+] \\(.*\\) -> .*").toList();
    List<String> found =
        module.types().stream()
            .filter(type -> type.form() == WasmType.Form.FUNCTION)
            .map(type -> " - type[" + type.index() + "] " + type.text())
            .toList();
    if (isFullyPrinted(fixture)) {
      assertThat(found).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void agreesOnDataSegments(String fixture) {
    List<String> expected =
        lines(fixture, " - segment\\[\\d+].* size=\\d+.*")
            .map(line -> line.replaceFirst(" <.*?>", "").replaceFirst(" - init .*", ""))
            .toList();
    List<String> found =
        module(fixture).data().stream()
            .map(
                d ->
                    (" - segment[" + d.index() + "]")
                        + (d.memory() < 0 ? " passive" : " memory=" + d.memory())
                        + " size="
                        + d.contentSize())
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  private static Stream<String> lines(String fixture, String pattern) {
    return Stream.of(".code.txt", ".details.txt")
        .flatMap(suffix -> Fixtures.lines(fixture + suffix).stream())
        .filter(line -> line.matches(pattern));
  }

  private static String kind(ItemKind kind) {
    return kind == ItemKind.FUNCTION ? "func" : kind.name().toLowerCase(Locale.ROOT);
  }
}
