package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextBufferTest {
  private final TextBuffer buffer = new TextBuffer();

  @Test
  void growsAndCanBeUsedAgain() throws IOException {
    for (int i = 0; i < 1000; i++) {
      buffer.append(NameSlice.of("0123456789"));
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    buffer.writeTo(stream);
    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("0123456789".repeat(1000));
    buffer.clear();
    buffer.append('x');
    assertThat(buffer).hasToString("x");
    assertThat(buffer.byteAt(0)).isEqualTo((byte) 'x');
  }

  @Test
  void refusesWhatItCannotAnswer() {
    buffer.append('x');
    assertThatThrownBy(() -> buffer.byteAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> buffer.byteAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> buffer.append('\u00e4')).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void slicesMustLieInTheirArray() {
    byte[] bytes = new byte[4];
    assertThatThrownBy(() -> new NameSlice(bytes, 2, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new NameSlice().set(bytes, -1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
