package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Locale;
import java.util.zip.CRC32;

/** What {@code .gnu_debuglink} tells a separate debug file by: the CRC-32 of all its bytes. */
public final class LinkChecksum {
  private static final int BLOCK = 1 << 16;

  private LinkChecksum() {}

  /** The checksum of a file as an identity. */
  public static String of(Bytes file) {
    CRC32 sum = new CRC32();
    byte[] block = new byte[BLOCK];
    for (long at = 0; at < file.length(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, file.length() - at);
      file.copy(at, block, 0, length);
      sum.update(block, 0, length);
    }
    return text(sum.getValue());
  }

  /** A checksum as an identity. */
  public static String text(long checksum) {
    return String.format(Locale.ROOT, "checksum 0x%08x", checksum);
  }
}
