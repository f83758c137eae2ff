package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.InputStream;

/** Bytes as a stream, for decoders that want one. */
public final class PayloadStream extends InputStream {
  private final Bytes bytes;
  private long position;

  /** All of some bytes. */
  public PayloadStream(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return position < bytes.length() ? bytes.u8(position++) : -1;
  }

  @Override
  public int read(byte[] target, int start, int count) {
    int part = (int) Math.min(count, bytes.length() - position);
    if (part == 0 && count > 0) {
      return -1;
    }
    bytes.copy(position, target, start, part);
    position += part;
    return part;
  }
}
