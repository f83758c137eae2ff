package dev.weighbridge.crates;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A program under {@code src/test/resources/crates}, with what the map of its link says. */
final class LinkedProgram {
  /** What the truth calls an object that is not Rust. */
  static final String NATIVE = "-";

  /**
   * A section of an object, placed in the program.
   *
   * @param section the output section
   * @param crate of the object, or {@link #NATIVE}
   */
  record Placed(String section, long address, long size, String crate) {}

  private final String name;

  LinkedProgram(String name) {
    this.name = name;
  }

  BinaryModel model() {
    return BinaryModel.of(name, Bytes.of(read(name + ".gz")), OpenOptions.DEFAULT);
  }

  /** What the linker placed, but for what it made itself. */
  List<Placed> placed() {
    String text = new String(read(name + ".map.tsv.gz"), StandardCharsets.UTF_8);
    return text.lines().skip(1).map(line -> placed(line.split("\t"))).toList();
  }

  private static Placed placed(String[] fields) {
    return new Placed(
        fields[0], Long.parseLong(fields[1], 16), Long.parseLong(fields[2], 16), fields[3]);
  }

  private static byte[] read(String resource) {
    try (InputStream stream = LinkedProgram.class.getResourceAsStream("/crates/" + resource)) {
      if (stream == null) {
        throw new FileNotFoundException("crates/" + resource);
      }
      return new GZIPInputStream(stream).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
