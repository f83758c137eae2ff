package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The demangle command: names as arguments and on standard input. */
class DemangleTest {
  private static final String LEGACY = "_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE";
  private static final String V0 = "_RNvCs1234_7mycrate3foo";

  private static String fromInput(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(new Weighbridge(new Console(in, out, err, 100)).run(args)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void namesAreArguments() {
    assertThat(Shell.run("demangle", LEGACY, V0, "main").out())
        .isEqualTo("core::fmt::Write::write_fmt\nmycrate::foo\nmain\n");
  }

  @Test
  void hashesAreKeptOnRequest() {
    assertThat(Shell.run("demangle", "--hash", LEGACY).out())
        .isEqualTo("core::fmt::Write::write_fmt::h0123456789abcdef\n");
  }

  @Test
  void namesComeFromStandardInput() {
    assertThat(fromInput(V0 + "\nnot rust\n\n" + LEGACY, "demangle"))
        .isEqualTo("mycrate::foo\nnot rust\n\ncore::fmt::Write::write_fmt\n");
  }

  @Test
  void jsonTellsTheCrates() {
    assertThat(Shell.run("demangle", "--format", "json", V0).out())
        .startsWith("{\"schema\":\"weighbridge/demangle/1\",\"names\":[")
        .contains("\"mangled\":\"" + V0 + "\"")
        .contains("\"label\":\"mycrate::foo\"")
        .contains("\"scheme\":\"v0\"")
        .contains("\"definingCrate\":\"mycrate[");
  }

  @Test
  void longInputIsStreamed() {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      input.append(V0).append('\n');
    }
    assertThat(fromInput(input.toString(), "demangle")).hasLineCount(20_000);
  }
}
