package dev.weighbridge.benchmarks;

import dev.weighbridge.demangle.NameSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Symbol names in one array of bytes, as in a string table. */
final class NameTable {
  private static final String FILE = System.getProperty("weighbridge.names");

  private final List<String> strings;
  private final byte[] bytes;
  private final int[] starts;

  private NameTable(List<String> strings) {
    this.strings = strings;
    starts = new int[strings.size() + 1];
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    for (int i = 0; i < strings.size(); i++) {
      table.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_8));
      starts[i + 1] = table.size();
    }
    bytes = table.toByteArray();
  }

  /** Loads the names that have a prefix. */
  static NameTable load(String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : lines()) {
      if (name.startsWith(prefix)) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      throw new IllegalStateException("no name starts with " + prefix);
    }
    return new NameTable(names);
  }

  private static List<String> lines() {
    try {
      if (FILE != null) {
        return Files.readAllLines(Path.of(FILE));
      }
      try (InputStream sample = NameTable.class.getResourceAsStream("names.txt.gz");
          InputStream plain = new GZIPInputStream(sample)) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return strings.size();
  }

  String string(int index) {
    return strings.get(index);
  }

  NameSlice point(NameSlice slice, int index) {
    return slice.set(bytes, starts[index], starts[index + 1] - starts[index]);
  }
}
