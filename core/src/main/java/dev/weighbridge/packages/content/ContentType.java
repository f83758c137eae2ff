package dev.weighbridge.packages.content;

/**
 * What the contents of an entry are, by what they begin with; where that tells nothing, by its
 * path.
 *
 * @param label for people: {@code ELF executable}
 * @param format of a binary, {@code ELF}; empty if it is none
 * @param machine of a binary where its header tells; empty if not
 */
public record ContentType(String label, String format, String machine) {
  /** Bytes that are looked at. */
  public static final int HEAD = 4096;

  static final ContentType EMPTY = of("empty file");
  public static final ContentType DIRECTORY = of("directory");
  public static final ContentType LINK = of("link");
  public static final ContentType DEVICE = of("device");
  public static final ContentType WHITEOUT = of("whiteout");
  public static final ContentType SPARSE = of("sparse file");
  public static final ContentType UNREADABLE = of("contents that cannot be unpacked");
  public static final ContentType OTHER = of("other");

  public static ContentType of(String label) {
    return new ContentType(label, "", "");
  }

  public boolean isBinary() {
    return !format.isEmpty();
  }

  /** Whether bytes begin with those of hexadecimal digits. */
  static boolean begins(byte[] head, int count, String hex) {
    if (count < hex.length() / 2) {
      return false;
    }
    for (int i = 0; i < hex.length() / 2; i++) {
      if ((head[i] & 0xFF) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
        return false;
      }
    }
    return true;
  }
}
