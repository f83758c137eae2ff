package dev.weighbridge.demangle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads Rust symbol names. */
public final class RustDemangler {
  private final MangledRange range = new MangledRange();
  private final TextBuffer text = new TextBuffer();
  private V0Printer v0;
  private LegacyPrinter legacy;

  /** Makes a demangler. */
  public RustDemangler() {}

  /** demangle. */
  public static String demangle(String name) {
    return tryDemangle(name, false).orElse(name);
  }

  /** try. */
  public static Optional<String> tryDemangle(String name, boolean verbose) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    RustDemangler d = new RustDemangler();
    return d.append(new NameSlice(bytes, 0, bytes.length), verbose, d.text)
        ? Optional.of(d.text.toString())
        : Optional.empty();
  }

  /** append. */
  public boolean append(NameSlice name, boolean verbose, TextBuffer out) {
    byte[] bytes = name.array();
    ManglingScheme scheme = range.find(bytes, name.offset(), name.offset() + name.length());
    if (scheme == null) {
      return false;
    }
    int before = out.length();
    int suffix = -1;
    if (scheme == ManglingScheme.V0) {
      if (v0 == null) {
        v0 = new V0Printer();
      }
      suffix = v0.print(bytes, range.origin(), range.end(), verbose, out);
    } else {
      if (legacy == null) {
        legacy = new LegacyPrinter();
      }
      suffix = legacy.print(bytes, range.origin(), range.end(), verbose, out);
    }
    if (suffix < 0) {
      return false;
    }
    int end = range.end();
    if (suffix < end) {
      if (bytes[suffix] != '.') {
        out.truncate(before);
        return false;
      }
      for (int i = suffix; i < end; i++) {
        if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
          out.truncate(before);
          return false;
        }
      }
      out.put(bytes, suffix, end - suffix);
    }
    return true;
  }
}
