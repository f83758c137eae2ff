package dev.weighbridge.demangle.rust;

import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import org.jspecify.annotations.Nullable;

/** Prints identifiers. */
public final class Identifier {
  private static final byte[] OPEN_PUNYCODE = Ascii.bytes("punycode{");

  private @Nullable Punycode punycode;

  /** Prints an identifier; what cannot be decoded in the standard's form, with its dash. */
  public void print(
      byte[] bytes, int asciiStart, int asciiEnd, int codeStart, int codeEnd, Utf8Buffer out) {
    int asciiLength = asciiEnd - asciiStart;
    if (codeStart == codeEnd) {
      out.put(bytes, asciiStart, asciiLength);
      return;
    }
    if (punycode == null) {
      punycode = new Punycode();
    }
    if (punycode.decode(bytes, asciiStart, asciiEnd, codeStart, codeEnd)) {
      for (int i = 0; i < punycode.length(); i++) {
        out.putCodePoint(punycode.codePoint(i));
      }
      return;
    }
    out.put(OPEN_PUNYCODE);
    if (asciiLength > 0) {
      out.put(bytes, asciiStart, asciiLength);
      out.put('-');
    }
    out.put(bytes, codeStart, codeEnd - codeStart);
    out.put('}');
  }
}
