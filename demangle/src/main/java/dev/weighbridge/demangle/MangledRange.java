package dev.weighbridge.demangle;

/**
 * Finds the mangled part of a symbol name by its prefix, before anything is parsed.
 *
 * <p>The prefixes are {@code _R} and {@code _ZN}; Windows tools drop the underscore and Apple's add
 * one. Bytes above ASCII never stand in a mangled name. {@code .llvm.} and what LLVM writes behind
 * it when it makes a local name unique come off first, as in the reference crate.
 */
final class MangledRange {
  private static final int LLVM_LENGTH = 6;

  /** The scheme that the prefix stands for; null if it is none of Rust's. */
  private ManglingScheme scheme;

  private int origin;
  private int end;

  /**
   * Looks at a name.
   *
   * @return the scheme its prefix stands for, null if the name cannot be Rust
   */
  ManglingScheme find(byte[] bytes, int start, int limit) {
    scheme = null;
    readPrefix(bytes, start, limit);
    if (scheme == null) {
      return null;
    }
    end = limit;
    boolean isLlvmSeen = false;
    for (int i = origin; i < end; i++) {
      int c = bytes[i];
      if (c <= '.') {
        if (c < 0) {
          return null;
        }
        if (c == '.' && !isLlvmSeen && isLlvm(bytes, i, limit)) {
          // Only the first one counts, and only if nothing but a number is behind it.
          isLlvmSeen = true;
          end = isHexOrAt(bytes, i + LLVM_LENGTH, limit) ? i : limit;
        }
      }
    }
    return scheme;
  }

  /** First byte after the prefix. */
  int origin() {
    return origin;
  }

  /** First byte after the name, without {@code .llvm.}. */
  int end() {
    return end;
  }

  private void readPrefix(byte[] bytes, int start, int limit) {
    int at = start;
    while (at < limit && bytes[at] == '_' && at - start < 2) {
      at++;
    }
    if (limit - at > 1 && bytes[at] == 'R') {
      origin = at + 1;
      scheme = V0Cursor.isUpper(bytes[origin]) ? ManglingScheme.V0 : null;
    } else if (limit - at > 2 && bytes[at] == 'Z' && bytes[at + 1] == 'N') {
      origin = at + 2;
      scheme = ManglingScheme.LEGACY;
    }
  }

  private static boolean isLlvm(byte[] bytes, int at, int limit) {
    return limit - at >= LLVM_LENGTH
        && bytes[at + 1] == 'l'
        && bytes[at + 2] == 'l'
        && bytes[at + 3] == 'v'
        && bytes[at + 4] == 'm'
        && bytes[at + 5] == '.';
  }

  private static boolean isHexOrAt(byte[] bytes, int from, int limit) {
    for (int i = from; i < limit; i++) {
      int c = bytes[i];
      if ((c < '0' || c > '9') && (c < 'A' || c > 'F') && c != '@') {
        return false;
      }
    }
    return true;
  }
}
