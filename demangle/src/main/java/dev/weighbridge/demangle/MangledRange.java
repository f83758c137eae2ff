package dev.weighbridge.demangle;

import dev.weighbridge.demangle.text.Ascii;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mangled part of a symbol name by its prefix, before anything is parsed.
 *
 * <p>The prefixes are {@code _R} and {@code _ZN}; Windows tools drop the underscore and Apple's add
 * one. Bytes above ASCII never stand in a mangled name. {@code .llvm.} and what LLVM writes behind
 * it when it makes a local name unique come off first, as in the reference crate.
 */
final class MangledRange {
  private static final byte[] LLVM = Ascii.bytes(".llvm.");

  /** The scheme that the prefix stands for; null if it is none of Rust's. */
  private @Nullable ManglingScheme scheme;

  private int origin;
  private int end;

  /**
   * Looks at a name.
   *
   * @return the scheme its prefix stands for, null if the name cannot be Rust
   */
  @Nullable ManglingScheme find(byte[] bytes, int start, int limit) {
    scheme = null;
    readPrefix(bytes, start, limit);
    if (scheme == null) {
      return null;
    }
    if (!isAscii(bytes, origin, limit)) {
      return null;
    }
    end = endBeforeLlvm(bytes, limit);
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
      scheme = Ascii.isUpper(bytes[origin]) ? ManglingScheme.V0 : null;
    } else if (limit - at > 2 && bytes[at] == 'Z' && bytes[at + 1] == 'N') {
      origin = at + 2;
      scheme = ManglingScheme.LEGACY;
    }
  }

  /** Without a branch in the loop, which sees every byte of every name. */
  private static boolean isAscii(byte[] bytes, int from, int limit) {
    int signs = 0;
    for (int i = from; i < limit; i++) {
      signs |= bytes[i];
    }
    return signs >= 0;
  }

  /** Only the first {@code .llvm.} counts, and only if nothing but a number is behind it. */
  private int endBeforeLlvm(byte[] bytes, int limit) {
    int number = limit;
    while (number > origin && isHexOrAt(bytes[number - 1])) {
      number--;
    }
    // None of these characters is in the word, so it ends where they start.
    int cut = number - LLVM.length;
    return isLlvm(bytes, cut) && !containsLlvm(bytes, cut) ? cut : limit;
  }

  private boolean containsLlvm(byte[] bytes, int limit) {
    for (int i = origin; i < limit; i++) {
      if (isLlvm(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLlvm(byte[] bytes, int at) {
    return at >= origin && Arrays.equals(bytes, at, at + LLVM.length, LLVM, 0, LLVM.length);
  }

  private static boolean isHexOrAt(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || c == '@';
  }
}
