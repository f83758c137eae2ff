package dev.weighbridge.generics;

import dev.weighbridge.demangle.ItaniumNameReader;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.MsvcNameReader;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.Optional;

/**
 * Reads which generic item a symbol name is of. The one place that knows the languages whose names
 * tell.
 */
final class GenericNameReader {
  private final RustNameReader rust = new RustNameReader();
  private final ItaniumNameReader cpp = new ItaniumNameReader();
  private final MsvcNameReader microsoft = new MsvcNameReader();
  private boolean isMicrosoft;
  private final boolean isGo;
  private boolean isRust;
  private Optional<GoInstance> go = Optional.empty();

  /**
   * A reader of names.
   *
   * @param isGo whether they may be of Go, whose names look like texts of any other language
   */
  GenericNameReader(boolean isGo) {
    this.isGo = isGo;
  }

  /**
   * Reads a name.
   *
   * @return false if it is of no item that could have copies, as far as it tells
   */
  boolean read(NameSlice name) {
    isRust = rust.read(name);
    isMicrosoft = !isRust && microsoft.read(name) && microsoft.isTemplateInstance();
    go = isGo && !isRust && !isMicrosoft ? GoInstance.of(name.toString()) : Optional.empty();
    // Overloads of a plain C++ function are of one path, too, but no copies of each other.
    return isRust || isMicrosoft || go.isPresent() || (cpp.read(name) && cpp.isTemplateInstance());
  }

  /** Identity of the item: equal for its copies. */
  long id() {
    if (go.isPresent()) {
      return id(go.get().bare());
    }
    if (isMicrosoft) {
      return microsoft.genericId();
    }
    return isRust ? rust.genericId() : cpp.genericId();
  }

  private static long id(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash =
          SymbolNames.mix(
              SymbolNames.mix(hash, (byte) (text.charAt(i) >> 8)), (byte) text.charAt(i));
    }
    return hash;
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
