package dev.weighbridge.fuzz;

import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Damaged copies of the small fixtures of one format, in an order that is always the same: the
 * first copy of each fixture, then the second of each, and so on.
 */
final class DamagedFiles {
  /** The formats that have fixtures. */
  static final List<String> FORMATS = List.of("elf", "macho", "pe", "wasm", "ar");

  /** Larger ones tell nothing more and take longer. */
  static final int SMALL = 20_000;

  private final List<byte[]> sound;
  private final List<Mutations> damaged;

  private DamagedFiles(List<String> fixtures) {
    sound = fixtures.stream().map(Fixtures::array).toList();
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

  /**
   * Writes the sound files and so many damaged copies of them.
   *
   * @return each sound file with its copies
   */
  Map<Path, List<Path>> write(Path folder, int count) throws IOException {
    Map<Path, List<Path>> copies = new LinkedHashMap<>();
    for (int fixture = 0; fixture < sound.size(); fixture++) {
      Path file = Files.write(folder.resolve("sound-" + fixture), sound.get(fixture));
      List<Path> damagedOnes = new ArrayList<>();
      for (int number = fixture; number < count; number += sound.size()) {
        damagedOnes.add(Files.write(folder.resolve("damaged-" + number), copy(number)));
      }
      copies.put(file, damagedOnes);
    }
    return copies;
  }
}
