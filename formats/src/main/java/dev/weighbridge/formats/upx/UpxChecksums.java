package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Locale;
import java.util.zip.Adler32;

/** The sums of what is packed and of what comes out, against those that the header has. */
final class UpxChecksums {
  private static final int CHUNK = 1 << 16;

  private final UpxHeader header;
  private final Adler32 packed = new Adler32();
  private final Adler32 unpacked = new Adler32();

  UpxChecksums(UpxHeader header) {
    this.header = header;
  }

  /** Adds the packed bytes of a block. */
  void packed(Bytes file, UpxBlock block) {
    byte[] chunk = new byte[Math.min(CHUNK, block.packedSize())];
    for (long at = block.packedStart(); at < block.packedEnd(); at += chunk.length) {
      int count = (int) Math.min(chunk.length, block.packedEnd() - at);
      file.copy(at, chunk, 0, count);
      packed.update(chunk, 0, count);
    }
  }

  /** Adds what came out of a block. */
  void unpacked(byte[] bytes) {
    unpacked.update(bytes);
  }

  /**
   * Compares them.
   *
   * @throws MalformedBinaryException if one is another
   */
  void verify() {
    require("packed data", header.packedAdler(), packed);
    require("unpacked data", header.unpackedAdler(), unpacked);
  }

  private void require(String what, int expected, Adler32 found) {
    if (expected != (int) found.getValue()) {
      throw new MalformedBinaryException(
          "UPX checksum of " + what,
          header.start(),
          String.format(Locale.ROOT, "0x%08x", expected),
          String.format(Locale.ROOT, "0x%08x", found.getValue()));
    }
  }
}
