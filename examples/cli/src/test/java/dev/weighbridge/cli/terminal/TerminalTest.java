package dev.weighbridge.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.options.TextLook;
import dev.weighbridge.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void columnsAreWhatIsToldOrAsked() {
    assertThat(Terminal.width("72")).isEqualTo(72);
    assertThat(Terminal.width("0")).isEqualTo(1);
    assertThat(Terminal.width("wide")).isPositive();
    assertThat(Terminal.columns("24 80\n")).hasValue(80);
    assertThat(Terminal.columns("0 0\n")).isEmpty();
    assertThat(Terminal.columns("")).isEmpty();
    assertThat(Report.DEFAULT_WIDTH).isEqualTo(100);
  }

  @Test
  void helpIsAsWideAsTheTerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(InputStream.nullInputStream(), out, err, 70);
    assertThat(new Weighbridge(console).run("size", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70));
  }

  @Test
  void coloursAreForTerminalsThatKnowThem() {
    assertThat(TextLook.isForColors(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(TextLook.isForColors(Map.of("WT_SESSION", "1"))).isTrue();
    assertThat(TextLook.isForColors(Map.of())).isFalse();
    assertThat(TextLook.isForColors(Map.of("TERM", "dumb"))).isFalse();
    assertThat(TextLook.isForColors(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    // no-color.org: only if it is not empty.
    assertThat(TextLook.isForColors(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
  }

  @Test
  void looksAreAskedForInWords() {
    assertThat(Shell.terminal("size", "--units", "decimal", "--by", "section", "-n", "1"))
        .contains(" kB ")
        .doesNotContain("\u001b");
    assertThat(Shell.terminal("size", "--color", "always", "--by", "section", "-n", "1"))
        .contains("\u001b[1m");
  }
}
