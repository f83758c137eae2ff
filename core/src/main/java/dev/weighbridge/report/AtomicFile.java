package dev.weighbridge.report;

import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file that is whole or as it was: written beside its target, then moved over it. The target
 * keeps its mode; of a symbolic link it is what the link leads to, whether that exists or not.
 */
public final class AtomicFile {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** What goes into a file, byte by byte. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream stream) throws IOException;
  }

  private final Path target;

  private AtomicFile(Path target) {
    this.target = target;
  }

  /**
   * The file that a name leads to.
   *
   * @throws IOException if the links of its name lead in a circle
   */
  public static AtomicFile of(Path file) throws IOException {
    Path target = Objects.requireNonNull(file, "file").toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemException(file.toString(), null, "links that lead in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return new AtomicFile(target);
  }

  /**
   * Writes it. If that fails, is cancelled, or the process is ended meanwhile, nothing is left
   * behind, and a file that is there already stays as it is.
   *
   * @throws IOException if it cannot be written, or the content throws it
   * @throws java.util.concurrent.CancellationException if the current work is cancelled before the
   *     file is moved to its place
   */
  public void write(Content content) throws IOException {
    Objects.requireNonNull(content, "content");
    long process = ProcessHandle.current().pid();
    Path temporary =
        target.resolveSibling(".weighbridge-" + process + "-" + COUNT.incrementAndGet() + ".tmp");
    // Left by a process of the same number that could not clean up.
    Files.deleteIfExists(temporary);
    temporary.toFile().deleteOnExit();
    try {
      try (OutputStream stream =
          Files.newOutputStream(
              temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(stream);
      }
      keepMode(temporary);
      Work.check();
      move(temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void keepMode(Path temporary) throws IOException {
    PosixFileAttributeView mode = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (mode != null && Files.exists(target)) {
      Files.setPosixFilePermissions(temporary, mode.readAttributes().permissions());
    }
  }

  private void move(Path temporary) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
