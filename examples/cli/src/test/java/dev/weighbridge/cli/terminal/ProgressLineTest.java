package dev.weighbridge.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.work.Progress;
import dev.weighbridge.formats.work.Progress.Unit;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void saysHowFarAStageIsAndHowFastItGoes() {
    ProgressLine line = new ProgressLine(System.err);
    assertThat(line.line(0)).isEqualTo("weighing ...");
    line.heard(new Progress("reading symbols", 1_000, 50_000, Unit.ITEMS));
    assertThat(line.line(SECOND)).isEqualTo("reading symbols: 1,000 of 50,000");
    line.heard(new Progress("reading symbols", 21_000, 50_000, Unit.ITEMS));
    assertThat(line.line(3 * SECOND))
        .isEqualTo("reading symbols: 21,000 of 50,000, 10,000 a second");
    line.heard(new Progress("compressing", 0, 5_000_000, Unit.BYTES));
    assertThat(line.line(4 * SECOND)).isEqualTo("compressing: 0.0 MB of 5.0 MB");
    line.heard(new Progress("compressing", 2_500_000, 5_000_000, Unit.BYTES));
    assertThat(line.line(5 * SECOND)).isEqualTo("compressing: 2.5 MB of 5.0 MB, 2.5 MB a second");
  }

  @Test
  void messagesKeepTheEncodingOfTheirStream() {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(messages, true, StandardCharsets.ISO_8859_1);
    Console console =
        new Console(InputStream.nullInputStream(), new ByteArrayOutputStream(), err, 80);
    console.behind(new ProgressLine(err)).say("na\u00efve");
    assertThat(messages.toString(StandardCharsets.ISO_8859_1))
        .isEqualTo("weighbridge: na\u00efve" + System.lineSeparator());
  }
}
