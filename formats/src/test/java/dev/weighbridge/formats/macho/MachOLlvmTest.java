package dev.weighbridge.formats.macho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.macho.functions.DataInCode;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.macho.headers.MachOVersion;
import dev.weighbridge.formats.macho.symbols.IndirectSymbols;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of every fixture is what LLVM's tools print. */
class MachOLlvmTest {
  static Stream<String> thinFixtures() {
    return FixtureFolder.binaries("macho").stream().filter(name -> !name.contains("universal"));
  }

  private static MachOFile macho(String fixture) {
    return MachOFile.of(Fixtures.bytes(fixture));
  }

  private static String hex(long value) {
    return Long.toHexString(value);
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void loadCommands(String fixture) {
    List<LoadCommand> commands = macho(fixture).loadCommands();
    LlvmText truth = new LlvmText(fixture);
    assertThat(commands).hasSameSizeAs(truth.commands());
    assertThat(commands)
        .extracting(c -> c.fileEnd() - c.fileStart())
        .isEqualTo(truth.numbers("cmdsize"));
    assertThat(commands).noneMatch(c -> c instanceof LoadCommand.Unknown);
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void segments(String fixture) {
    List<MachOSegment> segments = macho(fixture).segments();
    LlvmText truth = new LlvmText(fixture);
    assertThat(segments).extracting(MachOSegment::address).isEqualTo(truth.numbers("vmaddr"));
    assertThat(segments).extracting(MachOSegment::memorySize).isEqualTo(truth.numbers("vmsize"));
    assertThat(segments).extracting(MachOSegment::offset).isEqualTo(truth.numbers("fileoff"));
    assertThat(segments).extracting(MachOSegment::fileSize).isEqualTo(truth.numbers("filesize"));
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void sections(String fixture) {
    List<String> rows =
        macho(fixture).sections().stream()
            .map(
                s ->
                    String.join(
                        " ",
                        s.name(),
                        s.segmentName(),
                        hex(s.address()),
                        hex(s.memorySize()),
                        hex(s.offset()),
                        Integer.toString(s.alignmentPower()),
                        hex(s.relocationOffset()),
                        hex(s.relocationCount()),
                        hex(s.reserved1()),
                        hex(s.reserved2())))
            .toList();
    assertThat(rows).isEqualTo(new LlvmText(fixture).sections());
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void functionStarts(String fixture) {
    List<String> rows =
        macho(fixture).functionStarts().stream().mapToObj(Long::toHexString).toList();
    assertThat(rows).isEqualTo(new LlvmText(fixture).functionStarts());
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void exports(String fixture) {
    List<String> rows =
        macho(fixture).exports().stream()
            .map(e -> hex(e.address()) + " " + e.name())
            .sorted()
            .toList();
    assertThat(rows).isEqualTo(new LlvmText(fixture).exports());
  }

  @ParameterizedTest
  @MethodSource("thinFixtures")
  void symbols(String fixture) {
    if (fixture.endsWith("chained") && fixture.contains("j2c")) {
      return;
    }
    MachOSymbolTable table = macho(fixture).symbolTable();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.count(); row++) {
      if (!table.isDebugMap(row)) {
        boolean isUndefined = table.isUndefined(row) && table.value(row) == 0;
        rows.add((isUndefined ? "" : hex(table.value(row))) + " " + table.name(row));
      }
    }
    assertThat(rows.stream().sorted().toList()).isEqualTo(new LlvmText(fixture).symbols());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "libfixlib-arm64.dylib",
        "j2c-x64-all-strip",
        "libfix-x64.dylib",
        "libfix-arm64.dylib",
        "tiny-x64"
      })
  void fixups(String name) {
    MachOFile macho = macho("macho/" + name);
    LlvmText truth = new LlvmText("macho/" + name);
    List<String> rebases = new ArrayList<>();
    List<String> binds = new ArrayList<>();
    macho.fixups().stream()
        .forEach(
            f -> {
              if (f.importRow() < 0) {
                rebases.add(hex(f.place()));
              } else {
                binds.add(hex(f.place()) + " " + macho.fixups().imports().name(f.importRow()));
              }
            });
    assertThat(rebases).isEqualTo(truth.rebases());
    assertThat(binds).isEqualTo(truth.binds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"libfixlib-arm64.dylib", "j2c-x64-all-strip", "libfix-x64.dylib"})
  void indirectSymbols(String name) {
    MachOFile macho = macho("macho/" + name);
    IndirectSymbols indirect = macho.indirectSymbols();
    List<String> rows = new ArrayList<>();
    for (MachOSection section : macho.sections()) {
      int stride =
          switch (section.type()) {
            case MachOConstants.S_SYMBOL_STUBS -> section.reserved2();
            case MachOConstants.S_NON_LAZY_SYMBOL_POINTERS, MachOConstants.S_LAZY_SYMBOL_POINTERS ->
                macho.header().addressBytes();
            default -> Integer.MAX_VALUE;
          };
      for (int i = 0; i < section.memorySize() / stride; i++) {
        int symbol = indirect.symbol(section.reserved1() + i);
        rows.add(
            hex(section.address() + (long) i * stride)
                + (symbol < 0 ? " LOCAL" : " " + symbol + " " + macho.symbolTable().name(symbol)));
      }
    }
    assertThat(rows).isEqualTo(new LlvmText("macho/" + name).indirectSymbols());
  }

  @Test
  void dataInCode() {
    DataInCode data = macho("macho/util-armv7.o").dataInCode();
    assertThat(data.stream().map(e -> hex(e.offset()) + " " + e.size() + " " + e.kind()))
        .containsExactly("90 16 1", "bc 10 2");
  }

  @Test
  void versionsAndLibraries() {
    MachOFile macho = macho("macho/old-x64");
    LoadCommand.VersionMin version = macho.loadCommand(LoadCommand.VersionMin.class).orElseThrow();
    assertThat(MachOVersion.text(version.version())).isEqualTo("10.9");
    assertThat(macho.libraries()).containsExactly("/usr/lib/libSystem.B.dylib");
    assertThat(macho.uuid()).contains("4c4c44f255553144a1c9f04999c58234");
    assertThat(macho.loadCommand(LoadCommand.EntryPoint.class).orElseThrow().entryOffset())
        .isEqualTo(1248);
    LoadCommand.Dylib system = macho.loadCommand(LoadCommand.Dylib.class).orElseThrow();
    assertThat(MachOVersion.text(system.currentVersion())).isEqualTo("1336.0");
    assertThat(macho.loadCommand(LoadCommand.Text.class).orElseThrow().text())
        .isEqualTo("/usr/lib/dyld");
  }
}
