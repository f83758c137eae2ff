package dev.weighbridge.cli;

import dev.weighbridge.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the command in this process and keeps what it said. */
public final class Shell {
  /** The sample as a file; tests run in the folder of their module. */
  public static final Path SAMPLE = Path.of("src", "sample", "tally");

  private static final int WIDTH = 100;

  private Shell() {}

  /**
   * What a command said.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  public record Outcome(int status, String out, String err) {}

  public static Outcome run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status =
        new Weighbridge(new Console(InputStream.nullInputStream(), out, messages, WIDTH)).run(args);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Both outputs in the order in which a terminal shows them. */
  public static String terminal(String... args) {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(screen, true, StandardCharsets.UTF_8);
    new Weighbridge(new Console(InputStream.nullInputStream(), screen, messages, WIDTH)).run(args);
    return screen.toString(StandardCharsets.UTF_8);
  }
}
