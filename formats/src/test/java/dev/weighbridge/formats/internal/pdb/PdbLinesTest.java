package dev.weighbridge.formats.internal.pdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines and inlined code of program databases, byte by byte what follows from the records that
 * {@code llvm-pdbutil} prints, and call stacks as {@code llvm-symbolizer} finds them.
 */
class PdbLinesTest {
  @ParameterizedTest
  @ValueSource(strings = {"c-msvc-x64", "c-msvc-arm64", "c-msvc-x86", "tiny-msvc-x64", "fixlib"})
  void bytesOfEachLine(String name) {
    LineTable lines = debug(name).lines();
    TreeMap<String, Long> bytes = new TreeMap<>();
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        String line = lines.sources().path(lines.file(row)) + ":" + lines.line(row);
        bytes.merge(line, lines.end(run, row) - lines.start(run, row), Long::sum);
      }
    }
    List<String> found = new ArrayList<>();
    bytes.forEach((line, size) -> found.add(size + " " + line));
    assertThat(found).isEqualTo(truth(name).part("line bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-msvc-x64", "c-msvc-arm64", "c-msvc-x86", "tiny-msvc-x64", "fixlib"})
  void bytesOfEachInlinedFunction(String name) {
    InlineTable table = debug(name).inlines();
    TreeMap<String, long[]> functions = new TreeMap<>();
    for (int scope = 0; scope < table.count(); scope++) {
      if (table.isInlined(scope)) {
        functions.computeIfAbsent(function(table, scope), n -> new long[2])[0]++;
      }
    }
    AddressMap code = table.code();
    for (int range = 0; range < code.count(); range++) {
      if (table.isInlined(code.row(range))) {
        functions.get(function(table, code.row(range)))[1] += code.end(range) - code.start(range);
      }
    }
    List<String> found = new ArrayList<>();
    functions.forEach((function, sums) -> found.add(sums[0] + " " + sums[1] + " " + function));
    assertThat(found).isEqualTo(truth(name).part("inlined bytes"));
  }

  @Test
  void stacksOfInlinedCalls() {
    InlineTable table = debug("fixlib").inlines();
    List<String> truth = truth("fixlib").part("inlined at");
    List<String> found = new ArrayList<>();
    for (String line : truth) {
      String address = line.split(" ", 2)[0];
      StringBuilder stack = new StringBuilder(address);
      int scope = table.code().rowAt(Long.parseLong(address.substring(2), 16));
      for (; scope >= 0 && table.parent(scope) >= 0; scope = table.parent(scope)) {
        stack.append(' ').append(function(table, scope));
      }
      found.add(stack.toString());
    }
    assertThat(found).hasSize(140).isEqualTo(truth);
  }

  @Test
  void callsAreWhereTheCodeAroundThemSays() {
    InlineTable table = debug("c-msvc-x64").inlines();
    int site = table.code().rowAt(0x1400011d8L);
    assertThat(function(table, site)).isEqualTo("make_table");
    assertThat(table.sources().path(table.callFile(site))).isEqualTo("/src/c/util.c");
    assertThat(table.callLine(site)).isEqualTo(15);
    int declared = table.function(site);
    assertThat(table.functions().line(declared)).isEqualTo(4);
    assertThat(function(table, table.parent(site))).isEqualTo("crc32_of");
    assertThat(table.inclusiveSize(table.parent(site))).isEqualTo(255);
  }

  /** Names and commands as {@code llvm-pdbutil dump --symbols --ids} prints them. */
  @Test
  void modulesAreUnits() {
    UnitTable units = debug("fixlib").units();
    assertThat(units.count()).isEqualTo(7);
    assertThat(units.name(0)).isEqualTo("src/lib.rs/@/fixlib.16d448a7af8a8957-cgu.0");
    assertThat(units.directory(0)).isEqualTo("/src/rust/fixlib");
    assertThat(units.language(0)).isEqualTo("Rust");
    assertThat(units.producer(0)).startsWith("clang LLVM (rustc version 1.96.0 ");
    assertThat(units.name(1)).isEqualTo("chkstk.obj");
    assertThat(units.language(2)).isEqualTo("C");
    assertThat(units.language(5)).isEmpty();
    assertThat(units.code().rowAt(0x180001000L)).isZero();
    assertThat(debug("fixlib").files().get(1).name()).isEqualTo("fixlib.pdb");
  }

  private static String function(InlineTable table, int scope) {
    return table.functions().qualifiedName(table.function(scope));
  }

  private static Truth truth(String name) {
    return Truth.of("pdb/" + name + ".pdb.lines");
  }

  private static DebugInformation debug(String name) {
    String database = "pdb/" + name + ".pdb";
    SideFiles files = SideFiles.of(new SideFile(name + ".pdb", Fixtures.bytes(database)));
    String image = FixtureFolder.imageOf(database);
    return FormatRegistry.installed()
        .read(image, Fixtures.bytes(image), files)
        .images()
        .get(0)
        .debug();
  }
}
