package dev.weighbridge.cli;

import dev.weighbridge.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/** The result of a command: written to standard output, or to a file that is whole or not there. */
final class Results {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final Optional<Path> file;

  private Results(OutputStream out, Optional<Path> file) {
    this.out = out;
    this.file = file;
  }

  /** The result of a command whose parameters are not files. */
  static Results ofNoFile(Console console, Arguments arguments) {
    return new Results(console.out(), arguments.output());
  }

  Results(Console console, Arguments arguments) throws IOException {
    this(console.out(), arguments.output());
    String input = arguments.parameter(0);
    if (file.isPresent() && input != null && isSame(file.get(), Path.of(input))) {
      throw new UsageException(Options.OUTPUT, "another file than FILE", "the same");
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
  }

  /** Writes an answer. */
  <T> void write(ReportWriter<T> writer, T answer) throws IOException {
    if (file.isEmpty()) {
      print(writer, answer);
    } else {
      save(writer, answer, file.get());
    }
  }

  private <T> void print(ReportWriter<T> writer, T answer) throws IOException {
    try {
      write(writer, answer, out);
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw new IOException("standard output: expected room to write, found " + reason(e), e);
      }
      // The reader has seen enough ("| head"); that is not a fault.
    }
  }

  private static boolean isClosedPipe(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static <T> void save(ReportWriter<T> writer, T answer, Path file) throws IOException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A pipe or a device is written to, not replaced.
        try (OutputStream stream = Files.newOutputStream(file)) {
          write(writer, answer, stream);
        }
        return;
      }
      // Of a link the file it leads to is replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      replace(writer, answer, target);
    } catch (IOException e) {
      throw new IOException(file + ": expected a file to write, found " + reason(e), e);
    }
  }

  /** Writes beside the target, then moves: nobody sees half a result. */
  private static <T> void replace(ReportWriter<T> writer, T answer, Path target)
      throws IOException {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = target.resolveSibling(name);
    try {
      try (OutputStream stream =
          Files.newOutputStream(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        write(writer, answer, stream);
      }
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static <T> void write(ReportWriter<T> writer, T answer, OutputStream stream)
      throws IOException {
    Writer text =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    writer.write(answer, text);
    text.flush();
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
