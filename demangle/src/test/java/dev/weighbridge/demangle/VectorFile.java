package dev.weighbridge.demangle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Rows of tab-separated columns from a resource; lines that start with {@code #} are comments. */
final class VectorFile {
  static final String REFUSED = "!";

  private VectorFile() {}

  static List<String[]> rows(String resource) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream raw = VectorFile.class.getResourceAsStream(resource);
        InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The text of a column; empty if the name is to be refused. */
  static Optional<String> text(String column) {
    return column.equals(REFUSED) ? Optional.empty() : Optional.of(column);
  }
}
