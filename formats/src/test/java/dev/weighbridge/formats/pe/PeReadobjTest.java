package dev.weighbridge.formats.pe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.imports.PeImportTable;
import dev.weighbridge.formats.pe.relocations.PeBaseRelocationTable;
import dev.weighbridge.formats.pe.relocations.PeRelocationTable;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.pe.unwind.PeUnwindTable;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of real files, line by line what {@code llvm-readobj} prints. */
class PeReadobjTest {
  static List<String> files() {
    return FixtureFolder.binaries("pe");
  }

  static List<String> images() {
    return files().stream().filter(name -> !name.endsWith(".obj") && !name.endsWith(".o")).toList();
  }

  static List<String> objects() {
    return files().stream().filter(name -> !images().contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void sections(String name) {
    List<String> lines = new ArrayList<>();
    for (PeSection section : open(name).sections()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d %s 0x%X 0x%X %d 0x%X 0x%X",
              section.index() + 1,
              section.name(),
              section.virtualSize(),
              section.rva(),
              section.rawSize(),
              section.rawOffset(),
              section.characteristics()));
    }
    assertSame(name, "sections", lines);
  }

  @ParameterizedTest
  @MethodSource("files")
  void symbols(String name) {
    List<String> lines = new ArrayList<>();
    PeSymbolTable symbols = open(name).symbolTable();
    for (int row = 0; row < symbols.count(); row++) {
      if (!symbols.isAuxiliary(row)) {
        boolean isFile = symbols.storageClass(row) == PeConstants.IMAGE_SYM_CLASS_FILE;
        lines.add(
            String.format(
                Locale.ROOT,
                "%s %d %d 0x%X %d",
                isFile ? ".file" : symbols.name(row),
                symbols.value(row),
                symbols.section(row),
                symbols.storageClass(row),
                symbols.auxiliaryCount(row)));
      }
    }
    assertSame(name, "symbols", lines);
  }

  @ParameterizedTest
  @MethodSource("images")
  void exports(String name) {
    List<String> lines =
        open(name).exports().stream()
            .map(
                export ->
                    export.isForwarder()
                        ? export.ordinal() + " " + export.forwarder() + " " + export.name()
                        : String.format(
                            Locale.ROOT,
                            "%d 0x%X %s",
                            export.ordinal(),
                            export.rva(),
                            export.name()))
            .toList();
    assertSame(name, "exports", lines);
  }

  @ParameterizedTest
  @MethodSource("images")
  void imports(String name) {
    List<String> lines = new ArrayList<>();
    imports("Import", open(name).imports(), lines);
    imports("DelayImport", open(name).delayImports(), lines);
    assertSame(name, "imports", lines);
  }

  private static void imports(String kind, PeImportTable table, List<String> lines) {
    table.stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s %s %s %d",
                    kind,
                    row.library(),
                    row.name(),
                    row.ordinal() < 0 ? row.hint() : row.ordinal()))
        .forEach(lines::add);
  }

  @ParameterizedTest
  @MethodSource("images")
  void baseRelocations(String name) {
    PeBaseRelocationTable table = open(name).baseRelocations();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < table.count(); row++) {
      String type =
          switch (table.type(row)) {
            case PeConstants.IMAGE_REL_BASED_ABSOLUTE -> "ABSOLUTE";
            case PeConstants.IMAGE_REL_BASED_HIGHLOW -> "HIGHLOW";
            case PeConstants.IMAGE_REL_BASED_DIR64 -> "DIR64";
            default -> "type " + table.type(row);
          };
      lines.add(String.format(Locale.ROOT, "%s 0x%X", type, table.rva(row)));
    }
    assertSame(name, "relocations", lines);
  }

  @ParameterizedTest
  @MethodSource("objects")
  void relocations(String name) {
    PeFile file = open(name);
    List<String> lines = new ArrayList<>();
    for (PeSection section : file.sections()) {
      PeRelocationTable table = file.relocations(section);
      for (int row = 0; row < table.count(); row++) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%d 0x%X %d",
                section.index() + 1,
                table.place(row),
                table.symbol(row)));
      }
    }
    assertSame(name, "relocations", lines);
  }

  @ParameterizedTest
  @MethodSource("images")
  void unwindTable(String name) {
    PeFile file = open(name);
    PeUnwindTable table = file.unwindTable();
    long base = file.imageBase();
    List<String> lines = new ArrayList<>();
    for (PeUnwindTable.Row row : table.stream().toList()) {
      boolean isX64 = table.entrySize() == 12;
      String info = row.unwindInfoRva() == 0 ? "packed" : hex(base + row.unwindInfoRva());
      String begin = hex(base + row.beginRva());
      String end = isX64 ? hex(base + row.endRva()) : "" + (row.endRva() - row.beginRva());
      lines.add(begin + " " + end + " " + info);
    }
    assertSame(name, "unwind", lines);
  }

  private static String hex(long number) {
    return String.format(Locale.ROOT, "0x%X", number);
  }

  private static PeFile open(String name) {
    return PeFile.of(Fixtures.bytes(name));
  }

  private static void assertSame(String name, String part, List<String> lines) {
    assertThat(lines).isEqualTo(Truth.of(name).part(part));
  }
}
