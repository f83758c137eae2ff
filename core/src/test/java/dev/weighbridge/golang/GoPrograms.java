package dev.weighbridge.golang;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** Stripped programs of Go, each weighed once, and the functions of their unstripped twins. */
final class GoPrograms {
  private static final Map<String, BinaryModel> OPEN = new ConcurrentHashMap<>();

  /** A program of C. */
  static final String OTHER = "none";

  private GoPrograms() {}

  /** A function by the twin's table of symbols; start is the number of a body in Wasm. */
  record Truth(long start, long size, String name, String path) {}

  static BinaryModel open(String name) {
    return OPEN.computeIfAbsent(
        name, key -> BinaryModel.of(key, Bytes.of(array(key)), OpenOptions.DEFAULT));
  }

  static byte[] array(String name) {
    if (name.equals(OTHER)) {
      return Fixtures.array("elf/c-x64");
    }
    try (InputStream stream = new XZInputStream(stream(name + ".xz"))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Truth> truth(String name) {
    try (InputStream stream = new GZIPInputStream(stream(name + ".truth.tsv.gz"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(GoPrograms::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Truth row(String line) {
    String[] cells = line.split("\t", -1);
    return new Truth(Long.decode(cells[0]), Long.parseLong(cells[1]), cells[2], cells[3]);
  }

  private static InputStream stream(String name) throws FileNotFoundException {
    InputStream stream = GoPrograms.class.getResourceAsStream("/fixtures/golang/" + name);
    if (stream == null) {
      throw new FileNotFoundException(name);
    }
    return stream;
  }
}
