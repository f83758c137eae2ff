package dev.weighbridge.twins;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tukaani.xz.XZInputStream;

/** Programs under {@code src/test/resources/twins}, and fixtures, by their names. */
final class TwinFiles {
  private static final Map<List<Object>, BinaryModel> OPEN = new ConcurrentHashMap<>();

  private TwinFiles() {}

  /**
   * The content of a file.
   *
   * @param name of a fixture if it has a folder, {@code elf/c-x64}; else of a twin
   */
  static byte[] array(String name) {
    if (name.startsWith("advisor/")) {
      return unpack("/fixtures/" + name + ".xz");
    }
    if (name.contains("/")) {
      return Fixtures.array(name);
    }
    boolean isPlain = TwinFiles.class.getResource("/twins/" + name) != null;
    return isPlain ? read("/twins/" + name) : unpack("/twins/" + name + ".xz");
  }

  /** A file, weighed once with the default options. */
  static BinaryModel open(String name) {
    return open(name, OpenOptions.DEFAULT);
  }

  static BinaryModel open(String name, OpenOptions options) {
    return OPEN.computeIfAbsent(
        List.of(name, options), key -> BinaryModel.of(name, Bytes.of(array(name)), options));
  }

  private static byte[] read(String resource) {
    try (InputStream stream = stream(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] unpack(String resource) {
    try (InputStream stream = new XZInputStream(stream(resource))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String resource) throws FileNotFoundException {
    InputStream stream = TwinFiles.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException(resource);
    }
    return stream;
  }
}
