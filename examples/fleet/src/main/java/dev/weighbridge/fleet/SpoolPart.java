package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Contents of the spool that become one file of each table together.
 *
 * @param places where they are, in the order of their hashes
 */
record SpoolPart(List<SpoolPlace> places) {
  /**
   * Bytes of lines after which another part begins: enough for a file that reads fast, few enough
   * for several threads to have one each.
   */
  private static final long BYTES = 16 << 20;

  private static final int BUFFER = 1 << 18;

  SpoolPart {
    places = List.copyOf(places);
  }

  /**
   * Divides contents from the first on, so that what is left when some parts are gone is divided
   * the same way.
   *
   * @param places in the order of their hashes
   */
  static List<SpoolPart> of(Iterable<SpoolPlace> places) {
    List<SpoolPart> parts = new ArrayList<>();
    List<SpoolPlace> part = new ArrayList<>();
    long bytes = 0;
    for (SpoolPlace place : places) {
      part.add(place);
      bytes += place.bytes();
      if (bytes >= BYTES) {
        parts.add(new SpoolPart(part));
        part.clear();
        bytes = 0;
      }
    }
    if (!part.isEmpty()) {
      parts.add(new SpoolPart(part));
    }
    return parts;
  }

  /** Of the contents. */
  Set<String> hashes() {
    Set<String> hashes = new TreeSet<>();
    places.forEach(place -> hashes.add(place.hash()));
    return hashes;
  }

  /** Writes the lines of their rows to a file. */
  void writeRows(Path target) throws IOException {
    try (Copy copy = new Copy(target)) {
      for (SpoolPlace place : places) {
        copy.add(SpoolPlace.rows(place.segment()), place.firstRow(), place.endOfRows());
      }
    }
  }

  /** Writes the lines of their functions and data to a file. */
  void writeBodies(Path target) throws IOException {
    try (Copy copy = new Copy(target)) {
      for (SpoolPlace place : places) {
        copy.add(SpoolPlace.bodies(place.segment()), place.firstBody(), place.endOfBodies());
      }
    }
  }

  /**
   * Puts pieces of files together. The files are as many as threads have weighed: all stay open.
   */
  private static final class Copy implements AutoCloseable {
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Map<Path, FileChannel> opened = new HashMap<>();

    Copy(Path target) throws IOException {
      out =
          FileChannel.open(
              target,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }

    void add(Path file, long start, long end) throws IOException {
      FileChannel in = opened.get(file);
      if (in == null) {
        in = FileChannel.open(file);
        opened.put(file, in);
      }
      long at = start;
      while (at < end) {
        buffer.limit((int) Math.min(BUFFER - buffer.position(), end - at) + buffer.position());
        int count = in.read(buffer, at);
        if (count < 0) {
          throw new StoreException(file.toString(), end + " bytes", String.valueOf(at));
        }
        at += count;
        if (buffer.position() == BUFFER) {
          flush();
        }
      }
    }

    private void flush() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      buffer.clear();
    }

    @Override
    public void close() throws IOException {
      try (out) {
        flush();
      } finally {
        for (FileChannel in : opened.values()) {
          in.close();
        }
      }
    }
  }
}
