package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Symbols whose names compilers made up for data that has none in the source: {@code anon.<hash>.5}
 * and the like. They own their bytes, but only who refers to them tells whose those are.
 */
public final class CompilerNames {
  private static final byte[][] BEGINNINGS = {ascii("anon."), ascii("__unnamed_"), ascii("alloc_")};

  private final SymbolTable symbols;
  private final IntColumn row = new IntColumn(0);
  private final LongColumn place = new LongColumn(0);

  CompilerNames(SymbolTable symbols) {
    this.symbols = symbols;
  }

  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** Whether an owner code of an image stands for such a symbol. */
  boolean contains(int code) {
    int count = symbols.count();
    int symbol = code < count ? code : code - count;
    if (symbol >= count || symbols.type(symbol) == SymbolType.FUNCTION) {
      return false;
    }
    Bytes names = symbols.nameBytes(symbol);
    long start = symbols.nameStart(symbol);
    long end = start + symbols.nameLength(symbol);
    for (long at = start; at < Math.min(start + 3, end); at++) {
      if (begins(names, at, end)) {
        return true;
      }
      if ("_.lL".indexOf(names.u8(at)) < 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean begins(Bytes names, long at, long end) {
    for (byte[] beginning : BEGINNINGS) {
      boolean isEqual = end - at > beginning.length;
      for (int i = 0; isEqual && i < beginning.length; i++) {
        isEqual = names.u8(at + i) == beginning[i];
      }
      if (isEqual) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a symbol has bytes at a place. */
  void found(int code, long at) {
    row.add(code < symbols.count() ? code : code - symbols.count());
    place.add(at);
  }

  /** How many were found. */
  public int count() {
    return row.count();
  }

  /** The row of a symbol found. */
  public int row(int index) {
    return row.get(index);
  }

  /** Where it begins. */
  public long place(int index) {
    return place.get(index);
  }
}
