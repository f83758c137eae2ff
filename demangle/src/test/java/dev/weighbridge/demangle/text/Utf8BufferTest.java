package dev.weighbridge.demangle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8BufferTest {
  private final Utf8Buffer buffer = new Utf8Buffer();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 99, 100, 4711, Long.MAX_VALUE, Long.MIN_VALUE, -1, -10})
  void writesUnsignedNumbers(long number) {
    buffer.putDecimal(number);
    buffer.put(' ');
    buffer.putHex(number);
    assertThat(buffer).hasToString(Long.toUnsignedString(number) + " " + Long.toHexString(number));
  }

  @Test
  void writesUtf8() {
    String text = "a\u00e4\u07ff\u0800\u20ac\uffff\ud83d\ude00\udbff\udfff";
    text.codePoints().forEach(buffer::putCodePoint);
    assertThat(buffer).hasToString(text);
    assertThat(buffer.length()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }
}
