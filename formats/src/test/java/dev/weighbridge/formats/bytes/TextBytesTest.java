package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextBytesTest {
  private static final String TEXT = "na\u00efve \ud83d\ude00\r\n";

  private static String utf8(byte[] file) {
    Bytes bytes = TextBytes.utf8(Bytes.of(file));
    return bytes.text(0, bytes.length());
  }

  @Test
  void aTextIsReadByItsMark() {
    for (Charset form :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(utf8(("\ufeff" + TEXT).getBytes(form))).as(form.name()).isEqualTo(TEXT);
      assertThat(utf8("\ufeff".getBytes(form))).isEmpty();
    }
  }

  @Test
  void whatHasNoMarkStays() {
    for (byte[] file : new byte[][] {{}, {(byte) 0xff}, {(byte) 0xef, (byte) 0xbb}, {'a', 0}}) {
      Bytes bytes = Bytes.of(file);
      assertThat(TextBytes.utf8(bytes)).isSameAs(bytes);
    }
  }

  @Test
  void halfACharacterIsNoError() {
    assertThat(utf8(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 'b'})).isEqualTo("a\ufffd");
  }
}
