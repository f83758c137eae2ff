package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * How long some things are whose symbols do not say it: literals in sections of literals, and what
 * the C++ ABI defines (Itanium C++ ABI 2.9.3 and 3.3.3): a guard variable has eight bytes at most;
 * the name of a type ends with a NUL.
 */
final class KnownLengths {
  private static final byte[] GUARD = "_ZGV".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TYPE_NAME = "_ZTS".getBytes(StandardCharsets.US_ASCII);
  private static final int GUARD_LENGTH = 8;

  /** A pointer that the C runtime defines in assembly code or without a size. */
  private static final byte[] HANDLE = "__dso_handle".getBytes(StandardCharsets.US_ASCII);

  private final BinaryImage image;
  private final SymbolTable symbols;
  private final Bytes bytes;

  KnownLengths(BinaryImage image) {
    this.image = image;
    symbols = image.symbols();
    bytes = image.bytes();
  }

  /**
   * Where what a symbol stands for ends.
   *
   * @param limit where it ends at the latest
   */
  long end(int row, long place, long limit) {
    int section = symbols.section(row);
    if (section < 0) {
      return limit;
    }
    Section home = image.sections().row(section);
    Set<SectionTrait> traits = home.traits();
    if (traits.contains(SectionTrait.EXECUTABLE)) {
      return limit;
    }
    if (traits.contains(SectionTrait.STRINGS) || begins(row, TYPE_NAME)) {
      return endOfString(place, limit);
    }
    if (traits.contains(SectionTrait.CONSTANTS)) {
      long inside = (place - home.fileStart()) % home.alignment();
      return Math.min(limit, place - inside + home.alignment());
    }
    if (isHandle(symbols, row)) {
      return Math.min(limit, place + image.addressBits() / Byte.SIZE);
    }
    return begins(row, GUARD) ? Math.min(limit, place + GUARD_LENGTH) : limit;
  }

  private long endOfString(long place, long limit) {
    long base = image.fileStart();
    if (place < base || limit - base > bytes.length()) {
      return limit;
    }
    long nul = bytes.indexOf((byte) 0, place - base, limit - base);
    return nul < 0 ? limit : base + nul + 1;
  }

  /** Whether a symbol is of the C runtime's {@code __dso_handle}. */
  static boolean isHandle(SymbolTable symbols, int row) {
    return symbols.nameLength(row) == HANDLE.length && begins(symbols, row, 0, HANDLE);
  }

  /** Whether a name begins so, perhaps behind the underscore of Mach-O and 32-bit Windows. */
  private boolean begins(int row, byte[] beginning) {
    return begins(symbols, row, 0, beginning) || begins(symbols, row, 1, beginning);
  }

  private static boolean begins(SymbolTable symbols, int row, int from, byte[] beginning) {
    if (symbols.nameLength(row) - from < beginning.length) {
      return false;
    }
    Bytes names = symbols.nameBytes(row);
    long at = symbols.nameStart(row) + from;
    for (int i = 0; i < beginning.length; i++) {
      if (names.u8(at + i) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
