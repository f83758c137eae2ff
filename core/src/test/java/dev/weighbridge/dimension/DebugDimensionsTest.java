package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What units make of debug information, against what other tools say of real files. */
class DebugDimensionsTest extends DebugPrograms {
  /** What the units of a fixture are called, by their numbers. */
  private static Map<String, String> unitNames(Truth truth) {
    Map<String, String> names = new HashMap<>();
    for (String line : truth.part("units")) {
      String[] columns = line.split("\\|", -1);
      String name = columns[7].replaceFirst(".*/registry/src/[^/]*/", "");
      String other = columns[6].contains("type") ? "[type units]" : "[partial units]";
      names.put(columns[0], name.isEmpty() ? other : name);
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void unitsHaveTheCodeThatOthersSay(String name) {
    Truth truth = truth(name);
    Map<String, String> names = unitNames(truth);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : truth.part("code")) {
      String[] columns = line.split(" ", -1);
      expected.merge(names.get(columns[0]), Long.valueOf(columns[1]), Long::sum);
    }
    assertThat(code(model(name), Dimensions.UNIT)).isEqualTo(expected).isNotEmpty();
  }

  /** Names are told by several units at once, so sections of names are left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64-g-dwarf2",
        "cpp-x64-g-types",
        "tomb-lld-v5",
        "tomb-bfd-gcc",
        "hotcold-gcc",
        "types-v5",
        "lto-gcc",
        "gdbindex-lld",
        "debugnames-lld",
        "mixed-versions",
        "art.exe",
        "art.wasm",
        "split-v4",
        "split-v5"
      })
  void unitsHaveTheDebugBytesThatOthersSay(String name) {
    Truth truth = truth(name);
    Map<String, String> names = unitNames(truth);
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (String line : truth.part("debug")) {
      String[] columns = line.split(" ", -1);
      Map<String, Long> ofSection = new TreeMap<>();
      for (int column = 4; column < columns.length; column++) {
        String[] share = columns[column].split("=", -1);
        ofSection.merge(names.get(share[0]), Long.valueOf(share[1]), Long::sum);
      }
      if (!columns[0].endsWith("str") && !ofSection.isEmpty()) {
        expected.put(columns[0], ofSection);
      }
    }
    Map<String, Map<String, Long>> actual = new TreeMap<>();
    SizeTree tree = model(name).by(Dimensions.SECTION, Dimensions.UNIT);
    for (SizeRow section : tree.only(EnumSet.of(Kind.DEBUG)).rows()) {
      Map<String, Long> ofSection = new TreeMap<>();
      for (SizeRow unit : section.rows()) {
        if (names.containsValue(unit.label())) {
          ofSection.put(unit.label(), unit.fileSize());
        }
      }
      if (!section.label().endsWith("str") && !ofSection.isEmpty()) {
        actual.put(section.label(), ofSection);
      }
    }
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  /** What is compressed is shared out in proportion, so that sections are still what they are. */
  @ParameterizedTest
  @ValueSource(strings = {"zstd-lld", "app-full-v5-v0-zlib", "app-full-v4-dwz-zlib"})
  void compressedBytesAreSharedToTheLastOne(String name) {
    Map<String, String> names = unitNames(truth(name));
    Map<String, long[]> plain = new TreeMap<>();
    for (String line : truth(name).part("debug")) {
      String[] columns = line.split(" ", -1);
      Map<String, Long> byName = new TreeMap<>();
      for (int column = 4; column < columns.length; column++) {
        String[] share = columns[column].split("=", -1);
        byName.merge(names.get(share[0]), Long.valueOf(share[1]), Long::sum);
      }
      long largest = byName.isEmpty() ? 0 : Collections.max(byName.values());
      plain.put(columns[0], new long[] {Long.parseLong(columns[1]), largest});
    }
    SizeTree tree = model(name).by(Dimensions.SECTION, Dimensions.UNIT);
    for (SizeRow section : tree.only(EnumSet.of(Kind.DEBUG)).rows()) {
      long[] sizes = plain.get(section.label());
      if (section.label().equals(".debug_info")) {
        long shares = section.rows().stream().mapToLong(SizeRow::fileSize).sum();
        assertThat(shares).isEqualTo(section.fileSize());
        double expected = (double) sizes[1] / sizes[0];
        double found = (double) section.rows().get(0).fileSize() / section.fileSize();
        assertThat(found).isCloseTo(expected, within(0.001));
      }
    }
  }

  static Stream<String> withOwnDebugBytes() {
    return programs().stream().filter(name -> !name.equals("libart.dSYM"));
  }

  @Test
  void sideFilesOfOtherBuildsAreRefused() {
    assertThatThrownBy(() -> model("split-v4", "split-v5-paint.dwo"))
        .hasMessageContaining("expected split units: unit 493f1b1862d4e990")
        .hasMessageContaining("found unit f7412919f2facbf8 of another build");
    assertThatThrownBy(() -> model("libart.dylib", "libart.dylib"))
        .hasMessageContaining("dSYM file: debug information, found none");
    assertThatThrownBy(() -> model("dwz-one", "split-v4.dwp")).hasMessageContaining("split units");
    assertThatThrownBy(() -> model("c-x64-g-dwarf4", "dwz-common.debug"))
        .hasMessageContaining("build id ");
  }

  /** What {@code readelf --debug-dump=info} lists of the debug file. */
  @Test
  void separateDebugFilesTellOfTheProgramThatTheyBelongTo() {
    SideFile debug = new SideFile("c-split.debug", Fixtures.bytes("elf/c-split.debug"));
    BinaryFile file =
        FormatRegistry.installed()
            .read("c-split", Fixtures.bytes("elf/c-split"), SideFiles.of(debug));
    BinaryModel model = BinaryModel.of(file, OpenOptions.DEFAULT);
    assertThat(code(model, Dimensions.UNIT)).containsOnlyKeys("prog.c", "util.c");
    assertThat(file.images().get(0).debug().units().file(0)).isEqualTo(1);
    assertThat(model.by(List.of(Dimensions.UNIT), List.of(Measures.DEBUG)).value(Measures.DEBUG))
        .isEqualTo(model.byKind().fileSize(Kind.DEBUG));
  }

  /** The code of a unit has what the file holds about it; what is about no code stays apart. */
  @ParameterizedTest
  @MethodSource("withOwnDebugBytes")
  void debugBytesAreMeasuredWhereTheirCodeIs(String name) {
    BinaryModel model = model(name);
    Map<String, Long> lying = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.UNIT).only(EnumSet.of(Kind.DEBUG)).rows()) {
      lying.put(row.label(), row.fileSize());
    }
    Map<String, Long> measured = new TreeMap<>();
    for (SizeRow row : model.by(List.of(Dimensions.UNIT), List.of(Measures.DEBUG)).rows()) {
      if (row.value(Measures.DEBUG) > 0) {
        measured.put(row.label(), row.value(Measures.DEBUG));
      }
    }
    assertThat(measured).isEqualTo(lying).isNotEmpty();
    SizeTree sections = model.by(List.of(Dimensions.KIND), List.of(Measures.DEBUG));
    assertThat(sections.value(Measures.DEBUG, Kind.CODE)).isPositive();
    assertThat(sections.value(Measures.DEBUG)).isEqualTo(sections.fileSize(Kind.DEBUG));
  }

  @Test
  void filesWithoutDebugInformationHaveOneRow() {
    BinaryModel model =
        BinaryModel.of("x", Fixtures.bytes("elf/c-nosections"), OpenOptions.DEFAULT);
    for (Dimension dimension : List.of(Dimensions.UNIT, Dimensions.SOURCE, Dimensions.LINE)) {
      assertThat(model.by(dimension).only(EnumSet.of(Kind.CODE)).rows())
          .extracting(SizeRow::label)
          .containsExactly("[no debug info]");
    }
  }

  /**
   * Code of the units whose paths lie in the folders of a crate, as the truth has them. The
   * function {@code main}, 46 bytes by nm, is of no unit; the compiler writes it for the program.
   */
  @Test
  void librariesAreToldByTheFoldersOfUnits() {
    Truth truth = truth("app-full-v5-v0-zlib");
    Map<String, String> names = unitNames(truth);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : truth.part("code")) {
      String[] columns = line.split(" ", -1);
      String name = names.get(columns[0]);
      String library =
          name.startsWith("vendor/minizlib/")
              ? "minizlib"
              : name.startsWith("ringbuf-")
                  ? "ringbuf " + name.substring("ringbuf-".length(), name.indexOf('/'))
                  : name.replaceFirst(".*/@/", "").replaceFirst("\\..*", "");
      expected.merge(library, Long.valueOf(columns[1]), Long::sum);
    }
    expected.merge("app", 46L, Long::sum);
    assertThat(code(model("app-full-v5-v0-zlib"), Dimensions.LIBRARY))
        .isEqualTo(expected)
        .containsKeys("memchr", "minizlib", "ringbuf 0.1.3", "ringbuf 0.2.0", "app");
  }

  @Test
  void languagesAreThoseThatUnitsState() {
    Map<String, Long> languages = code(model("mixed-versions"), Dimensions.LANGUAGE);
    assertThat(languages).containsOnlyKeys("C++14", "C++", "C11").containsEntry("C11", 267L);
  }
}
