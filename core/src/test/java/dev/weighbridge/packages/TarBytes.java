package dev.weighbridge.packages;

import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tar archives for tests: POSIX.1-1988, "ustar Interchange Format". */
final class TarBytes {
  private TarBytes() {}

  /** One entry of a tar archive; a link if it has no contents. */
  static byte[] entry(String path, byte[] content, String link) {
    return entry(path, content, link, link.isEmpty() ? '0' : '2');
  }

  /** Another name of a file that stands before it or in a layer below. */
  static byte[] hardLink(String path, String target) {
    return entry(path, new byte[0], target, '1');
  }

  private static byte[] entry(String path, byte[] content, String link, int type) {
    ByteWriter header = new ByteWriter().raw(ascii(path)).padTo(100).raw(ascii("0000644"));
    header.padTo(124).raw(ascii(String.format(Locale.ROOT, "%011o", content.length))).padTo(148);
    byte[] end = new ByteWriter().u8(type).raw(ascii(link)).padTo(356).array();
    int sum = 8 * ' ';
    for (byte b : header.array()) {
      sum += b & 0xFF;
    }
    for (byte b : end) {
      sum += b & 0xFF;
    }
    header.raw(ascii(String.format(Locale.ROOT, "%06o\0 ", sum))).raw(end);
    return header.raw(content).align(512).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteWriter all = new ByteWriter();
    for (byte[] part : parts) {
      all.raw(part);
    }
    return all.array();
  }
}
