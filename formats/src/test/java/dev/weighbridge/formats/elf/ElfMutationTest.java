package dev.weighbridge.formats.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.ElfBoundaries;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.formats.testing.Tour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are read, with diagnostics, or refused; never do they crash or hang the reader. */
@DamagesFiles
class ElfMutationTest {
  static List<String> fixtures() {
    return FixtureFolder.binaries("elf");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesDamage(String fixture) {
    Mutations.Result result =
        Mutations.of(fixture, Fixtures.array(fixture)).check(ElfMutationTest::readAll);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
    assertThat(result.slowest()).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesCuts(String fixture) {
    byte[] file = Fixtures.array(fixture);
    Mutations.Result result =
        Mutations.of(fixture, file)
            .checkTruncations(ElfMutationTest::readAll, ElfBoundaries.of(Bytes.of(file)));
    assertThat(result.count()).isGreaterThan(20);
  }

  @Test
  void survivesWhatOnceFailed() {
    assertThat(Mutations.replays(ElfMutationTest::readAll)).isNotNegative();
  }

  private static void readAll(Bytes file) {
    BinaryFile read = FormatRegistry.installed().read("mutant", file);
    Tour.of(read);
    read.images().forEach(Tour::of);
    Tour.of(ElfFile.of(file));
  }
}
