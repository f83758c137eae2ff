package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and lines of data, against what other tools say of real files. */
class SourcesOfDataTest {
  private static final Set<Kind> DATA = EnumSet.of(Kind.DATA, Kind.RODATA, Kind.ZERO);

  private static BinaryModel model(String name, String... sideFiles) {
    SideFile[] beside = new SideFile[sideFiles.length];
    for (int i = 0; i < beside.length; i++) {
      beside[i] = new SideFile(sideFiles[i], Fixtures.bytes("dwarf/" + sideFiles[i]));
    }
    BinaryFile file =
        FormatRegistry.installed()
            .read(name, Fixtures.bytes("dwarf/" + name), SideFiles.of(beside));
    return BinaryModel.of(file, OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  private static Map<String, Long> data(BinaryModel model, Dimension by) {
    Map<String, Long> rows = new TreeMap<>();
    SizeTree tree = model.by(by).only(DATA);
    for (SizeRow row : tree.rows()) {
      rows.merge(row.label(), row.memorySize(), Long::sum);
    }
    assertThat(rows.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(tree.memorySize());
    return rows;
  }

  /** What the variables of each file or line take, as other tools tell their sizes. */
  private static Map<String, Long> variables(String name, boolean byLine) {
    Map<String, Long> rows = new TreeMap<>();
    for (String line : Truth.of("dwarf/variables").part(name)) {
      String[] columns = line.split(" ", -1);
      String place = columns[2].replace("/src/c/", "").replace("/home/dev/art/", "");
      String label = byLine ? place : place.substring(0, place.indexOf(':'));
      rows.merge(label, Long.valueOf(columns[1]), Long::sum);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64-g-dwarf2",
        "c-x64-g-dwarf4",
        "c-x64-g-dwarf64",
        "debugnames-lld",
        "tomb-lld-v4",
        "tomb-lld-v5",
        "tomb-bfd-v5",
        "tomb-gold-v4",
        "mixed-versions"
      })
  void dataIsOfTheFileAndLineThatDeclareIt(String name) {
    for (boolean byLine : new boolean[] {false, true}) {
      Map<String, Long> found = data(model(name), byLine ? Dimensions.LINE : Dimensions.SOURCE);
      found.keySet().removeIf(label -> label.startsWith("["));
      assertThat(found).isEqualTo(variables(name, byLine));
    }
  }

  /** Without symbols the sizes of types tell where variables end. */
  @Test
  void dataHasItsFileWithoutSymbols() {
    assertThat(data(model("art.exe"), Dimensions.LINE))
        .containsEntry("start.cpp:3", 8L)
        .containsEntry("start.cpp:2", 4L)
        .containsEntry("frame.cpp:3", 16L);
    assertThat(data(model("libart.dylib", "libart.dSYM"), Dimensions.LINE))
        .containsEntry("frame.cpp:3", 16L);
  }

  /** Units in another file count their files in the line program that stays in the program. */
  @ParameterizedTest
  @ValueSource(strings = {"split-v4", "split-v5"})
  void dataHasItsFileWhereUnitsAreSplit(String name) {
    Map<String, Long> found = data(model(name, name + ".dwp"), Dimensions.LINE);
    found.keySet().removeIf(label -> label.startsWith("["));
    // llvm-dwarfdump: table of 16 bytes; v of 4, and two texts of 4.
    assertThat(found).isEqualTo(Map.of("frame.cpp:3", 16L, "start.cpp:2", 4L, "start.cpp:3", 8L));
  }

  /** Data of Wasm has addresses of its own, which begin again at 0. */
  @Test
  void dataOfWasmHasItsFile() {
    Map<String, Long> found = data(model("art.wasm"), Dimensions.LINE);
    // llvm-dwarfdump: table of 16 bytes at 0x400, texts of 4 at 0x410 and 0x414; v of 4 at 0x418
    // is in the zeros that begin there, which no symbol cuts.
    assertThat(found)
        .containsEntry("frame.cpp:3", 16L)
        .containsEntry("start.cpp:3", 8L)
        .doesNotContainKey("[rodata]");
  }
}
