package dev.weighbridge.demangle;

/** Prints legacy names. */
final class LegacyPrinter {
  private static final byte[] SEPARATOR = V0State.ascii("::");

  private final LegacyCursor cursor = new LegacyCursor();

  /**
   * Prints a name.
   *
   * @param bytes holds the name
   * @param origin first byte after the prefix
   * @param end first byte after the name
   * @param verbose whether to print the hash
   * @return where the suffix starts; -1 if the name is not legacy Rust, and then nothing is printed
   */
  int print(byte[] bytes, int origin, int end, boolean verbose, TextBuffer out) {
    if (!cursor.start(bytes, origin, end)) {
      return -1;
    }
    boolean isFirst = true;
    while (cursor.nextElement()) {
      if (!verbose && cursor.isHash()) {
        break;
      }
      if (!isFirst) {
        out.put(SEPARATOR);
      }
      isFirst = false;
      element(bytes, cursor.elementStart(), cursor.elementEnd(), out);
    }
    return cursor.suffixStart();
  }

  /** Decodes an element up to the first escape that is none; the rest is printed as it is. */
  private static void element(byte[] bytes, int start, int end, TextBuffer out) {
    int at = start;
    if (end - at > 1 && bytes[at] == '_' && bytes[at + 1] == '$') {
      at++;
    }
    int plain = at;
    while (at < end) {
      int c = bytes[at];
      if (c == '.' && at + 1 < end && bytes[at + 1] == '.') {
        out.put(bytes, plain, at - plain);
        out.put(SEPARATOR);
        at += 2;
        plain = at;
      } else if (c == '$') {
        int decoded = LegacyEscape.decode(bytes, at, end);
        if (decoded < 0) {
          break;
        }
        out.put(bytes, plain, at - plain);
        out.putCodePoint(decoded);
        at = LegacyEscape.end(bytes, at, end);
        plain = at;
      } else {
        at++;
      }
    }
    out.put(bytes, plain, end - plain);
  }
}
