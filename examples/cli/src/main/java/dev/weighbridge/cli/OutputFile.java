package dev.weighbridge.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file that is whole or as it was: written beside its target, then moved over it. The target
 * keeps its mode; of a symbolic link it is what the link leads to, whether that exists or not.
 */
final class OutputFile {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path target;

  private OutputFile(Path target) {
    this.target = target;
  }

  /** The file that a name leads to. */
  static OutputFile of(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemException(file.toString(), null, "links that lead in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return new OutputFile(target);
  }

  /** Writes it. If that fails, or the process is ended meanwhile, nothing is left behind. */
  void write(Results.Content content) throws IOException {
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
}
