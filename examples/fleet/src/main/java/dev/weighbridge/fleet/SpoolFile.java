package dev.weighbridge.fleet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Lines of JSON that are written under another name until they are whole. */
final class SpoolFile implements AutoCloseable {
  /** How names of files end that are not whole. */
  static final String PARTIAL = ".part";

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path partial;
  private final FileChannel channel;
  private final OutputStream out;
  private JsonGenerator json;
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
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    json = generator();
  }

  /** Bytes at once: texts are millions, and characters between would be another copy of them. */
  private JsonGenerator generator() {
    return JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** What writes a line; it is another one after {@link #truncate}. */
  JsonGenerator json() {
    return json;
  }

  /**
   * Writes a text; half a pair of surrogates, which is no text in JSON, becomes a question mark.
   */
  void writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    json.writeUTF8String(bytes, 0, bytes.length);
  }

  /** Ends a line. */
  void endLine() {
    json.writeRaw('\n');
  }

  /** How many bytes are written. */
  long position() throws IOException {
    flush();
    return channel.position();
  }

  /** Takes back what was written behind a position, a line that was not ended included. */
  void truncate(long position) throws IOException {
    close(json);
    out.flush();
    channel.truncate(position);
    channel.position(position);
    json = generator();
  }

  private void flush() throws IOException {
    try {
      json.flush();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void close(JsonGenerator json) throws IOException {
    try {
      json.close();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Says that it is whole. */
  void keep() throws IOException {
    close(json);
    out.close();
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    isKept = true;
  }

  @Override
  public void close() throws IOException {
    if (!isKept) {
      channel.close();
      Files.deleteIfExists(partial);
    }
  }
}
