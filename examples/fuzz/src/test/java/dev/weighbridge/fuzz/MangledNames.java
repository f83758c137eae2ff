package dev.weighbridge.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Names that the tests of the demangler have, to begin with. */
final class MangledNames {
  private static final Path FOLDER =
      Path.of("../../demangle/src/test/resources/dev/weighbridge/demangle");
  private static final int COUNT = 300;
  private static final int SHORT = 200;

  private MangledNames() {}

  /** Short names that begin so, spread over a list of names. */
  static Stream<byte[]> of(String list, String prefix) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(list))),
                StandardCharsets.UTF_8))) {
      String[] names =
          reader
              .lines()
              .map(line -> line.substring(0, Math.max(0, line.indexOf('\t'))))
              .filter(name -> name.startsWith(prefix) && name.length() <= SHORT)
              .toArray(String[]::new);
      int step = Math.max(1, names.length / COUNT);
      return Stream.iterate(0, at -> at < names.length, at -> at + step)
          .map(at -> names[at].getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
