package dev.weighbridge.formats.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Text in UTF-8, as readers take it, of text in any form of Unicode that says which it is: what
 * Windows PowerShell writes by {@code >} is UTF-16.
 */
public final class TextBytes {
  /** Longer text is left as it is: nothing that a compiler or linker says comes near. */
  private static final long LONGEST = 1L << 30;

  private TextBytes() {}

  /**
   * The same text in UTF-8, without the mark that a text may begin with.
   *
   * <p>What begins with no mark is answered as it is, text or not. Characters that are damaged
   * become U+FFFD.
   */
  public static Bytes utf8(Bytes text) {
    Objects.requireNonNull(text, "text");
    if (begins(text, 0xef, 0xbb, 0xbf)) {
      return text.slice(3, text.length());
    }
    if (begins(text, 0xff, 0xfe)) {
      return decoded(text, StandardCharsets.UTF_16LE);
    }
    if (begins(text, 0xfe, 0xff)) {
      return decoded(text, StandardCharsets.UTF_16BE);
    }
    return text;
  }

  private static boolean begins(Bytes text, int... mark) {
    if (text.length() < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (text.u8(i) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Bytes decoded(Bytes text, Charset form) {
    if (text.length() > LONGEST) {
      return text;
    }
    String characters = new String(text.toArray(2, text.length()), form);
    return Bytes.of(characters.getBytes(StandardCharsets.UTF_8));
  }
}
