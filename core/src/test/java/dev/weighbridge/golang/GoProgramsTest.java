package dev.weighbridge.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.generics.GenericTable;
import dev.weighbridge.golang.GoPrograms.Truth;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripped programs of Go against what the symbol tables of their unstripped twins say. */
class GoProgramsTest {
  /** C and start-up code around Go's: it is in no table of Go. */
  private static boolean isOfC(Truth row) {
    return row.path().isEmpty() && !row.name().contains(".");
  }

  private static Map<Long, Truth> byStart(String program) {
    Map<Long, Truth> rows = new HashMap<>();
    GoPrograms.truth(program).forEach(row -> rows.put(row.start(), row));
    return rows;
  }

  private static Map<Long, String> symbols(Attribution attribution, Map<Long, Long> sizes) {
    SymbolTable table = attribution.file().images().get(0).symbols();
    Map<Long, String> names = new TreeMap<>();
    for (int row = 0; row < table.count(); row++) {
      names.put(table.address(row), table.name(row));
      sizes.put(table.address(row), table.memorySize(row));
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux-amd64-g123", "cgo-lld-pie-g119"})
  void functionsAreThoseOfTheTwin(String program) {
    Map<Long, Long> sizes = new HashMap<>();
    Map<Long, String> names = symbols(GoPrograms.open(program).attribution(), sizes);
    int functions = 0;
    for (Truth row : GoPrograms.truth(program)) {
      if (!isOfC(row)) {
        // Go 1.19 leaves type arguments out.
        String name = names.getOrDefault(row.start(), "");
        if (!name.contains("[...]")) {
          assertThat(name.replace('·', '.')).isEqualTo(row.name());
        }
        assertThat(sizes.get(row.start())).as(row.name()).isEqualTo(row.size());
        functions++;
      }
    }
    assertThat(functions).isGreaterThan(1000);
  }

  /** LLD gives the table no section of its own; a symbol must not hide it. */
  @Test
  void symbolsBesideTheTableHideNothing() {
    byte[] program = withASymbol(GoPrograms.array("cgo-lld-pie-g119"));
    Attribution named =
        BinaryModel.of("named", Bytes.of(program), OpenOptions.DEFAULT).attribution();
    assertThat(named.file().images().get(0).structures().labels()).contains("Go table head");
  }

  /** The program with its last section, names of sections aside, as a table of one symbol. */
  private static byte[] withASymbol(byte[] stripped) {
    int symbol = 24;
    ByteBuffer elf =
        ByteBuffer.wrap(Arrays.copyOf(stripped, stripped.length + 2 * symbol))
            .order(ByteOrder.LITTLE_ENDIAN);
    int names = elf.getShort(0x3E);
    int header = (int) elf.getLong(0x28) + 64 * (elf.getShort(0x3C) - 1);
    header -= names == elf.getShort(0x3C) - 1 ? 64 : 0;
    elf.putInt(header + 4, 2).putLong(header + 24, stripped.length);
    elf.putLong(header + 32, 2L * symbol).putInt(header + 40, names).putLong(header + 56, symbol);
    elf.putInt(stripped.length + symbol, 1);
    elf.putShort(stripped.length + symbol + 6, (short) 0xFFF1);
    return elf.array();
  }

  /** In these two, sizes of the twin's table reach to the next symbol. */
  @ParameterizedTest
  @ValueSource(strings = {"windows-amd64-g119", "darwin-arm64-g119"})
  void functionsStartWhereThoseOfTheTwinDo(String program) {
    Attribution attribution = GoPrograms.open(program).attribution();
    Map<Long, String> names = symbols(attribution, new HashMap<>());
    Map<Long, Truth> truth = byStart(program);
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    Set<Long> seen = new HashSet<>();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int owner = partition.owner(span);
      if (partition.kind(span) == Kind.CODE && owners.isSymbol(owner)) {
        Truth row = truth.get(owners.address(owner));
        if (row != null && seen.add(row.start()) && !row.name().startsWith("go.buildid")) {
          String name = names.get(row.start()).replaceFirst("[.]abi(0|internal)$", "");
          assertThat(name.contains("[...]") || name.endsWith(row.name())).as(name).isTrue();
          assertThat(partition.end(span) - partition.start(span)).isBetween(1L, row.size());
        }
      }
    }
    assertThat(seen.size()).isGreaterThan(truth.size() - 20);
  }

  @Test
  void namesOfWasmAreThoseOfTheTwin() {
    Attribution attribution = GoPrograms.open("js-wasm-g123").attribution();
    SymbolTable table = attribution.file().images().get(0).symbols();
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.count(); row++) {
      if (table.source(row) == SymbolSource.FUNCTION_TABLE) {
        names.add(table.name(row).replaceAll("[^A-Za-z0-9_.]", "_"));
      }
    }
    List<String> truth = GoPrograms.truth("js-wasm-g123").stream().map(Truth::name).toList();
    assertThat(truth).containsAll(names).hasSizeGreaterThan(1400);
    assertThat(names.size()).isGreaterThanOrEqualTo(truth.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-amd64-g123",
        "cgo-lld-pie-g119",
        "windows-amd64-g119",
        "darwin-arm64-g119",
        "js-wasm-g123"
      })
  void codeHasNames(String program) {
    Attribution attribution = GoPrograms.open(program).attribution();
    Partition partition = attribution.partition();
    long code = 0;
    long named = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kind(span) == Kind.CODE) {
        long size = partition.end(span) - partition.start(span);
        code += size;
        named += attribution.owners().isSymbol(partition.owner(span)) ? size : 0;
      }
    }
    assertThat(named).isGreaterThan(code * 98 / 100);
  }

  /** Names without a package are of the runtime's assembly. */
  @Test
  void packagesHaveTheirBytes() {
    Attribution attribution = GoPrograms.open("linux-amd64-g123").attribution();
    Map<String, Long> truth = new TreeMap<>();
    for (Truth row : GoPrograms.truth("linux-amd64-g123")) {
      truth.merge(row.path(), row.size(), Long::sum);
    }
    GoPackages packages = GoPackages.of(attribution);
    Partition partition = attribution.partition();
    Map<String, Long> found = new TreeMap<>();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kind(span) == Kind.CODE) {
        int row = packages.ofOwner(partition.owner(span));
        String path = row < 0 ? "" : packages.path(row);
        found.merge(path, partition.end(span) - partition.start(span), Long::sum);
      }
    }
    assertThat(found).isEqualTo(truth).hasSizeGreaterThan(25);
  }

  @Test
  void modulesAreKnownWithTheirVersions() {
    Attribution attribution = GoPrograms.open("windows-amd64-g119").attribution();
    CrateTable crates = Crates.of(attribution, CratePolicy.RESPONSIBLE);
    GoModules modules = new GoModules(GoBuildInformation.of(attribution));
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < crates.count(); row++) {
      labels.add(modules.label(crates.crate(row).name()));
    }
    assertThat(labels)
        .contains(
            "std go1.19.8",
            "example.org/fix.app (devel)",
            "example.org/dep.v2 v2.3.4+incompatible => ../dep (devel)",
            GoName.TYPE_ALGORITHMS);
    assertThat(crates.standardLabels()).containsExactly("std");
  }

  @Test
  void instancesOfShapesAreOneItem() {
    Attribution attribution = GoPrograms.open("linux-amd64-g123").attribution();
    GenericTable generics = GenericTable.of(attribution);
    Map<String, Integer> copies = new HashMap<>();
    for (int row = 0; row < generics.count(); row++) {
      copies.put(generics.label(row), generics.copyCount(row));
    }
    assertThat(copies).contains(entry("example.org/fix.app/shape.Largest[_]", 3));
  }
}
