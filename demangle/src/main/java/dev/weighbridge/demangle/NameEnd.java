package dev.weighbridge.demangle;

import dev.weighbridge.demangle.text.Ascii;

/** Which bytes may follow the mangled part of a name. */
final class NameEnd {
  private static final byte[] SHIM = Ascii.bytes(" shim");

  private NameEnd() {}

  /** Nothing, or a dot and printable ASCII: what the reference demangler accepts. */
  static boolean isDotSuffix(byte[] bytes, int from, int to) {
    return from == to || (bytes[from] == '.' && isPrintable(bytes, from, to));
  }

  /**
   * Nothing, or a dot or dollar and printable ASCII (<i>vendor-specific-suffix</i> of the rustc
   * book), or the words that wasm-bindgen puts behind the function it wraps.
   */
  static boolean isVendorSuffix(byte[] bytes, int from, int to) {
    if (isDotSuffix(bytes, from, to)) {
      return true;
    }
    return bytes[from] == '$' ? isPrintable(bytes, from, to) : isShim(bytes, from, to);
  }

  private static boolean isPrintable(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShim(byte[] bytes, int from, int to) {
    int at = to - SHIM.length;
    if (bytes[from] != ' ' || at <= from) {
      return false;
    }
    for (int i = 0; i < SHIM.length; i++) {
      if (bytes[at + i] != SHIM[i]) {
        return false;
      }
    }
    return true;
  }
}
