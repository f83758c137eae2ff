package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cargo.CargoFixture;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.linkermap.MapRowType;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a linker map tells of whose bytes are, against sums over the map itself. */
class MapEvidenceTest {
  @TempDir Path folder;

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
    byte[] bytes = Fixtures.array(name);
    if (name.endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return Files.write(file, bytes);
  }

  private BinaryModel model(String binary, String map) throws IOException {
    OpenOptions options =
        OpenOptions.DEFAULT
            .withLinkerMaps(List.of(copy(map)))
            .withCratePolicy(CratePolicy.INSTANTIATING);
    return BinaryModel.open(copy(binary), options);
  }

  private static Map<String, Long> memory(BinaryModel model, Dimension dimension) {
    Map<String, Long> sums = new TreeMap<>();
    for (SizeRow row : model.by(dimension).rows()) {
      sums.merge(row.label(), row.memorySize(), Long::sum);
    }
    return sums;
  }

  @ParameterizedTest
  @CsvSource({"lld.elf, lld.map", "gold.elf, gold.map", "bfd.elf, bfd.map"})
  void weighsObjectFilesAsTheMapSays(String binary, String map) throws IOException {
    Map<String, Long> members = memory(model("maps/" + binary, "maps/" + map), Dimensions.MEMBER);
    // .text.callee, .text._start, .data.table, .bss.zero; .text.other, .bss.big
    assertThat(members.get("a-elf.o")).isGreaterThanOrEqualTo(0x4 + 0x2f + 0x10 + 0x40);
    assertThat(members.get("libelf.a(b-elf.o)")).isGreaterThanOrEqualTo(0x16 + 0x64);
    assertThat(memory(model("maps/" + binary, "maps/" + map), Dimensions.LIBRARY))
        .containsKeys("libelf.a", "[program]");
  }

  @ParameterizedTest
  @CsvSource({
    "ld64lld.macho, ld64lld.map, a-macho.o, b-macho.o",
    "lldlink.exe, lldlink.map, a-coff.o, libcoff(b-coff.o)",
    "lldlink.exe, lldlink.lldmap, a-coff.o, b-coff.o",
    "wasmld.wasm, wasmld.map, a-wasm.o, libwasm.a(b-wasm.o)"
  })
  void knowsMapsOfOtherFormats(String binary, String map, String one, String other)
      throws IOException {
    assertThat(memory(model("maps/" + binary, "maps/" + map), Dimensions.MEMBER))
        .containsKeys(one, other);
  }

  /** Every byte of an object in the map is of the crate that the object is named after. */
  @Test
  void givesEachByteToTheCrateOfItsObject() throws IOException {
    BinaryModel model = model("firmware/blink-v0.elf", "firmware/blink-v0.map.gz");
    LinkerMap map = model.linkerMaps().get(0);
    long core = 0;
    for (int row = 0; row < map.count(); row++) {
      boolean isPlaced = map.output(row) >= 0 && isLoaded(model, map, row);
      if (isPlaced && map.type(row) == MapRowType.INPUT) {
        String archive = map.objects().get(map.object(row)).archive();
        core += archive.endsWith("libcore.rlib") ? map.size(row) : 0;
      }
    }
    long found = 0;
    for (SizeRow row : model.byCrate().rows()) {
      found += row.label().startsWith("core") ? row.memorySize() : 0;
    }
    assertThat(core).isPositive();
    assertThat(found).isBetween(core - 64, core + 64);
  }

  private static boolean isLoaded(BinaryModel model, LinkerMap map, int row) {
    String output = map.outputs().get(map.output(row)).name();
    return model.file().images().get(0).sections().stream()
        .anyMatch(section -> section.isLoaded() && section.name().equals(output));
  }

  /** What stands in {@code lib/rustlib} is std's, whatever other programs call theirs. */
  @ParameterizedTest
  @EnumSource(CratePolicy.class)
  void knowsStdByItsFolder(CratePolicy policy) throws IOException {
    Path map = CargoFixture.program("app.map", folder);
    OpenOptions options = OpenOptions.DEFAULT.withLinkerMaps(List.of(map)).withCratePolicy(policy);
    Query query = BinaryModel.open(CargoFixture.program("app", folder), options).query();
    Matcher archives =
        Pattern.compile("(/rustlib/)?[^/ ]*(?:/lib)?/lib([a-z0-9_]+)-[0-9a-f]{16}\\.rlib\\(")
            .matcher(Files.readString(map));
    Set<String> ofStd = new TreeSet<>();
    Set<String> ofProgram = new TreeSet<>();
    while (archives.find()) {
      (archives.group(1) == null ? ofProgram : ofStd).add(archives.group(2));
    }
    assertThat(ofStd).contains("memchr", "miniz_oxide").hasSize(11);
    assertThat(ofProgram).contains("shapes").hasSize(5);
    assertThat(query.crates().standardLabels())
        .containsAll(ofStd)
        .doesNotContainAnyElementsOf(ofProgram);
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < query.crates().count(); row++) {
      labels.add(query.crates().label(row));
    }
    assertThat(labels).as("one row of the program").contains("app").doesNotHaveDuplicates();
  }

  @Test
  void staysInASavedModel() throws IOException {
    BinaryModel model = model("maps/lld.elf", "maps/lld.map");
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    model.save(saved);
    BinaryModel read = BinaryModel.of("lld.elf", Bytes.of(saved.toByteArray()), model.options());
    assertThat(memory(read, Dimensions.MEMBER)).isEqualTo(memory(model, Dimensions.MEMBER));
    assertThat(memory(read, Dimensions.CRATE)).isEqualTo(memory(model, Dimensions.CRATE));
  }

  @Test
  void refusesTheMapOfAnotherBuild() throws IOException {
    Path map = copy("maps/bfd.map");
    assertThatThrownBy(() -> model("maps/lld.elf", "maps/bfd.map"))
        .hasMessage(
            map + ": not the map of this build: expected .text at 0x201240, found at 0x401000");
    Path moved = folder.resolve("moved.map");
    Files.writeString(moved, Files.readString(copy("maps/lld.map")).replace("201250", "201251"));
    OpenOptions options = OpenOptions.DEFAULT.withLinkerMaps(List.of(moved));
    Path binary = copy("maps/lld.elf");
    assertThatThrownBy(() -> BinaryModel.open(binary, options))
        .hasMessage(
            moved + ": not the map of this build: expected _start at 0x201250, found at 0x201251");
    Path cut = folder.resolve("cut.map");
    String whole = Files.readString(copy("maps/lld.map"));
    Files.writeString(
        cut, whole.substring(0, whole.lastIndexOf('\n', whole.indexOf("2032b0")) + 1));
    assertThatThrownBy(
            () -> BinaryModel.open(binary, OpenOptions.DEFAULT.withLinkerMaps(List.of(cut))))
        .hasMessage(
            cut + ": not the map of this build: expected .data at 0x2032b0, found no such section");
  }

  /**
   * {@code .header (COPY)} and {@code .note (INFO)} have addresses, and readelf shows no flag A.
   */
  @Test
  void takesSectionsThatAreNotLoadedForThoseOfTheMap() throws IOException {
    BinaryModel model = model("firmware/unloaded.elf", "firmware/unloaded.map");
    assertThat(memory(model, Dimensions.MEMBER)).containsEntry("unloaded.o", 2L + 5 + 4 + 40);
    Path moved = folder.resolve("moved.map");
    String text = Files.readString(folder.resolve("unloaded.map"));
    Files.writeString(moved, text.replaceAll("(\\.header +0x0800041)8", "$19"));
    Path binary = folder.resolve("unloaded.elf");
    assertThatThrownBy(
            () -> BinaryModel.open(binary, OpenOptions.DEFAULT.withLinkerMaps(List.of(moved))))
        .hasMessageContaining("not the map of this build")
        .hasMessageContaining(".header at 0x8000419, which the file has not");
  }

  /** Functions of 9, 50 and 31 bytes, data of 16, zeros of 64 and 100. */
  @Test
  void weighsModulesAsTheMapSays() throws IOException {
    Map<String, Long> members =
        memory(model("maps/wasmld.wasm", "maps/wasmld.map"), Dimensions.MEMBER);
    assertThat(members)
        .containsEntry("a-wasm.o", 9L + 50 + 16 + 64)
        .containsEntry("libwasm.a(b-wasm.o)", 31L + 100);
    Path other = folder.resolve("other.map");
    String text = Files.readString(copy("maps/wasmld.map"));
    Files.writeString(other, text.replace("      4b       32", "      4b       31"));
    Path binary = copy("maps/wasmld.wasm");
    assertThatThrownBy(
            () -> BinaryModel.open(binary, OpenOptions.DEFAULT.withLinkerMaps(List.of(other))))
        .hasMessage(
            other
                + ": not the map of this build: expected a function of 50 bytes at 0x4b, found"
                + " _start of 49 bytes");
  }

  @Test
  void readsNothingThatIsNotThere() {
    assertThatThrownBy(() -> LinkerMapReader.read("x", Fixtures.bytes("maps/lld.elf")))
        .hasMessageContaining("x: expected a linker map, which is text, found binary data");
  }
}
