package dev.weighbridge.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a file: programs are read here and there, so what comes through a pipe is put
 * into a file that only its user can read, and that is gone when the command ends.
 */
public final class StandardInput implements AutoCloseable {
  /** What people write for it. */
  public static final String SIGN = "-";

  /** What it is called in answers. */
  static final String NAME = "standard input";

  private static final long MOST_BYTES = 4L << 30;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final long mostBytes;
  private @Nullable Path folder;

  /** What a command is given; nothing is read yet. */
  public StandardInput(InputStream in) {
    this(in, MOST_BYTES);
  }

  /** The same with another bound. */
  public StandardInput(InputStream in, long mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** The file that holds all of it; read when first asked for. */
  public Path file() {
    Path made = folder;
    try {
      if (made == null) {
        made = Files.createTempDirectory("weighbridge-");
        folder = made;
        spool(made.resolve(NAME));
      }
      return made.resolve(NAME);
    } catch (IOException e) {
      throw new UsageException(NAME, "bytes, and room for them among temporary files", "none");
    }
  }

  private void spool(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > mostBytes) {
          throw new UsageException(NAME, "at most " + mostBytes + " bytes", "more");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** A sentence about the file as one about standard input. */
  public String told(String sentence) {
    Path made = folder;
    return made == null ? sentence : sentence.replace(made.resolve(NAME).toString(), NAME);
  }

  /** Removes the file. */
  @Override
  public void close() {
    Path made = folder;
    if (made == null) {
      return;
    }
    try {
      Files.deleteIfExists(made.resolve(NAME));
      Files.deleteIfExists(made);
    } catch (IOException e) {
      // Where a mapped file cannot be removed yet, it is when the process ends.
      made.toFile().deleteOnExit();
      made.resolve(NAME).toFile().deleteOnExit();
    }
  }
}
