package dev.weighbridge.fuzz;

import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code weighbridge size} in this process. */
final class WeighingCommand {
  /** What it said on standard error. */
  private String said = "";

  Ending run(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(InputStream.nullInputStream(), out, messages, 100);
    int status = new Weighbridge(console).run("size", file.toString());
    said = err.toString(StandardCharsets.UTF_8);
    boolean isOurs =
        said.contains("internal error")
            || said.contains("found a heap of")
            || said.contains("nested too deep")
            || status == Weighbridge.FAILED
            || (status == Weighbridge.UNUSABLE && said.lines().count() != 1);
    return isOurs ? Ending.CRASHED : Ending.of(status, out.size() > 0, !said.isEmpty());
  }

  String said() {
    return said;
  }
}
