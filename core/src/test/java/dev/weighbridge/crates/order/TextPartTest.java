package dev.weighbridge.crates.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartTest {
  @ParameterizedTest
  @CsvSource({
    "main.cold, UNLIKELY",
    "_ZN4core3fmt5write17h0E.cold.12, UNLIKELY",
    "work.part.0.cold, UNLIKELY",
    ".cold, UNLIKELY",
    "cold, REST",
    "a.colder, REST",
    "a.cold.1x, REST",
    "a.cold1, REST",
    "12, REST",
    ".5, REST",
    "_GLOBAL__sub_I_main, STARTUP",
    "_GLOBAL__sub_D_main, EXIT",
    "_GLOBAL__sub_, REST",
    "'', REST"
  })
  void theNameTellsWhereALinkerPutsAFunction(String name, TextPart part) {
    Bytes bytes = Bytes.of(("x.cold" + name + ".cold").getBytes(StandardCharsets.US_ASCII));
    assertThat(TextPart.of(bytes, 6, name.length())).isEqualTo(part);
  }
}
