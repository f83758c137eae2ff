package dev.weighbridge.generics;

import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.List;
import java.util.Objects;

/**
 * Tells which generic items raw names are of where there is no file to ask: names of a compiler's
 * intermediate output, for instance. Not for several threads.
 */
public final class GenericNames {
  private final GenericNameReader reader = new GenericNameReader(false);
  private boolean isCopy;

  /** Makes a reader of names. */
  public GenericNames() {}

  /**
   * The identity of the item that a name is of: equal for its copies, and for nothing else but by
   * an accident of 64 bits. A name that tells of no item is one by itself.
   */
  public long id(String rawName) {
    Objects.requireNonNull(rawName, "rawName");
    NameSlice name = NameSlice.of(rawName);
    if (reader.read(name)) {
      isCopy = reader.isCopy();
      return reader.id();
    }
    isCopy = false;
    long hash = rawName.length();
    for (int i = 0; i < rawName.length(); i++) {
      hash =
          SymbolNames.mix(
              SymbolNames.mix(hash, (byte) (rawName.charAt(i) >> 8)), (byte) rawName.charAt(i));
    }
    return hash;
  }

  /** Whether the name that was asked for last says that it is one of possibly several copies. */
  public boolean isCopy() {
    return isCopy;
  }

  /** An item for people, by the raw names of its copies: {@code <alloc::vec::Vec<_>>::push}. */
  public static String label(List<String> copies) {
    Objects.requireNonNull(copies, "copies");
    return new CopyNames(copies).label();
  }

  /** A function for people, by its raw name, type arguments included where the name has them. */
  public static String readable(String rawName) {
    Objects.requireNonNull(rawName, "rawName");
    return Demangler.demangle(rawName);
  }
}
