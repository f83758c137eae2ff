package dev.weighbridge.generics;

import dev.weighbridge.demangle.ItaniumNameReader;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustNameReader;

/**
 * Reads which generic item a symbol name is of. The one place that knows the languages whose names
 * tell.
 */
final class GenericNameReader {
  private final RustNameReader rust = new RustNameReader();
  private final ItaniumNameReader cpp = new ItaniumNameReader();
  private boolean isRust;

  /**
   * Reads a name.
   *
   * @return false if it is of no item that could have copies, as far as it tells
   */
  boolean read(NameSlice name) {
    isRust = rust.read(name);
    // Overloads of a plain C++ function are of one path, too, but no copies of each other.
    return isRust || (cpp.read(name) && cpp.isTemplateInstance());
  }

  /** Identity of the item: equal for its copies. */
  long id() {
    return isRust ? rust.genericId() : cpp.genericId();
  }

  /** Whether it is a name of Rust in the older mangling. */
  boolean isLegacy() {
    return isRust && rust.scheme() == ManglingScheme.LEGACY;
  }

  /** Whether it is a name of Rust in the newer mangling. */
  boolean isV0() {
    return isRust && rust.scheme() == ManglingScheme.V0;
  }

  /** Whether the name itself says that it is one of possibly several copies. */
  boolean isCopy() {
    return !isRust || rust.isGenericInstance();
  }
}
