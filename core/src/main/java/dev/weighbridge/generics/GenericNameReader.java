package dev.weighbridge.generics;

import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import dev.weighbridge.demangle.RustNameReader;
import java.util.Optional;

/**
 * Reads which generic item a symbol name is of. The one place that knows the languages whose names
 * tell.
 */
final class GenericNameReader {
  private final RustNameReader rust = new RustNameReader();

  /**
   * Reads a name.
   *
   * @return false if its language does not tell
   */
  boolean read(NameSlice name) {
    return rust.read(name);
  }

  /** Identity of the item: equal for its copies. */
  long id() {
    return rust.genericId();
  }

  /** Whether the name itself says that it is one of possibly several copies. */
  boolean isCopy() {
    return rust.isGenericInstance();
  }

  /** The readable form of a raw name. */
  static String text(String name) {
    Optional<RustName> read = RustDemangler.read(name);
    return read.isPresent() ? read.get().text() : name;
  }
}
