package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.LocalBinaries;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with up to a hundred thousand frame records. */
@RequiresNative("readelf")
class LargeUnwindTest {
  static List<Path> binaries() {
    return LocalBinaries.all();
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void agreesWithReadelf(Path file) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    UnwindTables tables = UnwindTables.read(ElfUnwindSections.of(ElfFile.open(file)), diagnostics);
    EhFrame frames =
        tables.ehFrames().stream()
            .filter(f -> f.section().name().equals(".eh_frame"))
            .findFirst()
            .orElseThrow();
    List<String> truth =
        NativeTool.lines(
            line -> line.matches("[0-9a-f]{8} .*(CIE|FDE|ZERO).*"),
            "readelf",
            "-W",
            "--debug-dump=frames-interp",
            file);
    assertThat(ReadelfFrames.lines(frames)).isEqualTo(truth);
    tables.ehFrameHeaders().forEach(header -> header.check(frames, diagnostics));
    assertThat(diagnostics.list()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void knowsTheFunctionsWithoutTheirSymbols(Path file) throws IOException {
    ElfFile elf = ElfFile.open(file);
    UnwindTables tables = UnwindTables.read(ElfUnwindSections.of(elf), new Diagnostics());
    Set<Extent> extents = new HashSet<>();
    for (EhFrame frames : tables.ehFrames()) {
      frames.fdes().forEach(fde -> extents.add(new Extent(fde.pcBegin(), fde.pcLength())));
    }
    Set<Extent> symbols = functionSymbols(elf);
    assumeFalse(symbols.isEmpty(), "stripped");
    long known = symbols.stream().filter(extents::contains).count();
    assertThat((double) known / symbols.size())
        .as("%s: %d of %d functions", file.getFileName(), known, symbols.size())
        .isGreaterThan(0.995);
  }

  private record Extent(long address, long size) {}

  private static Set<Extent> functionSymbols(ElfFile elf) {
    ElfSymbolTable table = elf.symbolTable();
    Set<Extent> functions = new HashSet<>();
    for (int row = 0; row < table.count(); row++) {
      if (table.type(row) == ElfConstants.STT_FUNC && table.memorySize(row) > 0) {
        functions.add(new Extent(table.value(row), table.memorySize(row)));
      }
    }
    return functions;
  }
}
