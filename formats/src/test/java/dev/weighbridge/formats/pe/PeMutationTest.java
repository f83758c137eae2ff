package dev.weighbridge.formats.pe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.unwind.PeUnwindTable;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.formats.testing.Tour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are read, with diagnostics, or refused; never do they crash or hang the reader. */
@DamagesFiles
class PeMutationTest {
  static List<String> files() {
    return PeReadobjTest.files();
  }

  static List<String> databases() {
    return FixtureFolder.binaries("pdb");
  }

  @ParameterizedTest
  @MethodSource("files")
  void survivesDamage(String name) {
    Mutations.Result result =
        Mutations.of(name, Fixtures.array(name)).check(PeMutationTest::readAll);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
    assertThat(result.slowest()).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @MethodSource("files")
  void survivesCuts(String name) {
    byte[] file = Fixtures.array(name);
    Mutations.Result result =
        Mutations.of(name, file).checkTruncations(PeMutationTest::readAll, boundaries(file));
    assertThat(result.count()).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void survivesDamagedDatabases(String name) {
    Bytes image = Fixtures.bytes(FixtureFolder.imageOf(name));
    Mutations.of(name, Fixtures.array(name)).check(pdb -> readBoth(image, pdb));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void survivesCutDatabases(String name) {
    Bytes image = Fixtures.bytes(FixtureFolder.imageOf(name));
    byte[] file = Fixtures.array(name);
    long[] blocks = new long[file.length / 4096 + 2];
    for (int i = 1; i < blocks.length; i++) {
      blocks[i] = 4096L * (i - 1) + (i == 1 ? 56 : 0);
    }
    Mutations.of(name, file).checkTruncations(pdb -> readBoth(image, pdb), blocks);
  }

  private static void readAll(Bytes file) {
    BinaryFile read = FormatRegistry.installed().read("mutant", file);
    Tour.of(read);
    read.images().forEach(Tour::of);
    read.as(PeFile.class).ifPresent(PeMutationTest::askForRows);
  }

  private static void readBoth(Bytes image, Bytes database) {
    SideFiles files = SideFiles.of(new SideFile("mutant.pdb", database));
    BinaryFile read = FormatRegistry.installed().read("image.exe", image, files);
    read.images().forEach(Tour::of);
    read.images().forEach(one -> askForDebug(one.debug()));
  }

  private static void askForDebug(DebugInformation debug) {
    LineTable lines = debug.lines();
    for (int run = 0; run < lines.runCount(); run++) {
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        assertThat(lines.end(run, row)).isGreaterThanOrEqualTo(lines.start(run, row));
        assertThat(lines.file(row)).isLessThan(lines.sources().count());
      }
    }
    for (int file = 0; file < lines.sources().count(); file++) {
      assertThat(lines.sources().path(file)).isNotNull();
    }
    InlineTable inlines = debug.inlines();
    for (int scope = 0; scope < inlines.count(); scope++) {
      assertThat(inlines.parent(scope)).isLessThan(scope);
      assertThat(inlines.functions().qualifiedName(inlines.function(scope))).isNotNull();
      assertThat(inlines.callFile(scope)).isLessThan(inlines.sources().count());
    }
    UnitTable units = debug.units();
    for (int unit = 0; unit < units.count(); unit++) {
      assertThat(units.name(unit) + units.directory(unit) + units.producer(unit)).isNotNull();
    }
  }

  private static void askForRows(PeFile file) {
    Tour.of(file);
    PeUnwindTable unwind = file.unwindTable();
    for (int row = 0; row < unwind.count(); row++) {
      unwind.unwindInfo(row);
    }
    for (PeSection section : file.sections()) {
      Tour.of(file.relocations(section));
      assertThat(file.content(section).length()).isLessThanOrEqualTo(file.bytes().length());
    }
    file.symbolTable().stream().forEach(symbol -> assertThat(symbol.name()).isNotNull());
  }

  /** Where headers, sections and tables start and end. */
  private static long[] boundaries(byte[] array) {
    PeFile file = PeFile.of(Bytes.of(array));
    List<Long> found = new ArrayList<>(List.of(0L, 64L, file.header().fileEnd()));
    found.add(file.header().fileStart());
    file.optionalHeader().ifPresent(header -> found.add(header.fileEnd()));
    for (PeDataDirectory directory : file.dataDirectories()) {
      found.add(directory.fileEnd());
      if (directory.rva() != 0) {
        found.add(file.fileOffset(directory.rva()));
        found.add(file.fileOffset(directory.rva()) + directory.size());
      }
    }
    for (PeSection section : file.sections()) {
      found.add(section.fileEnd());
      found.add(section.rawOffset());
      found.add(section.rawOffset() + section.fileSize());
      found.add(section.relocationOffset());
    }
    found.add(file.symbolTable().fileStart(0));
    found.add(file.symbolTable().stringsStart());
    found.add(file.symbolTable().stringsEnd());
    return found.stream().mapToLong(Long::longValue).toArray();
  }
}
