package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Addresses that are what they lead to ({@code data:}, RFC 2397), and bytes written as {@code %20}.
 */
final class DataUrl {
  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";
  private static final int HEX = 16;

  private DataUrl() {}

  /** Whether an address is of this kind. */
  static boolean is(String url) {
    return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * What an address leads to.
   *
   * @throws MalformedBinaryException if it has no content, or content that is not in base64 though
   *     it says so
   */
  static byte[] content(String url) {
    int comma = url.indexOf(',');
    if (comma < 0) {
      throw new MalformedBinaryException("wasm.sourceMappingURL", -1, "a comma in data:", "none");
    }
    byte[] bytes = unescaped(url.substring(comma + 1));
    if (!url.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(BASE64)) {
      return bytes;
    }
    try {
      return Base64.getMimeDecoder().decode(bytes);
    } catch (IllegalArgumentException e) {
      throw new MalformedBinaryException("wasm.sourceMappingURL", -1, "base64", "other text");
    }
  }

  /** The bytes of a text in which some are written as {@code %} and two digits. RFC 3986, 2.1. */
  static byte[] unescaped(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], HEX) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], HEX);
      out.write(low < 0 ? in[i] : high * HEX + low);
      i += low < 0 ? 0 : 2;
    }
    return out.toByteArray();
  }
}
