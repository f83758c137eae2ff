package dev.weighbridge.crates;

import java.util.Locale;

/** Where a crate, or what stands for one, comes from. */
public enum CrateOrigin {
  /** A crate of the program or of a registry. */
  USER,
  /** The standard library with the crates it ships. */
  STANDARD,
  /**
   * Not written in Rust, but C, C++, assembly, or made by tools: {@code ring}, {@code
   * libc.a(memcpy.o)}, {@code [C/C++]}.
   */
  NATIVE,
  /** Nothing is known. */
  NONE;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in machine output: {@code standard}. */
  public String key() {
    return key;
  }
}
