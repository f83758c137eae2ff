package dev.weighbridge.formats.macho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.macho.headers.FatArchitecture;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.formats.testing.Tour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are read, with diagnostics, or refused; never do they crash or hang the reader. */
@DamagesFiles
class MachOMutationTest {
  static List<String> fixtures() {
    return FixtureFolder.binaries("macho");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesDamage(String fixture) {
    Mutations.Result result =
        Mutations.of(fixture, Fixtures.array(fixture)).check(MachOMutationTest::readAll);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
    assertThat(result.slowest()).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesCuts(String fixture) {
    byte[] file = Fixtures.array(fixture);
    Mutations.Result result =
        Mutations.of(fixture, file)
            .checkTruncations(MachOMutationTest::readAll, borders(Bytes.of(file)));
    assertThat(result.count()).isGreaterThan(20);
  }

  /** Where headers, load commands, sections and tables start and end. */
  private static long[] borders(Bytes file) {
    LongColumn borders = new LongColumn(0);
    if (FatMachO.isFat(file)) {
      FatMachO fat = FatMachO.of(file);
      for (FatArchitecture architecture : fat.architectures()) {
        borders.add(architecture.fileStart());
        borders.add(architecture.fileEnd());
        borders(fat.file(architecture).orElseThrow(), architecture.offset(), borders);
      }
    } else {
      borders(MachOFile.of(file), 0, borders);
    }
    return borders.freeze();
  }

  private static void borders(MachOFile macho, long start, LongColumn borders) {
    borders.add(start + macho.header().fileEnd());
    for (LoadCommand command : macho.loadCommands()) {
      borders.add(start + command.fileEnd());
      if (command instanceof LoadCommand.LinkEditData data) {
        borders.add(start + data.offset());
        borders.add(start + data.offset() + data.size());
      }
    }
    for (MachOSection section : macho.sections()) {
      borders.add(start + section.offset());
      borders.add(start + section.offset() + section.fileSize());
    }
    borders.add(start + macho.symbolTable().fileStart(0));
    borders.add(start + macho.symbolTable().stringsStart());
  }

  private static void readAll(Bytes file) {
    BinaryFile read = FormatRegistry.installed().read("mutant", file);
    Tour.of(read);
    read.images().forEach(Tour::of);
    if (FatMachO.isFat(file)) {
      Tour.of(FatMachO.of(file));
    } else {
      MachOFile macho = MachOFile.of(file);
      Tour.of(macho);
      macho.sections().forEach(section -> Tour.of(macho.relocations(section)));
    }
  }
}
