package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.text.Utf8Buffer;

/** Prints legacy names, and takes back what it wrote if the name turns out not to be one. */
public final class LegacyPrinter {
  private final LegacyCursor cursor = new LegacyCursor();

  /** Whether an escape has been decoded. */
  private boolean hasEscape;

  /**
   * Prints a name.
   *
   * @param bytes holds the name
   * @param origin first byte after the prefix
   * @param end first byte after the name
   * @param verbose whether to print the hash
   * @return where the suffix starts; -1 if the name is not legacy Rust, and then nothing is printed
   */
  public int print(byte[] bytes, int origin, int end, boolean verbose, Utf8Buffer out) {
    int before = out.length();
    hasEscape = false;
    cursor.start(bytes, origin, end);
    out.limit();
    boolean isFirst = true;
    while (cursor.nextElement()) {
      if (verbose || !cursor.isAtHash()) {
        if (!isFirst) {
          out.putSeparator();
        }
        isFirst = false;
        element(bytes, cursor.elementStart(), cursor.elementEnd(), out);
      }
    }
    out.unlimit();
    if (cursor.isRust(hasEscape)) {
      return cursor.suffixStart();
    }
    out.truncate(before);
    return -1;
  }

  /** Decodes an element up to the first escape that is none; the rest is printed as it is. */
  private void element(byte[] bytes, int start, int end, Utf8Buffer out) {
    int at = start;
    if (end - at > 1 && bytes[at] == '_' && bytes[at + 1] == '$') {
      at++;
    }
    int plain = at;
    while (at < end) {
      int c = bytes[at];
      if (c == '.' && at + 1 < end && bytes[at + 1] == '.') {
        out.put(bytes, plain, at - plain);
        out.putSeparator();
        hasEscape = true;
        at += 2;
        plain = at;
      } else if (c == '$') {
        int decoded = LegacyEscape.decode(bytes, at, end);
        if (decoded < 0) {
          break;
        }
        out.put(bytes, plain, at - plain);
        out.putCodePoint(decoded);
        hasEscape = true;
        at = LegacyEscape.end(bytes, at, end);
        plain = at;
      } else {
        at++;
      }
    }
    out.put(bytes, plain, end - plain);
  }
}
