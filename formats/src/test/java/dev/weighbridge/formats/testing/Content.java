package dev.weighbridge.formats.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The bytes of a part of a described file: given, made while they are written, or a hole.
 *
 * @param size how many there are
 * @param writer writes exactly that many; null for a hole, which reads as zeros and takes no disk
 */
public record Content(long size, Writer writer) {

  /** Writes bytes. */
  @FunctionalInterface
  public interface Writer {
    /** Writes all bytes of the part. */
    void write(OutputStream out) throws IOException;
  }

  /** These bytes. */
  public static Content of(byte... bytes) {
    return new Content(bytes.length, out -> out.write(bytes));
  }

  /** What was written so far. */
  public static Content of(ByteWriter writer) {
    return of(writer.array());
  }

  /** Bytes made while they are written, for parts that should not lie in memory. */
  public static Content made(long size, Writer writer) {
    return new Content(size, Objects.requireNonNull(writer));
  }

  /** A hole of a sparse file. */
  public static Content hole(long size) {
    return new Content(size, null);
  }
}
