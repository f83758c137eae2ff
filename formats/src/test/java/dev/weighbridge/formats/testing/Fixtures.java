package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The real binaries under {@code src/test/resources/fixtures}, and the truth beside them. */
public final class Fixtures {
  private Fixtures() {}

  /**
   * The content of a fixture.
   *
   * @param name its path below {@code fixtures}: {@code elf/c-x64}
   * @throws UncheckedIOException if there is no such fixture
   */
  public static byte[] array(String name) {
    try (InputStream stream = Fixtures.class.getResourceAsStream("/fixtures/" + name)) {
      if (stream == null) {
        throw new FileNotFoundException("fixtures/" + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a fixture, little-endian. */
  public static Bytes bytes(String name) {
    return Bytes.of(array(name));
  }

  /** The lines of a text beside a fixture. */
  public static List<String> lines(String name) {
    return new String(array(name), StandardCharsets.UTF_8).lines().toList();
  }
}
