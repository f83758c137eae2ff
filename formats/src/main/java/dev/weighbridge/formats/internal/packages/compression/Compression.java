package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.GzipHeader;
import dev.weighbridge.formats.internal.codec.ZstdFrames;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;

/** How contents are packed as a whole. */
public enum Compression {
  NONE(""),
  GZIP("gzip"),
  XZ("xz"),
  ZSTD("zstd"),
  BZIP2("bzip2"),
  LZMA("lzma"),
  LZ4("lz4"),
  LZO("lzo"),
  /** Told by the name alone. */
  BROTLI("brotli");

  private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

  private final String label;

  Compression(String label) {
    this.label = label;
  }

  /** The word for people; empty if nothing is packed. */
  public String label() {
    return label;
  }

  /** How bytes are packed, by what they begin with. */
  public static Compression of(Bytes bytes) {
    if (GzipHeader.begins(bytes, 0)) {
      return GZIP;
    }
    if (begins(bytes, XZ_MAGIC)) {
      return XZ;
    }
    if (begins(bytes, (byte) 0x28, (byte) 0xB5, (byte) 0x2F, (byte) 0xFD)
        || isSkippableBeforeZstd(bytes)) {
      return ZSTD;
    }
    if (begins(bytes, (byte) 'B', (byte) 'Z', (byte) 'h')) {
      return BZIP2;
    }
    if (begins(bytes, (byte) 0x5D, (byte) 0, (byte) 0)) {
      return LZMA;
    }
    if (begins(bytes, (byte) 4, (byte) 0x22, (byte) 0x4D, (byte) 0x18)
        || begins(bytes, (byte) 2, (byte) 0x21, (byte) 0x4C, (byte) 0x18)) {
      return LZ4;
    }
    return begins(bytes, (byte) 0x89, (byte) 'L', (byte) 'Z', (byte) 'O') ? LZO : NONE;
  }

  private static boolean isSkippableBeforeZstd(Bytes bytes) {
    return bytes.contains(0, 8)
        && (bytes.u8(0) & 0xF0) == 0x50
        && bytes.u8(1) == 0x2A
        && bytes.u8(2) == 0x4D
        && bytes.u8(3) == 0x18;
  }

  private static boolean begins(Bytes bytes, byte... magic) {
    if (!bytes.contains(0, magic.length)) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes.u8(i) != (magic[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What packed bytes unpack to.
   *
   * @throws UnsupportedBinaryException if there is no decoder
   */
  public ContentStream open(Region region, String structure) throws IOException {
    return switch (this) {
      case NONE -> new PlainStream(region);
      case GZIP -> new GzipStream(region, structure, false);
      case XZ -> new XzStream(region, structure);
      case ZSTD -> new ZstdStream(region, structure);
      case LZMA -> new LzmaStream(region, structure);
      case LZ4 -> new Lz4Stream(region, structure);
      case BROTLI -> BrotliContents.open(region, structure);
      case BZIP2, LZO ->
          throw new UnsupportedBinaryException(
              structure,
              0,
              "contents packed by gzip, xz, zstd, lzma or lz4",
              "contents packed by " + label);
    };
  }

  /**
   * Where packed bytes end that a region begins with. Of larger ones packed by gzip and lzma, whose
   * headers do not tell, all of the region: their streams tell it once they were read.
   */
  public long end(Region region, String structure) throws IOException {
    return switch (this) {
      case XZ -> new XzChunks(region.bytes(), structure).end();
      case ZSTD -> ZstdFrames.end(structure, region.bytes());
      case LZ4 -> new Lz4Stream(region, structure).passFrames();
      case GZIP -> {
        GzipStream stream = new GzipStream(region, structure, false);
        boolean isSmall = region.length() <= CostedContents.MOST_GZIP;
        if (isSmall) {
          stream.finish(structure);
        }
        yield isSmall ? stream.packedEnd() : region.length();
      }
      case NONE, LZMA, BROTLI, BZIP2, LZO -> region.length();
    };
  }

  /** Why nothing packed like this can be unpacked; empty if it can. */
  public String problem() {
    return switch (this) {
      case BZIP2, LZO -> "packed by " + label + ", for which there is no decoder";
      case NONE, GZIP, XZ, ZSTD, LZMA, LZ4, BROTLI -> "";
    };
  }
}
