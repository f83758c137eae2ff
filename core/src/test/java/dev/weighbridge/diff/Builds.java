package dev.weighbridge.diff;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The builds that the tests compare: real ones, and described ones. */
final class Builds {
  private Builds() {}

  /** One function of a described build; the next one follows at once. */
  record Function(String name, int size) {}

  static byte[] array(String name) throws IOException {
    try (InputStream stream = Builds.class.getResourceAsStream("/diff/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  static List<String> lines(String name) throws IOException {
    return new String(array(name), StandardCharsets.UTF_8).lines().toList();
  }

  static BinaryModel open(String name, OpenOptions options) throws IOException {
    return BinaryModel.of(name, Bytes.of(array(name)), options);
  }

  /** A file of some functions, whose code tells the length of name and function. */
  static BinaryModel of(Path folder, List<Function> functions) throws IOException {
    int size = 0;
    for (Function function : functions) {
      size += function.size;
    }
    byte[] code = new byte[size];
    int at = 0;
    for (Function function : functions) {
      for (int i = 0; i < function.size; i++) {
        code[at++] = (byte) (0x41 + function.name.length() + function.size);
      }
    }
    long[] start = new long[functions.size() + 1];
    start[0] = 0x1000;
    for (int i = 0; i < functions.size(); i++) {
      start[i + 1] = start[i] + functions.get(i).size;
    }
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(code)))
            .symbols(
                functions.size(),
                i -> {
                  Function function = functions.get(i);
                  return ElfSymbolRow.function(function.name, 1, start[i], function.size);
                });
    Path file = writer.writeTo(folder.resolve("build" + System.nanoTime()));
    return BinaryModel.open(file);
  }
}
