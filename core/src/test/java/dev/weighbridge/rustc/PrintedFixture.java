package dev.weighbridge.rustc;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What a compiler printed, with what an independent count says of it. */
record PrintedFixture(String name) {
  private static String read(String file) throws IOException {
    InputStream packed = PrintedFixture.class.getResourceAsStream("/rustc/" + file);
    try (InputStream in = new GZIPInputStream(Objects.requireNonNull(packed, file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that was printed of items. */
  String itemsText() throws IOException {
    return read(name + "-items.txt.gz");
  }

  /** All that was printed of types. */
  String typesText() throws IOException {
    return read(name + "-types.txt.gz");
  }

  MonoItems items() throws IOException {
    return MonoItems.of(name + "-items.txt", bytes(itemsText()));
  }

  TypeSizes types() throws IOException {
    return TypeSizes.of(name + "-types.txt", bytes(typesText()));
  }

  /** The fields of lines of the count that begin with a word. */
  List<List<String>> truth(String word) throws IOException {
    return read(name + ".tsv.gz")
        .lines()
        .map(line -> List.of(line.split("\t", -1)))
        .filter(fields -> fields.get(0).equals(word))
        .toList();
  }
}
