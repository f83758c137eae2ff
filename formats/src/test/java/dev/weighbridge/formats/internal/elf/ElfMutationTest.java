package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weighbridge.formats.BinaryException;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files yield facts inside the file, or one of our exceptions; nothing else. How many per
 * fixture is set by {@code -Dmutations=10000}.
 */
class ElfMutationTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 100);
  private static final long SEED = 19;

  static Stream<String> fixtures() {
    return FixtureFolder.binaries("elf").stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesFlippedBitsAndFalseNumbers(String fixture) {
    byte[] sound = Fixtures.array(fixture);
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = sound.clone();
      for (int j = random.nextInt(6); j >= 0; j--) {
        damage(damaged, random);
      }
      read(fixture, "mutation " + i + " of seed " + SEED, damaged);
    }
  }

  private static void damage(byte[] file, Random random) {
    int at =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(64);
          case 1 -> file.length - 1 - random.nextInt(Math.min(file.length, 4096));
          default -> random.nextInt(file.length);
        };
    switch (random.nextInt(3)) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] = (byte) random.nextInt(256);
      default -> Arrays.fill(file, at, Math.min(file.length, at + 8), (byte) 0xFF);
    }
  }

  /** At every byte of the headers and tables of a small file, at some of the others. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesBeingCutShort(String fixture) {
    byte[] sound = Fixtures.array(fixture);
    int step = Math.max(1, sound.length / 200);
    for (int length = 0; length < sound.length; length += length < 64 ? 1 : step) {
      read(fixture, "cut to " + length, Arrays.copyOf(sound, length));
    }
  }

  private static void read(String fixture, String what, byte[] file) {
    try {
      BinaryFile read = new ElfFormat().read(fixture, Bytes.of(file));
      check(read.images().get(0), file.length);
      read.as(ElfFile.class).ifPresent(ElfMutationTest::askForTheRest);
    } catch (BinaryException expected) {
      assertThat(expected.structure()).isNotEmpty();
    } catch (RuntimeException | Error e) {
      fail(fixture + ", " + what, e);
    }
  }

  private static void check(BinaryImage image, long length) {
    for (int i = 0; i < image.structures().count(); i++) {
      if (image.structures().fileStart(i) < 0
          || image.structures().fileStart(i) >= image.structures().fileEnd(i)
          || image.structures().fileEnd(i) > length) {
        fail("structure " + image.structures().row(i));
      }
    }
    image.sections().stream().forEach(s -> assertThat(s.fileEnd()).isBetween(0L, length));
    image.symbols().stream().limit(50).forEach(s -> assertThat(s.name()).isNotNull());
  }

  private static void askForTheRest(ElfFile elf) {
    elf.comments();
    elf.debugAltLink();
    elf.interpreter();
    elf.sections().forEach(elf::compression);
    elf.symbolTable().stream().limit(50).forEach(s -> assertThat(s).isNotNull());
    elf.relocations().forEach(t -> t.stream().limit(50).forEach(r -> assertThat(r).isNotNull()));
    elf.pointers().list().forEach(p -> p.stream().forEach(r -> assertThat(r).isNotNull()));
    elf.notes()
        .forEach(
            n -> {
              n.probe();
              n.properties();
              n.packageMetadata();
            });
    for (int row = 0; row < elf.versions().count(); row++) {
      elf.versions().suffix(row);
    }
  }
}
