package dev.weighbridge.demangle;

import java.util.List;
import java.util.Optional;

/**
 * What a Rust symbol name says, in objects for people.
 *
 * <p>The scheme decides how much that is: v0 names spell types and crates exactly, legacy names
 * leave most arguments and all disambiguators out. Make it with {@link RustDemangler#read(String)};
 * for a whole symbol table use {@link RustNameReader}, which answers the same questions without
 * objects. Immutable.
 */
public final class RustName {
  private final ManglingScheme scheme;
  private final String text;
  private final RustCrates crates;
  private final RustItem item;
  private final Optional<String> hash;
  private final List<SymbolSuffix> suffixes;

  RustName(
      ManglingScheme scheme,
      String text,
      RustCrates crates,
      RustItem item,
      Optional<String> hash,
      List<SymbolSuffix> suffixes) {
    this.scheme = scheme;
    this.text = text;
    this.crates = crates;
    this.item = item;
    this.hash = hash;
    this.suffixes = suffixes;
  }

  /** How the name is mangled. */
  public ManglingScheme scheme() {
    return scheme;
  }

  /** The readable path, without hashes and suffixes. */
  public String text() {
    return text;
  }

  /** The crates that the name mentions, by their part in it. */
  public RustCrates crates() {
    return crates;
  }

  /**
   * The module around the item, from its crate, such as {@code core::fmt}; empty if unknown. A
   * function's inner items count as of the module around it. Legacy names do not tell modules from
   * types; by convention a module starts with a lower-case letter.
   */
  public String modulePath() {
    return item.modulePath();
  }

  /**
   * Text for the item whose instances differ only in generic arguments, such as {@code
   * core::fmt::{impl:Debug#42}::fmt}: an impl is named by its module, its trait or type, and its
   * number there. Of several items of one name all but the first have a number, as {@code f#1}.
   */
  public String generic() {
    return item.generic();
  }

  /** Identity of the same, see {@link RustNameReader#genericId()}. */
  public long genericId() {
    return item.genericId();
  }

  /** Text of the function around a closure or async body; empty if the item is none. */
  public Optional<String> enclosingFunction() {
    return item.enclosingFunction();
  }

  /** Whether the item is a closure or an async body, or a shim for one. */
  public boolean isClosure() {
    return item.enclosingFunction().isPresent();
  }

  /** The kind of shim, such as {@code vtable}; empty if the item is none. */
  public Optional<String> shim() {
    return item.shim();
  }

  /** Whether the symbol is an instance of something generic; false if the scheme is legacy. */
  public boolean isGenericInstance() {
    return item.isGenericInstance();
  }

  /** The 16 digits of a legacy name's hash; empty if it has none. */
  public Optional<String> hash() {
    return hash;
  }

  /** What compilers and linkers put behind the name, from left to right. */
  public List<SymbolSuffix> suffixes() {
    return suffixes;
  }

  /** {@link #text()}. */
  @Override
  public String toString() {
    return text;
  }
}
