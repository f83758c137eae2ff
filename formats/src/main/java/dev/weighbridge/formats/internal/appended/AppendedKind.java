package dev.weighbridge.formats.internal.appended;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.HexFormat;
import java.util.List;

/**
 * What bytes are that somebody has put behind an image, told by a few of them. A class of its own:
 * most files have nothing appended, and do not wait for its tables.
 */
public final class AppendedKind {
  /** Bytes at the beginning, or so far behind it. */
  private static final List<Mark> AT_BEGINNING =
      List.of(
          new Mark("504b0304", 0, "ZIP"),
          new Mark("504b0506", 0, "ZIP"),
          new Mark("68737173", 0, "squashfs"),
          new Mark("73717368", 0, "squashfs"),
          new Mark("1f8b", 0, "gzip"),
          new Mark("fd377a585a00", 0, "xz"),
          new Mark("28b52ffd", 0, "zstd"),
          new Mark("425a68", 0, "bzip2"),
          new Mark("377abcaf271c", 0, "7z"),
          new Mark("526172211a07", 0, "RAR"),
          new Mark("4d534346", 0, "cabinet"),
          new Mark("30373037", 0, "cpio"),
          new Mark("7f454c46", 0, "ELF"),
          new Mark("efbeadde4e756c6c736f6674496e7374", 4, "NSIS"),
          new Mark("7573746172", 257, "tar"));

  /**
   * Bytes near the end, within so many: the cookie of PyInstaller has 88, perhaps with a signature
   * behind it; the end of a ZIP is a record and a comment of at most 64 KiB (APPNOTE 4.3.16).
   */
  private static final List<Mark> NEAR_END =
      List.of(
          new Mark("4d45490c0b0a0b0e", 4096, "PyInstaller"),
          new Mark("0a2d2d2d2d2042756e21202d2d2d2d0a", 4096, "Bun"),
          new Mark("504b0506", 22 + 65_535, "ZIP"));

  private AppendedKind() {}

  private record Mark(String hex, int distance, String what) {
    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /** What to call the bytes {@code [start, end)}, which are no part of an image. */
  public static String label(Bytes bytes, long start, long end) {
    for (Mark mark : AT_BEGINNING) {
      if (isAt(bytes, mark.bytes(), start + mark.distance(), end)) {
        return "appended: " + mark.what();
      }
    }
    for (Mark mark : NEAR_END) {
      if (isWithin(bytes, mark.bytes(), Math.max(start, end - mark.distance()), end)) {
        return "appended: " + mark.what();
      }
    }
    return "appended data";
  }

  private static boolean isWithin(Bytes bytes, byte[] mark, long start, long end) {
    long at = bytes.indexOf(mark[0], start, end);
    while (at >= 0 && !isAt(bytes, mark, at, end)) {
      at = bytes.indexOf(mark[0], at + 1, end);
    }
    return at >= 0;
  }

  /** Whether bytes stand at a place, before an end. */
  static boolean isAt(Bytes bytes, byte[] mark, long at, long end) {
    if (at > end - mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes.u8(at + i) != (mark[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
