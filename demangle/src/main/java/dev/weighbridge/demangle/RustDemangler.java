package dev.weighbridge.demangle;

/** Reads Rust symbol names. */
public final class RustDemangler {
  private RustDemangler() {}
}
