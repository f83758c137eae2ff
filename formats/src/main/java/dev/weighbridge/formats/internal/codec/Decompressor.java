package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;

/** Restores compressed sections: the only place that chooses between the decoders. */
public final class Decompressor {
  private Decompressor() {}

  /**
   * The uncompressed bytes of a section, in the byte order of its payload.
   *
   * @throws MalformedBinaryException if they cannot be restored or are not as many as stated
   * @throws UnsupportedBinaryException if they would be more than {@link Limits} or memory allow
   */
  public static Bytes decompress(CompressedSection section) {
    section.checkLimits();
    byte[] restored =
        switch (section.codec()) {
          case ZLIB -> ZlibDecoder.decode(section);
          case ZSTD -> ZstdDecoder.decode(section);
          case XZ -> XzDecoder.decode(section);
        };
    return Bytes.of(restored).withOrder(section.payload().order());
  }
}
