import org.jspecify.annotations.NullMarked;

/**
 * Rust, C++ and Swift symbol names, read as text and as structure. Depends on nothing but the JDK.
 */
@NullMarked
module dev.weighbridge.demangle {
  requires static org.jspecify;

  exports dev.weighbridge.demangle;
}
