package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.InputStream;

/** Bytes as a stream, for decoders that want one. */
final class RegionInput extends InputStream {
  private final Bytes bytes;
  private long position;

  RegionInput(Bytes bytes) {
    this.bytes = bytes;
  }

  /** How many bytes were read. */
  long position() {
    return position;
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
