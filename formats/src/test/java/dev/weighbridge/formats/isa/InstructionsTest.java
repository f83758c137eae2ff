package dev.weighbridge.formats.isa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instructions of real programs are read as objdump reads them. */
class InstructionsTest {
  @ParameterizedTest
  @CsvSource({
    "x86_64, 200",
    "i386, 350",
    "aarch64, 240",
    "riscv64, 390",
    "s390x, 320",
    "powerpc64, 300",
    "loongarch64, 190"
  })
  void objdumpSaysTheSame(String machine, int atLeast) throws IOException {
    ObjdumpCheck check = new ObjdumpCheck(machine);
    try (InputStream stream = InstructionsTest.class.getResourceAsStream(machine + ".txt")) {
      String text = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(check::line);
    }
    check.finish();
    assertThat(check.differences()).isEmpty();
    assertThat(check.compared()).isGreaterThan(atLeast);
  }
}
