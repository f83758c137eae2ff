package dev.weighbridge.formats.internal.appended;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * What lies behind everything that the headers of an image tell of: an archive that the program
 * unpacks, a file system that it mounts, a signature. No tool that rewrites the image keeps it.
 */
public final class AppendedData {
  private static final String ANY = "appended data";

  /** Labels by the bytes at the beginning. */
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("504b0304", "appended: ZIP"),
          Map.entry("504b0506", "appended: ZIP"),
          Map.entry("68737173", "appended: squashfs"),
          Map.entry("73717368", "appended: squashfs"),
          Map.entry("1f8b", "appended: gzip"),
          Map.entry("fd377a585a00", "appended: xz"),
          Map.entry("28b52ffd", "appended: zstd"),
          Map.entry("425a68", "appended: bzip2"),
          Map.entry("377abcaf271c", "appended: 7z"),
          Map.entry("526172211a07", "appended: RAR"),
          Map.entry("4d534346", "appended: cabinet"),
          Map.entry("30373037", "appended: cpio"),
          Map.entry("7f454c46", "appended: ELF"));

  /** Where NSIS has its mark: behind flags of four bytes. */
  private static final byte[] NSIS = HexFormat.of().parseHex("efbeadde4e756c6c736f6674496e7374");

  private static final int NSIS_AT = 4;

  /** Where a tar file has its mark. */
  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);

  private static final int TAR_AT = 257;

  /** The cookie of PyInstaller, near the end: 88 bytes of it, perhaps with a signature behind. */
  private static final byte[] PYINSTALLER = HexFormat.of().parseHex("4d45490c0b0a0b0e");

  private static final int COOKIE_WITHIN = 4096;

  /** The end of a ZIP: its record and a comment of at most 64 KiB (APPNOTE 4.3.16). */
  private static final byte[] ZIP_END = HexFormat.of().parseHex("504b0506");

  private static final int ZIP_END_WITHIN = 22 + 65_535;

  /**
   * Behind the signature of a kernel module and its description of 12 bytes: module_signature.h.
   */
  private static final byte[] MODULE_SIGNATURE =
      "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);

  private static final int SIGNATURE_FACTS = 12;

  private final Bytes bytes;

  private AppendedData(Bytes bytes) {
    this.bytes = bytes;
  }

  /** States what lies behind all that an image's builder was told of; zeros are none. */
  public static void state(ImageBuilder image, Bytes bytes) {
    AppendedData data = new AppendedData(bytes);
    long start = data.passZeros(image.statedEnd());
    long end = bytes.length();
    if (start >= end) {
      return;
    }
    long signature = data.moduleSignature(start, end);
    if (signature < end) {
      image.structure("module signature", Kind.SIGNATURE, signature, end - signature);
    }
    if (start < signature) {
      image.structure(label(bytes, start, signature), Kind.OTHER, start, signature - start);
    }
  }

  /** What to call the bytes {@code [start, end)}, which are no part of an image. */
  public static String label(Bytes bytes, long start, long end) {
    return new AppendedData(bytes).label(start, end);
  }

  private String label(long start, long end) {
    for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
      if (isAt(HexFormat.of().parseHex(beginning.getKey()), start, end)) {
        return beginning.getValue();
      }
    }
    if (isAt(NSIS, start + NSIS_AT, end)) {
      return "appended: NSIS";
    }
    if (isAt(TAR, start + TAR_AT, end)) {
      return "appended: tar";
    }
    if (isWithin(PYINSTALLER, Math.max(start, end - COOKIE_WITHIN), end)) {
      return "appended: PyInstaller";
    }
    boolean isZip = isWithin(ZIP_END, Math.max(start, end - ZIP_END_WITHIN), end);
    return isZip ? "appended: ZIP" : ANY;
  }

  private boolean isAt(byte[] mark, long at, long end) {
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

  private boolean isWithin(byte[] mark, long start, long end) {
    long at = bytes.indexOf(mark[0], start, end);
    while (at >= 0 && !isAt(mark, at, end)) {
      at = bytes.indexOf(mark[0], at + 1, end);
    }
    return at >= 0;
  }

  private long passZeros(long start) {
    long at = start;
    while (at < bytes.length() && bytes.u8(at) == 0) {
      at++;
    }
    return at;
  }

  /** Where the signature of a module begins; {@code end} if there is none. */
  private long moduleSignature(long start, long end) {
    long mark = end - MODULE_SIGNATURE.length;
    long facts = mark - SIGNATURE_FACTS;
    if (facts < start || !isAt(MODULE_SIGNATURE, mark, end)) {
      return end;
    }
    long length = bytes.withOrder(ByteOrder.BIG_ENDIAN).u32(facts + 8);
    return Math.max(start, facts - length);
  }
}
