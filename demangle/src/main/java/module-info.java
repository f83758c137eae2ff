/** Rust and C++ symbol names, read as text and as structure. Depends on nothing but the JDK. */
module dev.weighbridge.demangle {
  exports dev.weighbridge.demangle;
}
