package dev.weighbridge.cli.options;

import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.report.AtomicFile;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result of a command: written to standard output, or to a file that is whole or not there. */
public final class Results {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final Optional<Path> file;
  private final TextLook look;

  private Results(Console console, Arguments arguments, Optional<Path> file) {
    out = console.out();
    this.file = file;
    look = new TextLook(arguments, console, file.isEmpty());
  }

  /** The result of a command whose parameters are not files. */
  public static Results ofNoFile(Console console, Arguments arguments) {
    return new Results(console, arguments, arguments.output());
  }

  public Results(Console console, Arguments arguments) throws IOException {
    this(console, arguments, arguments.output());
    for (String input : arguments.names()) {
      if (file.isPresent() && isSame(file.get(), input)) {
        throw new UsageException(Options.OUTPUT, "another file than FILE", "the same");
      }
    }
  }

  private static boolean isSame(Path one, String input) throws IOException {
    try {
      Path other = Path.of(input);
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (InvalidPathException e) {
      // An address or a pattern, or a mistake that whoever opens it tells.
      return false;
    }
  }

  /** Writes an answer. */
  public void write(Report report, OutputFormat format) throws IOException {
    write(stream -> write(report, format, stream));
  }

  /** Whether answers in this format can stand one behind the other. */
  public static boolean takesSeveral(OutputFormat format) {
    return format.equals(OutputFormat.TEXT)
        || format.equals(OutputFormat.MARKDOWN)
        || format.equals(OutputFormat.JSON);
  }

  /** Writes one answer, or several: as JSON an array of them. */
  public void write(List<Report> reports, OutputFormat format) throws IOException {
    if (reports.size() == 1) {
      write(reports.get(0), format);
      return;
    }
    boolean isArray = format.equals(OutputFormat.JSON);
    write(
        stream -> {
          String before = isArray ? "[" : "";
          for (Report report : reports) {
            stream.write(before.getBytes(StandardCharsets.UTF_8));
            write(report, format, stream);
            before = isArray ? "," : "\n";
          }
          stream.write((isArray ? "]\n" : "").getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Writes bytes. */
  public void write(AtomicFile.Content content) throws IOException {
    if (file.isEmpty()) {
      print(content);
    } else {
      save(content, file.get());
    }
  }

  private void print(AtomicFile.Content content) throws IOException {
    try {
      content.writeTo(out);
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

  private static void save(AtomicFile.Content content, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": expected a file to write, found a directory");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A pipe or a device is written to, not replaced.
        try (OutputStream stream = Files.newOutputStream(file)) {
          content.writeTo(stream);
        }
        return;
      }
      AtomicFile.of(file).write(content);
    } catch (IOException e) {
      throw new IOException(file + ": expected a file to write, found " + reason(e), e);
    }
  }

  private void write(Report report, OutputFormat format, OutputStream stream) throws IOException {
    Writer text =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    if (format.equals(OutputFormat.TEXT)) {
      report.write(OutputFormat.text(look.style()), look.width(), text);
    } else {
      report.write(format, 0, text);
    }
    text.flush();
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no folder for it";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write there";
    }
    if (e instanceof FileSystemException fault && fault.getReason() != null) {
      return fault.getReason().toLowerCase(Locale.ROOT);
    }
    return e.getMessage() == null ? "that it failed" : e.getMessage();
  }
}
