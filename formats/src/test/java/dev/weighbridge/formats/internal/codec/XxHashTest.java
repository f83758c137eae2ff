package dev.weighbridge.formats.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Values of short texts as xxhsum prints them; longer ones are those of frames that tools wrote.
 */
class XxHashTest {
  private static long hash(XxHash hash, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    hash.update(bytes, 0, bytes.length);
    return hash.low32();
  }

  @Test
  void shortTextsHaveTheirHash() {
    assertThat(hash(XxHash.of32Bits(), "")).isEqualTo(0x02CC_5D05L);
    assertThat(hash(XxHash.of32Bits(), "abc")).isEqualTo(0x32D1_53FFL);
    assertThat(hash(XxHash.of64Bits(), "")).isEqualTo(0x51D8_E999L);
    assertThat(hash(XxHash.of64Bits(), "abc")).isEqualTo(0xAD77_0999L);
  }

  @Test
  void piecesOfAnySizeHaveTheHashOfTheWhole() {
    byte[] bytes = new byte[20_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    XxHash whole = XxHash.of32Bits();
    whole.update(bytes, 0, bytes.length);
    XxHash pieces = XxHash.of32Bits();
    XxHash longer = XxHash.of64Bits();
    int at = 0;
    for (int size = 0; at < bytes.length; size++) {
      int part = Math.min(size % 77, bytes.length - at);
      pieces.update(bytes, at, part);
      longer.update(bytes, at, part);
      at += part;
    }
    assertThat(pieces.low32()).isEqualTo(whole.low32());
    assertThat(longer.low32()).isEqualTo(XxHash.low32(Bytes.of(bytes), 0, bytes.length));
  }
}
