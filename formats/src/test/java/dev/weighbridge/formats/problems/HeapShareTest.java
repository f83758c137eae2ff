package dev.weighbridge.formats.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.ZstdBlocks;
import org.junit.jupiter.api.Test;

class HeapShareTest {
  @Test
  void whoHasTooLittleIsToldThatItIsTheHeap() {
    assertThat(HeapShare.of(1, 4)).isEqualTo(new HeapShare(1, false));
    assertThat(HeapShare.of(1, 4).why()).isEmpty();
    HeapShare share = HeapShare.of(Long.MAX_VALUE, 4);
    assertThat(share.bytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    assertThat(share.why()).startsWith(" in a heap of ").endsWith(" MiB (java -Xmx)");
  }

  /** RFC 8878, 3.1.1.1.2: an exponent of 29 - 10 is a window of 512 MiB. */
  @Test
  void aWindowThatIsTooLargeIsRefusedWithTheReason() {
    HeapShare most = HeapShare.of(128L << 20, 8);
    byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (19 << 3), 1, 0, 0};
    assertThatThrownBy(() -> new ZstdBlocks("a.zst", Bytes.of(frame)).next())
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("a window of at most " + most.bytes() + " bytes" + most.why())
        .hasMessageEndingWith("found " + (512 << 20));
  }
}
