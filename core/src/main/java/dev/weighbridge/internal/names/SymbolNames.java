package dev.weighbridge.internal.names;

import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.formats.SymbolTable;

/**
 * Copies the names of symbols, one after another, to one place in memory, so that readers of names
 * make no object for any of them. Not for several threads.
 */
public final class SymbolNames {
  private static final int USUAL_LENGTH = 1 << 12;

  private final NameSlice slice = new NameSlice();
  private byte[] buffer = new byte[USUAL_LENGTH];

  /** Makes a place for names. */
  public SymbolNames() {}

  /** The raw name of a symbol, until the next one is asked for. */
  public NameSlice of(SymbolTable symbols, int row) {
    int length = symbols.nameLength(row);
    if (length > buffer.length) {
      buffer = new byte[Math.max(length, 2 * buffer.length)];
    }
    symbols.copyName(row, buffer);
    return slice.set(buffer, 0, length);
  }

  /** The first bytes of the name that was asked for last. */
  public NameSlice first(int length) {
    return slice.set(buffer, 0, length);
  }

  /** A 64-bit hash of the first bytes of the name that was asked for last. */
  public long hash(int length) {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = mix(hash, buffer[i]);
    }
    return hash;
  }

  /** One step of a hash whose bits are spread well enough to be taken for an identity. */
  public static long mix(long hash, byte next) {
    long mixed = (hash ^ next) * 0x9E37_79B9_7F4A_7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
