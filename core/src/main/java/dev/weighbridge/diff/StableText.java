package dev.weighbridge.diff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name without what changes from build to build though the source does not: hashes, numbers of
 * closures and of LLVM's copies, versions of crates.
 *
 * <p>Works on bytes in buffers of its own, which the next name uses again. Not safe for use by
 * several threads at once.
 */
final class StableText {
  /** Shorter runs of hexadecimal digits are words and plain numbers. */
  private static final int SHORTEST_HASH = 16;

  private static final int SHORTEST_BRACKETED_HASH = 8;
  private static final byte[] CODEGEN_UNIT = "-cgu".getBytes(StandardCharsets.US_ASCII);
  private static final byte HASH = '*';
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private byte[] in = new byte[0];
  private int end;
  private byte[] text = new byte[1024];
  private int length;
  private byte[] bare = new byte[1024];
  private int bareLength;

  /** A hash of bytes that is the same on every machine and never 0, which stands for no hash. */
  static long hash(byte[] bytes, int length) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  /** Takes the readable form of a Rust name, in which only numbers behind a {@code #} change. */
  void readRust(byte[] name, int nameLength) {
    begin(name, nameLength);
    for (int i = 0; i < end; ) {
      text[length++] = in[i];
      i = in[i] == '#' ? digitsEnd(i + 1) : i + 1;
    }
  }

  /** Takes any other name. */
  void readOther(byte[] name, int nameLength) {
    begin(name, nameLength);
    for (int i = 0; i < end; ) {
      i = isHexStart(i) ? putHex(i) : putByte(i);
    }
  }

  private void begin(byte[] name, int nameLength) {
    in = name;
    end = nameLength;
    length = 0;
    if (text.length < nameLength) {
      text = new byte[nameLength + nameLength / 2];
    }
  }

  private boolean isHexStart(int i) {
    // Some mangled names put their own letter before a hash: h0123456789abcdef.
    return isHex(in[i]) && (i == 0 || !isWord(in[i - 1]) || in[i - 1] == 'h' || in[i - 1] == '_');
  }

  /** Puts a run of hexadecimal digits, or a mark if it is a hash. */
  private int putHex(int from) {
    int to = from;
    while (to < end && isHex(in[to])) {
      to++;
    }
    boolean isWordEnd = to == end || !isWord(in[to]);
    if (isWordEnd && isNumberOfCopy(from, to)) {
      return to;
    }
    boolean isBracketed = from > 1 && in[from - 1] == '[' && to == end - 1 && in[to] == ']';
    int shortest = isBracketed ? SHORTEST_BRACKETED_HASH : SHORTEST_HASH;
    if (to - from >= shortest && isWordEnd) {
      text[length++] = HASH;
      return to;
    }
    int count = to - from;
    System.arraycopy(in, from, text, length, count);
    length += count;
    return to;
  }

  private int putByte(int i) {
    byte c = in[i];
    if (c == '-' && startsCodegenUnit(i)) {
      dropWord();
    }
    if (c == '-') {
      int behind = versionEnd(i + 1);
      if (behind > i + 1) {
        return behind;
      }
    }
    text[length++] = c;
    return i + 1;
  }

  /** Whether digits number a copy, as in {@code .llvm.4711} or {@code str.12}. */
  private boolean isNumberOfCopy(int from, int to) {
    boolean isLast = to == end || in[to] == '.';
    return isLast && from > 0 && in[from - 1] == '.' && digitsEnd(from) == to;
  }

  private boolean startsCodegenUnit(int i) {
    int to = i + CODEGEN_UNIT.length;
    return to < end
        && in[to] == '.'
        && Arrays.equals(in, i, to, CODEGEN_UNIT, 0, CODEGEN_UNIT.length);
  }

  /** Takes back the hash before {@code -cgu.N}, which has letters beyond f. */
  private void dropWord() {
    int from = length;
    while (from > 0 && (isWord(text[from - 1]) || text[from - 1] == HASH)) {
      from--;
    }
    if (from > 0 && text[from - 1] == '.') {
      length = from;
      text[length++] = HASH;
    }
  }

  /** End of a version, {@code 1.2.3} with what may follow; {@code from} if there is none. */
  private int versionEnd(int from) {
    int at = from;
    for (int part = 0; part < 3; part++) {
      int to = digitsEnd(at);
      boolean isLast = part == 2;
      if (to == at || (!isLast && (to == end || in[to] != '.'))) {
        return from;
      }
      at = isLast ? to : to + 1;
    }
    while (at < end && (isWord(in[at]) || in[at] == '+' || in[at] == '.' || in[at] == '-')) {
      at++;
    }
    return at;
  }

  private int digitsEnd(int from) {
    int to = from;
    while (to < end && isDigit(in[to])) {
      to++;
    }
    return to;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(byte c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private static boolean isWord(byte c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** Hash of the name. */
  long id() {
    return hash(text, length);
  }

  /** Hash of the Rust name without its generic arguments. */
  long bareId() {
    stripArguments();
    return hash(bare, bareLength);
  }

  /** The Rust name without its generic arguments. */
  static String bareText(String rust) {
    byte[] bytes = rust.getBytes(StandardCharsets.UTF_8);
    StableText name = new StableText();
    name.begin(bytes, bytes.length);
    System.arraycopy(bytes, 0, name.text, 0, bytes.length);
    name.length = bytes.length;
    name.stripArguments();
    return new String(name.bare, 0, name.bareLength, StandardCharsets.UTF_8);
  }

  /**
   * Copies the name without what stands in angle brackets behind a path. Brackets that begin a
   * path, as in {@code <T as Trait>::f}, stay.
   */
  private void stripArguments() {
    if (bare.length < length) {
      bare = new byte[length];
    }
    bareLength = 0;
    int depth = 0;
    for (int i = 0; i < length; i++) {
      byte c = text[i];
      boolean isOpen = c == '<' && (depth > 0 || (i > 0 && isPathEnd(text[i - 1])));
      boolean isArrow = i > 0 && (text[i - 1] == '-' || text[i - 1] == '=');
      if (isOpen) {
        dropSeparator(depth);
        depth++;
      } else if (depth == 0) {
        bare[bareLength++] = c;
      } else if (c == '>' && !isArrow) {
        depth--;
      }
    }
  }

  private void dropSeparator(int depth) {
    boolean isTurbofish = bareLength > 1 && bare[bareLength - 1] == ':';
    bareLength -= depth == 0 && isTurbofish ? 2 : 0;
  }

  private static boolean isPathEnd(byte c) {
    return isWord(c) || c == ':' || c < 0 || c == '}';
  }
}
