package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What one thread puts into the spool, a content behind the other. */
final class SpoolSegment implements AutoCloseable {
  private final Path name;
  private final SpoolFile rows;
  private final SpoolFile bodies;
  private final FileChannel index;

  /**
   * Begins one.
   *
   * @param name of its files, but for their ends
   * @throws java.nio.file.FileAlreadyExistsException if there is one of this name
   */
  SpoolSegment(Path name) throws IOException {
    this.name = name;
    rows = new SpoolFile(SpoolPlace.rows(name));
    bodies = new SpoolFile(SpoolPlace.bodies(name));
    index =
        FileChannel.open(
            SpoolPlace.index(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Weighs a content. Its line in the index is written last and says that the others are whole.
   *
   * @throws IOException if it cannot be read, or the spool not be written; nothing is spooled then
   */
  void weigh(ContentWeigher weigher, Content content, String hash) throws IOException {
    long firstRow = rows.position();
    long firstBody = bodies.position();
    boolean isWhole = false;
    try {
      weigher.weigh(content, hash, rows, bodies);
      SpoolPlace place =
          new SpoolPlace(name, hash, firstRow, rows.position(), firstBody, bodies.position());
      write(place.line());
      isWhole = true;
    } finally {
      if (!isWhole) {
        rows.truncate(firstRow);
        bodies.truncate(firstBody);
      }
    }
  }

  /** In one piece where the system allows it; half a line says nothing. */
  private void write(String line) throws IOException {
    long before = index.position();
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        index.write(bytes);
      }
    } catch (IOException e) {
      index.truncate(before);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (index;
        bodies) {
      rows.close();
    }
  }
}
