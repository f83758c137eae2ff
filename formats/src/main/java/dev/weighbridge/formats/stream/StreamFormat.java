package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Optional;

/** How a stream is compressed. */
public enum StreamFormat {
  /** Members of DEFLATE, RFC 1952 and 1951. */
  GZIP("gzip", ".gz"),
  /** Zstandard, RFC 8878. */
  ZSTD("zstd", ".zst"),
  /** The .xz format 1.1.0. */
  XZ("xz", ".xz"),
  /** Brotli, RFC 7932: a stream without a mark, known by its name alone. */
  BROTLI("brotli", ".br");

  private final String key;
  private final String suffix;

  StreamFormat(String key, String suffix) {
    this.key = key;
    this.suffix = suffix;
  }

  /** The word used on the command line and in machine output: {@code gzip}. */
  public String key() {
    return key;
  }

  /** How names of such files usually end: {@code .gz}. */
  public String suffix() {
    return suffix;
  }

  /** The format that a name tells by its end. */
  public static Optional<StreamFormat> named(String name) {
    for (StreamFormat format : values()) {
      if (name.endsWith(format.suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The format that a stream says it has by its first bytes. */
  public static Optional<StreamFormat> of(Bytes stream) {
    Bytes bytes = stream.withOrder(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length() >= 3 && bytes.u8(0) == 0x1F && bytes.u8(1) == 0x8B) {
      return Optional.of(GZIP);
    }
    if (bytes.length() < 6) {
      return Optional.empty();
    }
    long magic = bytes.u32(0);
    boolean isSkippable = (magic & 0xFFFF_FFF0L) == 0x184D_2A50L;
    if (magic == 0xFD2F_B528L || isSkippable) {
      return Optional.of(ZSTD);
    }
    return magic == 0x587A_37FDL && bytes.u16(4) == 0x005A ? Optional.of(XZ) : Optional.empty();
  }
}
