package dev.weighbridge.formats.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.elf.dynamic.ElfVersions;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.relocations.ElfRelocation;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbol;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every fixture's tables is what GNU readelf prints. */
class ElfReadelfTest {
  static Stream<String> fixtures() {
    return FixtureFolder.binaries("elf").stream();
  }

  private static ElfFile elf(String fixture) {
    return ElfFile.of(Fixtures.bytes(fixture));
  }

  private static ReadelfText truth(String fixture) {
    return new ReadelfText(fixture + ".readelf.txt");
  }

  private static String hex(long value) {
    return Long.toHexString(value);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void sections(String fixture) {
    List<String> rows =
        elf(fixture).sections().stream()
            .map(
                s ->
                    String.join(
                        " ",
                        Integer.toString(s.index()),
                        s.name(),
                        hex(s.address()),
                        hex(s.offset()),
                        hex(s.statedSize()),
                        hex(s.entrySize()),
                        (s.isWritable() ? "W" : "")
                            + (s.isLoaded() ? "A" : "")
                            + (s.isExecutable() ? "X" : ""),
                        Integer.toString(s.link()),
                        Integer.toString(s.info()),
                        Long.toString(s.alignment())))
            .toList();
    assertThat(rows).isEqualTo(truth(fixture).sections());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void segments(String fixture) {
    List<String> rows =
        elf(fixture).programHeaders().stream()
            .map(
                s ->
                    String.join(
                        " ",
                        hex(s.offset()),
                        hex(s.address()),
                        hex(s.physicalAddress()),
                        hex(s.fileSize()),
                        hex(s.memorySize()),
                        s.permissions().replace('r', 'R').replace('w', 'W').replace('x', 'E'),
                        hex(s.alignment())))
            .toList();
    assertThat(rows).isEqualTo(truth(fixture).segments());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void symbols(String fixture) {
    ElfFile elf = elf(fixture);
    boolean hasSections = !elf.sections().isEmpty();
    String truth = fixture + (hasSections ? ".readelf.txt" : ".dynamic.txt");
    assertThat(symbols(elf)).isEqualTo(new ReadelfText(truth).symbols());
  }

  private static List<String> symbols(ElfFile elf) {
    List<String> rows = new ArrayList<>();
    elf.dynamicSymbolTable().stream().forEach(s -> rows.add(row(s, suffix(elf, s))));
    elf.symbolTable().stream().forEach(s -> rows.add(row(s, "")));
    return rows;
  }

  /** readelf leaves the version off the symbol that stands for the version itself. */
  private static String suffix(ElfFile elf, ElfSymbol symbol) {
    String suffix = elf.versions().suffix(symbol.index());
    return suffix.equals("@@" + symbol.name()) ? "" : suffix;
  }

  private static String row(ElfSymbol symbol, String suffix) {
    return String.join(
        " ",
        Integer.toString(symbol.index()),
        hex(symbol.value()),
        Long.toString(symbol.memorySize()),
        Integer.toString(symbol.type()),
        Integer.toString(symbol.binding()),
        Integer.toString(symbol.visibility()),
        Integer.toString(symbol.section()),
        symbol.type() == ElfConstants.STT_SECTION ? "" : ReadelfText.ascii(symbol.name()) + suffix);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void relocations(String fixture) {
    ElfFile elf = elf(fixture);
    List<String> rows = new ArrayList<>();
    List<String> packed = new ArrayList<>();
    for (ElfRelocations table : elf.relocations()) {
      boolean isPacked = table.section().type() == ElfConstants.SHT_RELR;
      table.stream()
          .forEach(
              r -> {
                if (isPacked) {
                  packed.add(hex(r.place()));
                } else {
                  rows.add(row(elf, r, table.hasAddends()));
                }
              });
    }
    boolean hasSections = !elf.sections().isEmpty();
    ReadelfText truth = new ReadelfText(fixture + (hasSections ? ".readelf.txt" : ".dynamic.txt"));
    assertThat(rows).isEqualTo(truth.relocations());
    assertThat(packed).isEqualTo(truth.relativePlaces());
  }

  private static String row(ElfFile elf, ElfRelocation relocation, boolean hasAddends) {
    long symbol = relocation.symbol();
    boolean is64Bit = elf.header().is64Bit();
    long info =
        is64Bit
            ? symbol << 32 | Integer.toUnsignedLong(relocation.type())
            : symbol << 8 | relocation.type();
    long addend = relocation.addend();
    String signed = addend < 0 && symbol != 0 ? "-" + hex(-addend) : hex(addend);
    return String.join(" ", hex(relocation.place()), hex(info), hasAddends ? signed : "");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void dynamicEntries(String fixture) {
    List<String> rows =
        elf(fixture).dynamic().entries().stream()
            .map(e -> hex(e.tag()) + " " + e.text().orElse(""))
            .toList();
    assertThat(rows).isEqualTo(truth(fixture).dynamic());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void notes(String fixture) {
    ElfFile elf = elf(fixture);
    List<String> rows =
        elf.notes().stream().map(n -> n.owner() + " " + hex(n.description().length())).toList();
    assertThat(rows).isEqualTo(truth(fixture).notes());
    assertThat(elf.buildId().stream()).isEqualTo(truth(fixture).buildIds());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void versions(String fixture) {
    ElfVersions versions = elf(fixture).versions();
    List<String> needed =
        versions.needs().stream()
            .flatMap(n -> n.versions().stream())
            .map(v -> v.name() + " " + v.index())
            .toList();
    List<String> defined =
        versions.definitions().stream().map(d -> d.index() + " " + d.name()).toList();
    if (fixture.equals("elf/c-nosections")) {
      // readelf finds versions by sections only.
      assertThat(needed).containsExactly("GLIBC_2.2.5 3", "GLIBC_2.34 2");
      return;
    }
    assertThat(needed).isEqualTo(truth(fixture).neededVersions());
    assertThat(defined).isEqualTo(truth(fixture).definedVersions());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsNothingWrong(String fixture) {
    ElfFile elf = elf(fixture);
    elf.symbolTable();
    elf.dynamicSymbolTable();
    elf.pltSlots();
    elf.pointers();
    elf.versions();
    elf.unwindTables();
    elf.notes();
    elf.groups();
    elf.miniDebugFile();
    assertThat(elf.diagnostics()).isEmpty();
  }
}
