package dev.weighbridge.demangle;

/** How a Rust compiler turned a path into a symbol name. */
public enum ManglingScheme {
  /** {@code _R…}, RFC 2603: the default since Rust 1.97 and of the standard library before. */
  V0,

  /** {@code _ZN…17h<hash>E}: the default up to Rust 1.96; a subset of the C++ mangling. */
  LEGACY
}
