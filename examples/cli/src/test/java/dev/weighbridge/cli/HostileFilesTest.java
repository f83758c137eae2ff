package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.testing.WorkBound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file of less than a megabyte takes any command at most five seconds of one processor. */
@Tag("mutations")
class HostileFilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int COLD = 3;
  private static final int MEGABYTE = 1_000_000;
  private static final Map<String, byte[]> FILES = HostileFiles.all();

  private static final String[] COMMANDS = {
    "size FILE --by section,symbol -n 0 --format json",
    "size FILE --by crate,function",
    "size FILE --by category,module --format html",
    "inspect FILE --format json",
    "spans FILE --format csv",
    "lint FILE",
    "retained FILE",
    "garbage FILE",
    "why FILE main",
    "remove FILE --symbol a",
    "generics FILE",
    "duplicates FILE",
    "diff FILE FILE --by section,symbol",
    "compare FILE FILE",
    "table FILE",
    "explain FILE @64",
  };

  @TempDir Path folder;

  static Stream<String> files() {
    return FILES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsTheLaw(String name) throws IOException {
    byte[] bytes = FILES.get(name);
    assertThat(bytes.length).isBetween(MEGABYTE / 4, MEGABYTE);
    Path file = Files.write(folder.resolve("file"), bytes);
    for (String command : COMMANDS) {
      String[] words = command.replace("FILE", file.toString()).split(" ", -1);
      holdsTheBound(() -> endsAsPromised(command, words));
    }
  }

  /**
   * The bound is one of the library at work. A first run on a busy machine may spend three times as
   * much, on code that the virtual machine has not compiled yet; then a second one decides.
   */
  private static void holdsTheBound(Runnable command) {
    Duration first = WorkBound.run(LIMIT.multipliedBy(COLD), command);
    if (first.compareTo(LIMIT) > 0) {
      WorkBound.run(LIMIT, command);
    }
  }

  private static void endsAsPromised(String command, String[] words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    OutputStream out = OutputStream.nullOutputStream();
    int status =
        new Weighbridge(new Console(InputStream.nullInputStream(), out, messages, 100)).run(words);
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(status).as(command + ": " + said).isBetween(0, 2);
    assertThat(said).as(command).doesNotContain("internal error", "java -Xmx", "java -Xss");
  }
}
