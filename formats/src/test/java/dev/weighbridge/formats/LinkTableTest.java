package dev.weighbridge.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.LinkTable.Link;
import dev.weighbridge.formats.LinkTable.Trait;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports and exports are those that other tools list, with their libraries and versions. */
class LinkTableTest {
  /** A row of {@code readelf --dyn-syms -W}: binding, section, name with version. */
  private static final Pattern DYNAMIC_SYMBOL =
      Pattern.compile(
          " +\\d+: .* (GLOBAL|WEAK|UNIQUE) +\\w+ +(?:\\[.*] +)?(\\w+) (\\S+)(?: \\(.*)?");

  private static final Pattern NEEDED_FILE = Pattern.compile(".* Version: 1 +File: (\\S+) .*");
  private static final Pattern NEEDED = Pattern.compile(".*Name: (\\S+) +Flags: .*Version: .*");

  private static BinaryImage image(String fixture) {
    return FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture)).images().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64",
        "c-aarch64",
        "c-i686",
        "c-mips",
        "c-s390x",
        "c-powerpc",
        "cpp-x64",
        "libfix.so",
        "libfix-strip.so",
        "c-static-musl",
        "c-relr"
      })
  void agreesWithReadelf(String name) {
    List<String> imports = new ArrayList<>();
    List<String> exports = new ArrayList<>();
    Map<String, String> libraries = new HashMap<>();
    readelf(name, imports, exports, libraries);
    BinaryImage image = image("elf/" + name);
    assertThat(image.imports().stream().map(LinkTableTest::versioned)).isEqualTo(imports);
    assertThat(image.exports().stream().map(LinkTableTest::versioned)).isEqualTo(exports);
    assertThat(image.imports().stream())
        .allSatisfy(
            link ->
                assertThat(link.library()).isEqualTo(libraries.getOrDefault(link.version(), "")));
  }

  private static void readelf(
      String name, List<String> imports, List<String> exports, Map<String, String> libraries) {
    boolean isDynamic = false;
    String file = "";
    for (String line : Fixtures.lines("elf/" + name + ".readelf.txt")) {
      isDynamic = line.startsWith("Symbol table") ? line.contains(".dynsym") : isDynamic;
      Matcher symbol = DYNAMIC_SYMBOL.matcher(line);
      if (isDynamic && symbol.matches()) {
        (symbol.group(2).equals("UND") ? imports : exports).add(symbol.group(3));
      }
      Matcher neededFile = NEEDED_FILE.matcher(line);
      file = neededFile.matches() ? neededFile.group(1) : file;
      Matcher needed = NEEDED.matcher(line);
      if (needed.matches()) {
        libraries.put(needed.group(1), file);
      }
    }
  }

  private static String versioned(Link link) {
    boolean isDefault = link.library().isEmpty() && !link.traits().contains(Trait.HIDDEN);
    // The symbols of the versions themselves are shown without one.
    return link.version().isEmpty() || link.version().equals(link.name())
        ? link.name()
        : link.name() + (isDefault ? "@@" : "@") + link.version();
  }

  static List<String> images() {
    return FixtureFolder.binaries("pe").stream()
        .filter(name -> name.matches(".*(exe|dll|efi)"))
        .toList();
  }

  /** {@code llvm-readobj --coff-imports --coff-exports}. */
  @ParameterizedTest
  @MethodSource("images")
  void agreesWithReadobj(String name) {
    BinaryImage image = image(name);
    assertThat(image.imports().stream().map(LinkTableTest::peImport))
        .containsExactlyElementsOf(
            Truth.of(name).part("imports").stream().map(LinkTableTest::withoutHint).toList());
    assertThat(image.exports().stream().map(LinkTableTest::peExport))
        .containsExactlyElementsOf(
            Truth.of(name).part("exports").stream()
                .filter(line -> !line.contains(" 0x0"))
                .map(line -> line.replaceFirst("^(\\d+) 0x\\S+", "$1 here"))
                .toList());
  }

  private static String peImport(Link link) {
    String kind = link.traits().contains(Trait.DELAYED) ? "DelayImport" : "Import";
    return kind + " " + link.library() + " " + (link.ordinal() < 0 ? link.name() : link.ordinal());
  }

  private static String peExport(Link link) {
    String target = link.target().isEmpty() ? "here" : link.library() + "." + link.target();
    return link.ordinal() + " " + target + " " + link.name();
  }

  private static String withoutHint(String line) {
    return line.replaceFirst("(\\S+ \\S+ \\S+) \\d+$", "$1");
  }

  /** {@code nm -m} and {@code llvm-objdump --exports-trie}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "libfix-arm64.dylib",
        "libfix-x64.dylib",
        "libfix-bundle-x64",
        "libfixlib-arm64.dylib",
        "tiny-arm64-chained",
        "tiny-arm64",
        "tiny-x64"
      })
  void agreesWithNmOfMachO(String name) {
    Pattern undefined =
        Pattern.compile(" +\\(undefined\\) (weak )?external (\\S+) \\(from (\\S+)\\)");
    List<String> imports = new ArrayList<>();
    for (String line : Fixtures.lines("macho/" + name + ".nm.txt")) {
      Matcher matcher = undefined.matcher(line);
      if (matcher.matches()) {
        imports.add(matcher.group(2) + " from " + matcher.group(3));
      }
    }
    List<String> exports =
        Fixtures.lines("macho/" + name + ".exports.txt").stream()
            .filter(line -> line.startsWith("0x"))
            .map(line -> line.replaceFirst("0x\\S+ +(\\S+).*", "$1"))
            .sorted()
            .toList();
    BinaryImage image = image("macho/" + name);
    assertThat(image.imports().stream().map(link -> link.name() + " from " + stem(link.library())))
        .containsExactlyInAnyOrderElementsOf(imports);
    assertThat(image.exports().stream().map(Link::name).sorted(Comparator.naturalOrder()))
        .containsExactlyElementsOf(exports);
  }

  /** {@code /usr/lib/libSystem.B.dylib} is {@code libSystem} for nm. */
  private static String stem(String library) {
    return library.replaceFirst(".*/", "").replaceFirst("\\..*", "");
  }

  /** Names that a symbol table was stripped of are found in the trie and the fixups. */
  @Test
  void findsThemWithoutSymbols() {
    BinaryImage image = image("macho/j2c-x64-all-strip");
    assertThat(image.exports().stream().map(Link::name)).contains("__mh_execute_header");
    assertThat(image.imports().stream().map(link -> stem(link.library())))
        .isNotEmpty()
        .containsOnly("libSystem");
  }

  @Test
  void relocatableFilesLinkByTheirSymbols() {
    BinaryImage image = image("elf/util.o");
    assertThat(image.exports().count()).isPositive();
    assertThat(image.exports().stream())
        .allSatisfy(link -> assertThat(link.library() + link.version() + link.target()).isEmpty());
  }
}
