package dev.weighbridge.formats.isa.x86;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As objdump -d prints what GNU as fills up with for i386. */
class X86NopTest {
  @ParameterizedTest
  @CsvSource({
    "8d7600, 3", // lea 0x0(%esi),%esi
    "8d742600, 4", // lea 0x0(%esi,%eiz,1),%esi
    "2e8d742600, 5",
    "8db600000000, 6",
    "8db42600000000, 7",
    "8dbc2700000000, 7", // lea 0x0(%edi,%eiz,1),%edi
    "8d7601, 0", // lea 0x1(%esi),%esi
    "8d7700, 0", // lea 0x0(%edi),%esi
    "8d747600, 0", // lea 0x0(%esi,%esi,2),%esi
    "8d36, 0",
    "8db6000000, 0"
  })
  void additionsOfZeroFill(String code, int length) {
    Bytes bytes = Bytes.of(HexFormat.of().parseHex(code));
    assertThat(X86Nop.length(bytes, 0, bytes.length())).isEqualTo(length);
  }
}
