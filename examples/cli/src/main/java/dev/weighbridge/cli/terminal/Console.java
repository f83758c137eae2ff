package dev.weighbridge.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where results and messages go.
 *
 * @param in what is read if no file or name is given
 * @param out results; unlike {@link System#out} it tells when writing fails
 * @param err everything else
 * @param width characters in a line; 0 asks the terminal
 */
public record Console(InputStream in, OutputStream out, PrintStream err, int width) {
  private static final int ASK = 0;

  /** The console of the process. */
  public static Console system() {
    return new Console(System.in, new FileOutputStream(FileDescriptor.out), System.err, ASK);
  }

  /** The same console, on which a line of progress makes room for all else that is written. */
  public Console behind(ProgressLine line) {
    OutputStream results = new MakingRoom(out, line::end);
    return new Console(in, results, new Messages(err, line::erase), width);
  }

  /** Lines before which something is taken back, in the encoding of the stream behind. */
  private static final class Messages extends PrintStream {
    private final PrintStream behind;
    private final Runnable first;

    Messages(PrintStream behind, Runnable first) {
      super(behind);
      this.behind = behind;
      this.first = first;
    }

    @Override
    public void println(@Nullable Object line) {
      first.run();
      behind.println(line);
    }
  }

  /** A stream before whose bytes something is taken back. */
  private static final class MakingRoom extends FilterOutputStream {
    private final Runnable first;

    MakingRoom(OutputStream out, Runnable first) {
      super(out);
      this.first = first;
    }

    @Override
    public void write(int value) throws IOException {
      first.run();
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      first.run();
      out.write(bytes, start, count);
    }
  }

  /** Characters in a line; a terminal is asked when somebody wants to know, as that takes time. */
  @Override
  public int width() {
    return width == ASK ? Terminal.width(System.getenv("COLUMNS")) : width;
  }

  /** Whether people see results as they are written. */
  public boolean isTerminal() {
    return width == ASK && Terminal.isThere(1);
  }

  /**
   * Tells people something that is not a result, in one line: a message may repeat a name that a
   * file chose, with line ends or escape sequences in it.
   */
  public void say(String sentence) {
    StringBuilder line = new StringBuilder("weighbridge: ");
    sentence.codePoints().forEach(c -> add(line, c));
    err.println(line);
    err.flush();
  }

  private static void add(StringBuilder line, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          line.append("\\u{").append(Integer.toHexString(c)).append('}');
      default -> line.appendCodePoint(c);
    }
  }

  /** Results of a few lines. */
  public PrintStream printer() {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }

  /** What went wrong; of what kind, where nobody said it. */
  public static String sentence(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
