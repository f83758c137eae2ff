package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved models, with the checksum that they state and with the right one. */
class SavedModelFuzz {
  private static final byte[] END = {'E', 'N', 'D', 'S'};

  static Stream<byte[]> seeds() {
    return Stream.of("elf/c-split", "wasm/mvp-names.wasm", "pe/c-msvc-x64.exe", "ar/libfix.a")
        .map(SavedModelFuzz::saved);
  }

  private static byte[] saved(String fixture) {
    Bytes file = Fixtures.bytes(fixture);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try {
      BinaryModel.of(fixture, file, OpenOptions.DEFAULT).save(saved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return saved.toByteArray();
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] model) {
    ExactSums.of(model);
    ExactSums.of(withChecksum(model));
  }

  /** The bytes up to the last chunk, and a last chunk that fits them. */
  private static byte[] withChecksum(byte[] model) {
    int end = model.length;
    for (int at = model.length - END.length; at >= 0 && end == model.length; at--) {
      if (Arrays.equals(model, at, at + END.length, END, 0, END.length)) {
        end = at;
      }
    }
    CRC32 sum = new CRC32();
    sum.update(model, 0, end);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(model, 0, end);
    out.writeBytes(END);
    ByteArrayOutputStream number = new ByteArrayOutputStream();
    long rest = sum.getValue();
    while (rest >= 0x80) {
      number.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    number.write((int) rest);
    out.write(number.size());
    out.writeBytes(number.toByteArray());
    return out.toByteArray();
  }
}
