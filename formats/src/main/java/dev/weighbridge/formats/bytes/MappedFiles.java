package dev.weighbridge.formats.bytes;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The files that are mapped now. A page that is gone is told without the name of its file, so who
 * is told looks which of them became shorter.
 */
final class MappedFiles {
  private static final List<Entry> ENTRIES = new ArrayList<>();

  /** A mapping, which ends with its bytes. */
  private record Entry(Path file, long size, WeakReference<ByteBuffer> bytes) {
    boolean isShorter() {
      try {
        return Files.size(file) < size;
      } catch (IOException e) {
        // It is no longer there, or no longer to be seen; its bytes may well be.
        return false;
      }
    }
  }

  private MappedFiles() {}

  /** Notes a file of so many bytes. */
  static void add(Path file, long size, ByteBuffer bytes) {
    synchronized (ENTRIES) {
      forgetEnded();
      ENTRIES.add(new Entry(file, size, new WeakReference<>(bytes)));
    }
  }

  /** The first file that has become shorter since it was mapped. */
  static Optional<Path> shorter() {
    synchronized (ENTRIES) {
      forgetEnded();
      return ENTRIES.stream().filter(Entry::isShorter).map(Entry::file).findFirst();
    }
  }

  private static void forgetEnded() {
    // A loop: the first file of a new process has no time to bind a lambda.
    for (Iterator<Entry> entries = ENTRIES.iterator(); entries.hasNext(); ) {
      if (entries.next().bytes.refersTo(null)) {
        entries.remove();
      }
    }
  }
}
