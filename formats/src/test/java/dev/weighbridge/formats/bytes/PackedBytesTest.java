package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBytesTest {
  private static final int AROUND = 1024;

  private static byte[] deflated(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packing =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
      packing.write(plain);
    }
    return out.toByteArray();
  }

  private static Bytes between(byte[] middle) {
    byte[] all = new byte[AROUND + middle.length + AROUND];
    System.arraycopy(middle, 0, all, AROUND, middle.length);
    return Bytes.of(all);
  }

  @Test
  void findsWhatIsDeflatedOrRandom() throws IOException {
    byte[] random = new byte[20_000];
    new Random(1).nextBytes(random);
    for (byte[] content : new byte[][] {random, deflated(Fixtures.array("elf/cpp-x64"))}) {
      Bytes bytes = between(content);
      PackedBytes packed = new PackedBytes(bytes);
      long start = packed.start(0, bytes.length());
      assertThat(start).isBetween((long) AROUND - 256, (long) AROUND + 512);
      assertThat(packed.end(start, bytes.length()))
          .isBetween(AROUND + content.length - 1024L, AROUND + content.length + 256L);
    }
  }

  /** Programs of many machines: no stretch of them is packed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf/c-aarch64",
        "elf/c-armhf",
        "elf/c-i686",
        "elf/c-static-musl",
        "elf/c-s390x",
        "elf/cpp-x64",
        "elf/c-riscv64",
        "pe/c-msvc-x64.exe",
        "macho/tiny-arm64"
      })
  void findsNothingInCode(String fixture) {
    Bytes bytes = Fixtures.bytes(fixture);
    assertThat(new PackedBytes(bytes).start(0, bytes.length())).isEqualTo(bytes.length());
  }

  @Test
  void aShortTableIsNone() {
    byte[] random = new byte[3_000];
    new Random(2).nextBytes(random);
    Bytes bytes = between(random);
    assertThat(new PackedBytes(bytes).start(0, bytes.length())).isEqualTo(bytes.length());
  }
}
