package dev.weighbridge.fleet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Lines that are written under another name until they are whole. */
final class SpoolFile implements AutoCloseable {
  /** How names of files end that are not whole. */
  static final String PARTIAL = ".part";

  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path partial;
  private final FileChannel channel;
  private final Writer writer;
  private boolean isKept;

  SpoolFile(Path target) throws IOException {
    this.target = target;
    partial = target.resolveSibling(target.getFileName() + PARTIAL);
    channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8),
            BUFFER);
  }

  Writer writer() {
    return writer;
  }

  /** How many bytes are written. */
  long position() throws IOException {
    writer.flush();
    return channel.position();
  }

  /** Takes back what was written behind a position. */
  void truncate(long position) throws IOException {
    writer.flush();
    channel.truncate(position);
    channel.position(position);
  }

  /** Says that it is whole. */
  void keep() throws IOException {
    writer.close();
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    isKept = true;
  }

  @Override
  public void close() throws IOException {
    if (!isKept) {
      writer.close();
      Files.deleteIfExists(partial);
    }
  }
}
