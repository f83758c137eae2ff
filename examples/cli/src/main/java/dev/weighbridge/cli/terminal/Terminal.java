package dev.weighbridge.cli.terminal;

import dev.weighbridge.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terminal that results are shown in, if they are. */
final class Terminal {
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");
  private static final long PATIENCE_MILLIS = 500;

  private Terminal() {}

  /** Characters in a line: what {@code COLUMNS} says, else the terminal, else the usual. */
  static int width(@Nullable String columns) {
    try {
      if (columns != null) {
        return Math.max(1, Integer.parseInt(columns));
      }
    } catch (NumberFormatException e) {
      // Then it says nothing.
    }
    return isThere(1) ? asked().orElse(Report.DEFAULT_WIDTH) : Report.DEFAULT_WIDTH;
  }

  /** Linux tells where a stream goes; elsewhere Java tells of the first two together. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isThere(int stream) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  /** What the terminal says of itself. */
  private static OptionalInt asked() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return OptionalInt.empty();
    }
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroy();
        return OptionalInt.empty();
      }
      return columns(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** The columns in what {@code stty size} says: {@code 24 80}. A terminal of none knows none. */
  static OptionalInt columns(String size) {
    Matcher matcher = ROWS_AND_COLUMNS.matcher(size);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
