package dev.weighbridge.demangle;

import dev.weighbridge.demangle.text.Ascii;

/** Which bytes may follow the mangled part of a name. */
final class NameEnd {
  private static final byte[] SHIM = Ascii.bytes(" shim");

  private NameEnd() {}

  /**
   * Nothing, or printable ASCII behind a dot or dollar (<i>vendor-specific-suffix</i> of the rustc
   * book) or behind the {@code @} of a version that GNU's linker gave the symbol.
   */
  static boolean isSuffix(byte[] bytes, int from, int to) {
    return from == to || (isMark(bytes[from]) && isPrintable(bytes, from, to));
  }

  private static boolean isMark(int c) {
    return c == '.' || c == '$' || c == '@';
  }

  /** The same, or the words that wasm-bindgen puts behind the function it wraps. */
  static boolean isSuffixOrShim(byte[] bytes, int from, int to) {
    return isSuffix(bytes, from, to) || isShim(bytes, from, to);
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
