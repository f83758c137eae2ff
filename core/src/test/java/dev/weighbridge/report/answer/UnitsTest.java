package dev.weighbridge.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B, 0 B",
    "999, 999 B, 999 B",
    "1000, 0.98 KiB, 1.00 kB",
    "1023, 1.00 KiB, 1.02 kB",
    "9994, 9.76 KiB, 9.99 kB",
    "9995, 9.76 KiB, 10.0 kB",
    "102400, 100 KiB, 102 kB",
    "1022976, 999 KiB, 1.02 MB",
    "1023488, 0.98 MiB, 1.02 MB",
    "153621360, 147 MiB, 154 MB",
    "-1536, -1.50 KiB, -1.54 kB",
    "9223372036854775807, 8.00 EiB, 9.22 EB",
    "-9223372036854775808, -8.00 EiB, -9.22 EB",
  })
  void threeDigitsSayHowMuchItIs(long bytes, String binary, String decimal) {
    assertThat(Units.BINARY.text(bytes)).isEqualTo(binary);
    assertThat(Units.DECIMAL.text(bytes)).isEqualTo(decimal);
  }

  @Test
  void changesHaveASign() {
    assertThat(Units.BINARY.change(2048)).isEqualTo("+2.00 KiB");
    assertThat(Units.DECIMAL.change(-2048)).isEqualTo("-2.05 kB");
    assertThat(Units.BYTES.change(2048)).isEqualTo("+2,048");
    assertThat(Units.BINARY.change(0)).isEqualTo("-");
  }

  @Test
  void unitsAreFoundByTheirWord() {
    assertThat(Units.named("binary")).contains(Units.BINARY);
    assertThat(Units.named("Binary")).isEmpty();
  }
}
