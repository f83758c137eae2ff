package dev.weighbridge.formats.internal.codec;

import io.airlift.compress.zstd.ZstdDecompressor;

/** Restores Zstandard data, RFC 8878. */
final class ZstdDecoder {
  /** RFC 8878, 3.1.1: incompressible blocks take three bytes of header in 128 KiB. */
  private static final long OVERHEAD = 1 << 16;

  private ZstdDecoder() {}

  static byte[] decode(CompressedSection section) {
    long most = section.statedSize() + section.statedSize() / 64 + OVERHEAD;
    if (section.payload().length() > most) {
      throw section.malformed(
          "at most " + most + " bytes for " + section.statedSize() + " uncompressed ones",
          section.payload().length() + " bytes");
    }
    byte[] input = section.payload().toArray(0, section.payload().length());
    byte[] output = new byte[(int) section.statedSize()];
    int count;
    try {
      count = new ZstdDecompressor().decompress(input, 0, input.length, output, 0, output.length);
    } catch (RuntimeException e) {
      throw section.malformed("zstd data", String.valueOf(e.getMessage()));
    }
    if (count != output.length) {
      throw section.malformed(output.length + " uncompressed bytes", "the end after " + count);
    }
    return output;
  }
}
