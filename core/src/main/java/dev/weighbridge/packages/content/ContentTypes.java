package dev.weighbridge.packages.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tells what contents are, by what they begin with; where that tells nothing, by their path. */
public final class ContentTypes {
  private static final String[][] MAGICS = {
    {"1F8B", "compressed file"},
    {"FD377A585A00", "compressed file"},
    {"28B52FFD", "compressed file"},
    {"425A68", "compressed file"},
    {"504B0304", "zip file"},
    {"89504E47", "image"},
    {"FFD8FF", "image"},
    {"47494638", "image"},
    {"00010000", "font"},
    {"774F4646", "font"},
    {"4F54544F", "font"},
    {"53514C69", "database"},
    {"DE120495", "locale data"},
    {"950412DE", "locale data"},
    {"4D6963726F736F667420432F432B2B20", "debug file"},
  };

  private ContentTypes() {}

  /** The type of a file. */
  public static ContentType of(String path, byte[] head, int count) {
    if (count == 0) {
      return ContentType.EMPTY;
    }
    return kernel(head, count)
        .or(() -> BinaryHead.of(path, head, count))
        .or(() -> byMagic(head, count))
        .or(() -> byPath(path))
        .orElseGet(() -> byText(head, count));
  }

  /** Most kernels are also programs of EFI, but what they are is what they unpack. */
  private static Optional<ContentType> kernel(byte[] head, int count) {
    return isKernel(head, count) ? Optional.of(ContentType.of("kernel image")) : Optional.empty();
  }

  /** Whether a kernel that unpacks itself begins like this. */
  static boolean isKernel(byte[] head, int count) {
    boolean isBoot =
        count > 0x206 && ContentType.begins(Arrays.copyOfRange(head, 0x202, 0x206), 4, "48647253");
    boolean isZboot = ContentType.begins(head, count, "4D5A00007A696D67");
    return isBoot || isZboot;
  }

  private static Optional<ContentType> byMagic(byte[] head, int count) {
    if (ContentType.begins(head, count, "CAFEBABE")) {
      return Optional.of(ContentType.of("Java class"));
    }
    if (ContentType.begins(head, count, "2321")) {
      return Optional.of(ContentType.of("script"));
    }
    if (ascii(head, Math.min(count, 64)).startsWith("-----BEGIN ")) {
      return Optional.of(
          ContentType.of(ascii(head, 64).contains("CERTIFICATE") ? "certificate" : "key"));
    }
    for (String[] magic : MAGICS) {
      if (ContentType.begins(head, count, magic[0])) {
        return Optional.of(ContentType.of(magic[1]));
      }
    }
    return Optional.empty();
  }

  private static String ascii(byte[] head, int count) {
    return new String(head, 0, Math.min(count, head.length), StandardCharsets.ISO_8859_1);
  }

  private static Optional<ContentType> byPath(String path) {
    String lower = "/" + path.toLowerCase(Locale.ROOT);
    if (lower.contains("/locale/") || lower.contains("/i18n/") || lower.contains("/zoneinfo/")) {
      return Optional.of(ContentType.of("locale data"));
    }
    if (lower.contains("/share/doc/") || lower.contains("/share/man/")) {
      return Optional.of(ContentType.of("documentation"));
    }
    if (lower.endsWith(".h") || lower.endsWith(".hpp")) {
      return Optional.of(ContentType.of("header file"));
    }
    if (lower.endsWith(".json") || lower.endsWith("manifest.json")) {
      return Optional.of(ContentType.of("JSON"));
    }
    return Optional.empty();
  }

  private static ContentType byText(byte[] head, int count) {
    for (int i = 0; i < count; i++) {
      int c = head[i] & 0xFF;
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B) {
        return ContentType.OTHER;
      }
    }
    return ContentType.of("text");
  }
}
