package dev.weighbridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
final class Version {
  private Version() {}

  /** Its text: {@code 0.1.0}. */
  static String text() {
    try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
      return stream == null
          ? "of unknown version"
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
