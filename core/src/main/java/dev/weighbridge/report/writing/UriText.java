package dev.weighbridge.report.writing;

import java.nio.charset.StandardCharsets;

/** Names of files as addresses. */
public final class UriText {
  private UriText() {}

  /** A file name as a relative reference (RFC 3986 4.2): all but unreserved characters escaped. */
  public static String reference(String name) {
    StringBuilder uri = new StringBuilder(name.length() + 16);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      if (isPlain) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return uri.toString();
  }
}
