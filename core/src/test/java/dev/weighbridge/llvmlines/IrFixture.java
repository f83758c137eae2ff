package dev.weighbridge.llvmlines;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** LLVM IR text that a compiler wrote, with what an independent count says of it. */
record IrFixture(String name) {
  private static byte[] read(String file) throws IOException {
    InputStream packed = IrFixture.class.getResourceAsStream("/llvmlines/" + file);
    try (InputStream in = new GZIPInputStream(Objects.requireNonNull(packed, file))) {
      return in.readAllBytes();
    }
  }

  /** The whole text. */
  byte[] text() throws IOException {
    return read(name + ".ll.gz");
  }

  /** Its functions as we count them. */
  IrLines lines() throws IOException {
    return IrLines.of(name + ".ll", Bytes.of(text()));
  }

  /** The lines of each function by its raw name, as the other count says. */
  Map<String, Integer> truth() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    String table = new String(read(name + ".tsv.gz"), StandardCharsets.UTF_8);
    for (String line : table.lines().toList()) {
      String[] fields = line.split("\t", -1);
      lines.merge(fields[0], Integer.parseInt(fields[1]), Integer::sum);
    }
    return lines;
  }
}
