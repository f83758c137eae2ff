package dev.weighbridge.wasm.internal.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Source maps of modules. The map of {@code art} is made of the lines that {@code llvm-dwarfdump}
 * prints of the same module with DWARF, so that both must tell the same.
 */
class SourceMapTest {
  private static final String MODULE = "sourcemap/art-sourcemap.wasm";
  private static final String MAP = "sourcemap/art-sourcemap.wasm.map";

  @TempDir Path folder;

  @Test
  void bytesOfEachSourceAreThoseOfDwarf() {
    DebugInformation debug = debug(Fixtures.array(MAP));
    Map<String, Long> bytes = bytesBySource(debug.lines());
    List<String> found = new ArrayList<>();
    bytes.forEach((source, size) -> found.add(size + " " + source));
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(Truth.of("dwarf/art.wasm").part("sources"));
    assertThat(debug.diagnostics()).isEmpty();
    assertThat(debug.files()).extracting(file -> file.name()).containsExactly("", "given.map");
  }

  /** Where DWARF has line 0, a map has no way to say so. */
  @Test
  void linesAreThoseOfDwarf() {
    BinaryFile dwarf = read("art.wasm", Fixtures.bytes("dwarf/art.wasm"), SideFiles.none());
    DebugInformation truth = dwarf.images().get(0).debug();
    DebugInformation debug = debug(Fixtures.array(MAP));
    int compared = 0;
    for (long place = 0; place < 728; place++) {
      int wanted = truth.lines().rowAt(place);
      int found = debug.lines().rowAt(place + truth.fileOrigin());
      assertThat(found >= 0).as("place %d", place).isEqualTo(wanted >= 0);
      if (wanted >= 0 && truth.lines().line(wanted) > 0) {
        compared++;
        assertThat(line(debug.lines(), found)).isEqualTo(line(truth.lines(), wanted));
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static String line(LineTable lines, int row) {
    String path = lines.sources().path(lines.file(row));
    return path + ":" + lines.line(row) + ":" + Math.max(1, lines.column(row));
  }

  @Test
  void partsOfAnIndexCountFromTheirPlace() {
    String plain = new String(Fixtures.array(MAP), StandardCharsets.UTF_8);
    // The map again, in two sections: all of it from 1 on, and from 0 on nothing of a source.
    String index =
        "{\"version\":3,\"sections\":[{\"offset\":{\"line\":0,\"column\":0},\"map\":{\"version\":3,"
            + "\"sources\":[],\"mappings\":\"A\"}},{\"offset\":{\"line\":0,\"column\":0},\"map\":"
            + plain
            + "}]}";
    assertThat(bytesBySource(debug(bytes(index)).lines()))
        .isEqualTo(bytesBySource(debug(bytes(plain)).lines()));
    String shifted =
        index.replace(
            "\"column\":0},\"map\":{\"version\": 3", "\"column\":1},\"map\":{\"version\": 3");
    assertThatThrownBy(() -> debug(bytes(shifted)).lines())
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("expected source map: a source map of this build");
  }

  @Test
  void placesFromNoSourceAreOfNoFile() {
    long body = 0;
    DebugInformation whole = debug(Fixtures.array(MAP));
    for (int run = 0; run < whole.lines().runCount() && body == 0; run++) {
      body = whole.lines().runStart(run);
    }
    MappingCursor first = new MappingCursor(new SourceMap.Part(0, body, List.of("a"), "AAAA,K"));
    assertThat(first.next()).isTrue();
    assertThat(first.column()).isEqualTo(body);
    assertThat(first.hasSource()).isTrue();
    assertThat(first.next()).isTrue();
    assertThat(first.column()).isEqualTo(body + 5);
    assertThat(first.hasSource()).isFalse();
    assertThat(first.next()).isFalse();
  }

  /** Numbers as in the tables of the specification: sign in the lowest bit, five bits a digit. */
  @ParameterizedTest
  @CsvSource({"A, 0", "C, 1", "e, 15", "gB, 16", "gqjG, 100000", "+/////D, 2147483647"})
  void numbersAreInBase64(String text, long value) {
    MappingCursor cursor = new MappingCursor(new SourceMap.Part(0, 0, List.of(), text));
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.column()).isEqualTo(value);
  }

  @Test
  void isFoundBesideTheModule() throws IOException {
    Files.write(folder.resolve("art-sourcemap.wasm.map"), Fixtures.array(MAP));
    SideFiles beside = SideFiles.beside(folder.resolve("renamed.wasm"));
    BinaryFile file = read("renamed.wasm", Fixtures.bytes(MODULE), beside);
    assertThat(file.images().get(0).debug().lines().runCount()).isGreaterThan(5);
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void saysWhenAMapBesideTheModuleIsOfAnotherBuild() throws IOException {
    String map = new String(Fixtures.array(MAP), StandardCharsets.UTF_8);
    // Places three bytes later are inside of instructions as often as not.
    String other = map.replace("\"mappings\": \"iF", "\"mappings\": \"oF");
    assertThat(other).isNotEqualTo(map);
    Files.writeString(folder.resolve("art-sourcemap.wasm.map"), other);
    SideFiles beside = SideFiles.beside(folder.resolve("art-sourcemap.wasm"));
    BinaryFile file = read("art-sourcemap.wasm", Fixtures.bytes(MODULE), beside);
    DebugInformation debug = file.images().get(0).debug();
    assertThat(debug.lines().runCount()).isZero();
    assertThat(debug.diagnostics().get(0).sentence())
        .startsWith("art-sourcemap.wasm.map: expected a source map of this build")
        .endsWith("places inside of instructions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"version\":2,\"mappings\":\"\"}",
        "{\"version\":3}",
        "{\"version\":3,\"mappings\":\"!\"}",
        "{\"version\":3,\"mappings\":\"gggggggggggggA\"}",
        "{\"version\":3,\"mappings\":\"AAAAAA\"}",
        "{\"version\":3,\"mappings\":\"\\u12\"}",
        "{\"version\":3,\"mappings\":\"AAAA",
        "{\"version\":3,\"x\":[[[[",
        "{\"version\":3,\"x\":],\"mappings\":\"\"}",
        "{\"version\":3,\"sections\":[{\"map\":{\"version\":3,\"sections\":[]}}]}",
        "root:x:0:0:root:/root:/bin/bash"
      })
  void refusesWhatIsNoMap(String text) {
    assertThatThrownBy(() -> debug(bytes(text)).lines())
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageStartingWith("given.map: expected source map: ");
  }

  @Test
  void readsThroughEscapesAndWhatItDoesNotKnow() {
    String map =
        ")]}'\n"
            + "{ \"x_y\" : [ {\"a\":null}, -1.5e+3, true, \"\\\"]\" ],\r\n"
            + "\"version\":3,\"sourceRoot\":\"r\\/s\",\"sources\":[\"\\u0061b\\n"
            + ".c\",null],\"mappings\":\"A\\/B\"}";
    SourceMap read = SourceMap.of(Bytes.of(bytes(map)));
    assertThat(read.parts()).hasSize(1);
    assertThat(read.parts().get(0).sources()).containsExactly("r/s/ab\n.c", "");
    assertThat(read.parts().get(0).mappings()).isEqualTo("A/B");
  }

  @Test
  void addsNothingToAModuleWithDwarf() {
    SideFiles given = SideFiles.of(new SideFile("given.map", Fixtures.bytes(MAP)));
    read("art.wasm", Fixtures.bytes("dwarf/art.wasm"), given);
    assertThatThrownBy(given::requireUseOfGiven)
        .hasMessage(
            "given.map: expected source map: lines, found DWARF in the module, which tells of"
                + " them");
  }

  /** The same truth as of the module that has the debug information itself. */
  @Test
  void readsDwarfOfTheModuleThatIsNamed() throws IOException {
    Files.write(folder.resolve("art.wasm"), Fixtures.array("dwarf/art.wasm"));
    SideFiles beside = SideFiles.beside(folder.resolve("art-external.wasm"));
    BinaryFile file =
        read("art-external.wasm", Fixtures.bytes("sourcemap/art-external.wasm"), beside);
    DebugInformation debug = file.images().get(0).debug();
    AddressMap code = debug.units().code();
    TreeMap<Integer, Long> sums = new TreeMap<>();
    for (int range = 0; range < code.count(); range++) {
      sums.merge(code.row(range), code.end(range) - code.start(range), Long::sum);
    }
    List<String> found = new ArrayList<>();
    sums.forEach((unit, size) -> found.add(unit + " " + size));
    assertThat(found).isEqualTo(Truth.of("dwarf/art.wasm").part("code"));
    assertThat(debug.bytes().sections()).isEmpty();
    assertThat(debug.files().get(1).name()).isEqualTo("art.wasm");
  }

  @Test
  void refusesDwarfOfOtherCode() {
    SideFiles given =
        SideFiles.of(new SideFile("other.wasm", Fixtures.bytes("wasm/features.wasm")));
    read("art-external.wasm", Fixtures.bytes("sourcemap/art-external.wasm"), given);
    assertThatThrownBy(given::requireUseOfGiven)
        .hasMessageStartingWith("other.wasm: expected Wasm debug file: code of 728 bytes, CRC ");
  }

  private static Map<String, Long> bytesBySource(LineTable lines) {
    Map<String, Long> bytes = new TreeMap<>();
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        if (lines.file(row) >= 0) {
          String path = lines.sources().path(lines.file(row));
          bytes.merge(path, lines.end(run, row) - lines.start(run, row), Long::sum);
        }
      }
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static DebugInformation debug(byte[] map) {
    SideFiles given = SideFiles.of(new SideFile("given.map", Bytes.of(map)));
    BinaryFile file = read("art-sourcemap.wasm", Fixtures.bytes(MODULE), given);
    given.requireUseOfGiven();
    return file.images().get(0).debug();
  }

  private static BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    return FormatRegistry.installed().read(name, file, sideFiles);
  }
}
