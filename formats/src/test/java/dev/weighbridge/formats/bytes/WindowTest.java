package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsNumbersOfEachSize(boolean isLittle) {
    ByteOrder order = isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteWriter out = new ByteWriter(order);
    for (int size = 1; size <= 8; size++) {
      out.number(0x1122_3344_5566_7788L, size);
    }
    out.uleb128(-1).sleb128(-1).sleb128(Long.MIN_VALUE).uleb128(300).text("text").text("");
    Window window = new Window(out.bytes(), 0, out.size());
    for (int size = 1; size <= 8; size++) {
      long mask = size == 8 ? -1 : (1L << (8 * size)) - 1;
      assertThat(window.number(size)).as("%d", size).isEqualTo(0x1122_3344_5566_7788L & mask);
    }
    assertThat(window.uleb128()).isEqualTo(-1);
    assertThat(window.sleb128()).isEqualTo(-1);
    assertThat(window.sleb128()).isEqualTo(Long.MIN_VALUE);
    window.passLeb128();
    assertThat(window.passText()).isEqualTo(4);
    assertThat(window.passText()).isZero();
    assertThat(window.remaining()).isZero();
    assertThat(window.isOverrun()).isFalse();
  }

  /** Wherever it jumps, near or far, it reads what is there. */
  @Test
  void jumps() {
    byte[] content = new byte[1 << 20];
    new Random(3).nextBytes(content);
    Bytes bytes = Bytes.of(content);
    Window window = new Window(bytes, 0, content.length);
    Random random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(3) == 0) {
        window.seek(random.nextInt(content.length - 64));
      }
      if (window.remaining() < 64) {
        window.seek(0);
      }
      window.skip(random.nextInt(40));
      long at = window.position();
      assertThat(window.i64()).isEqualTo(bytes.i64(at));
      assertThat(window.position()).isEqualTo(at + 8);
    }
  }

  @Test
  void marksReadsBehindTheLimit() {
    Window window = new Window(Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), 2, 5);
    assertThat(window.i32()).isZero();
    assertThat(window.isOverrun()).isTrue();
    window.reset(2, 5);
    window.skip(4);
    assertThat(window.isOverrun()).isTrue();
    window.reset(2, 5);
    window.skip(-1);
    assertThat(window.isOverrun()).isTrue();
    window.reset(2, 5);
    assertThat(window.passText()).isZero();
    assertThat(window.isOverrun()).isTrue();
    window.reset(2, 5);
    window.skip(3);
    assertThat(window.isOverrun()).isFalse();
    assertThat(window.u8()).isZero();
    assertThat(window.isOverrun()).isTrue();
  }
}
