package dev.weighbridge.fleet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Lines of JSON; what was written last can be taken back. */
public final class SpoolFile implements AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private OutputStream out;
  private JsonGenerator json;

  /**
   * Makes the file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if it is there
   */
  public SpoolFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = stream(channel);
    json = generator(out);
  }

  private static OutputStream stream(FileChannel channel) {
    return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /** Bytes at once: texts are millions, and characters between would be another copy of them. */
  private static JsonGenerator generator(OutputStream out) {
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

  /** How many bytes are written; all of them are in the file then. */
  long position() throws IOException {
    try {
      json.flush();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    return channel.position();
  }

  /**
   * Takes back what was written behind a position that the file had, a line that was not ended
   * included. Nothing of it is written, so that a full disk is no obstacle.
   */
  void truncate(long position) throws IOException {
    channel.truncate(position);
    channel.position(position);
    out = stream(channel);
    json = generator(out);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      position();
    }
  }
}
