package dev.weighbridge.fuzz;

import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Damaged copies of the small fixtures of one format, in an order that is always the same: the
 * first copy of each fixture, then the second of each, and so on.
 */
final class DamagedFiles {
  /** The formats that have fixtures. */
  static final List<String> FORMATS = List.of("elf", "macho", "pe", "wasm", "ar");

  /** Larger ones tell nothing more and take longer. */
  static final int SMALL = 20_000;

  private final List<Mutations> damaged;

  private DamagedFiles(List<String> fixtures) {
    damaged = fixtures.stream().map(name -> Mutations.of(name, Fixtures.array(name))).toList();
  }

  /** Those of a format. */
  static DamagedFiles of(String format) {
    return new DamagedFiles(small(format));
  }

  /** The fixtures of a folder that are small. */
  static List<String> small(String folder) {
    return FixtureFolder.binaries(folder).stream()
        .filter(name -> Fixtures.array(name).length <= SMALL)
        .toList();
  }

  /** One damaged copy: always the same for the same number. */
  byte[] copy(int number) {
    return damaged.get(number % damaged.size()).mutant(number / damaged.size());
  }

  /** Writes so many damaged copies of each format into a folder each: {@code elf/00001}. */
  static void write(Path folder, int count) throws IOException {
    for (String format : FORMATS) {
      Path files = Files.createDirectories(folder.resolve(format));
      DamagedFiles damaged = of(format);
      for (int number = 0; number < count; number++) {
        String name = String.format(Locale.ROOT, "%05d", number);
        Files.write(files.resolve(name), damaged.copy(number));
      }
    }
  }
}
