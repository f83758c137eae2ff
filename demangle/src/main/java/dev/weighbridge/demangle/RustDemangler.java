package dev.weighbridge.demangle;

import dev.weighbridge.demangle.text.Utf8Buffer;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads Rust symbol names: the entry to this package.
 *
 * <p>The static methods are for a name here and there. To go through a symbol table make one
 * demangler and let it append to a {@link TextBuffer}, or one {@link RustNameReader}; both work on
 * the bytes of the table and make no objects. An instance is not safe for use by several threads at
 * once; the static methods are.
 *
 * <p>The text is that of the crate {@code rustc-demangle} 0.1.27, byte for byte, with these
 * exceptions:
 *
 * <ul>
 *   <li>What follows a name may also begin with a dollar, as the grammar of v0 has it ({@code
 *       $tlv$init}), or with {@code @}, the version of a symbol. The reference refuses the name.
 *   <li>C++ writes nested names as legacy Rust does, and they are left alone. So a legacy name
 *       needs a hash, or an escape that only Rust makes, or it has a single element, which C++
 *       would not nest. The reference takes all of them for Rust.
 *   <li>A hash has exactly 16 lower-case hexadecimal digits, so that {@code a::b::hface} keeps its
 *       last word. The reference takes any number of digits for a hash.
 *   <li>A name that was demangled before it was written, which a hash at its end tells, or hashes
 *       behind its crates, {@code std[4f0c8a3d21b7e965]::io}, is Rust. The reference prints it as
 *       it is.
 *   <li>What is not Rust passes unchanged, also if it ends with {@code .llvm.N}. The reference
 *       prints it without that.
 * </ul>
 */
public final class RustDemangler {
  private final RustPrinter printer = new RustPrinter();

  /** Makes a demangler. */
  public RustDemangler() {}

  /** The readable form of a name without hashes; the name itself if it is not Rust. */
  public static String demangle(String name) {
    return demangle(name, HashVisibility.HIDDEN);
  }

  /** The readable form of a name; the name itself if it is not Rust. */
  public static String demangle(String name, HashVisibility hashes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hashes, "hashes");
    return tryDemangle(name, hashes).orElse(name);
  }

  /** The readable form of a name without hashes; empty if it is not Rust. */
  public static Optional<String> tryDemangle(String name) {
    return tryDemangle(name, HashVisibility.HIDDEN);
  }

  /** The readable form of a name; empty if it is not Rust. */
  public static Optional<String> tryDemangle(String name, HashVisibility hashes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hashes, "hashes");
    TextBuffer text = new TextBuffer();
    boolean isRust = new RustDemangler().tryAppend(NameSlice.of(name), hashes, text);
    return isRust ? Optional.of(text.toString()) : Optional.empty();
  }

  /** The structure of a name; empty if it is not Rust. */
  public static Optional<RustName> read(String name) {
    Objects.requireNonNull(name, "name");
    return read(NameSlice.of(name));
  }

  /** The structure of a name; empty if it is not Rust. */
  public static Optional<RustName> read(NameSlice name) {
    return read(name, StandardCrates.BY_NAME);
  }

  /**
   * The structure of a name; empty if it is not Rust.
   *
   * @param standard decides who is responsible, see {@link RustNameReader#responsibleCrate()}
   */
  public static Optional<RustName> read(NameSlice name, StandardCrates standard) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(standard, "standard");
    return new RustNameBuilder(standard).build(name);
  }

  /**
   * Appends the readable form of a name, or the name as it is if it is not Rust.
   *
   * @return whether it is Rust
   */
  public boolean append(NameSlice name, HashVisibility hashes, TextBuffer out) {
    boolean isRust = tryAppend(name, hashes, out);
    if (!isRust) {
      out.append(name);
    }
    return isRust;
  }

  /**
   * Appends the readable form of a name if it is Rust, otherwise nothing.
   *
   * @return whether it is Rust
   */
  public boolean tryAppend(NameSlice name, HashVisibility hashes, TextBuffer out) {
    Utf8Buffer text = out.utf8();
    int before = text.length();
    int suffix = printer.print(name, hashes, text);
    int end = printer.end();
    if (suffix < 0) {
      return false;
    }
    if (!NameEnd.isSuffix(name.array(), suffix, end)) {
      text.truncate(before);
      return false;
    }
    text.put(name.array(), suffix, end - suffix);
    return true;
  }
}
