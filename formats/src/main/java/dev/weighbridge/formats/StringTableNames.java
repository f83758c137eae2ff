package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The names of the rows of a symbol table: where each starts in the string table, and, found out
 * when a name is first asked for, how long it is. Safe for several threads.
 */
final class StringTableNames {
  private final Bytes strings;
  private final int[] offset;
  private volatile @Nullable SymbolNames names;

  /**
   * Names that nobody has asked for yet.
   *
   * @param strings the bytes of the string table
   * @param offset where each row's name starts there, as an unsigned number; not copied, and must
   *     not change once a name was asked for
   */
  StringTableNames(Bytes strings, int[] offset) {
    this.strings = strings;
    this.offset = offset;
  }

  /** The bytes of the string table. */
  Bytes strings() {
    return strings;
  }

  /** Where a row's name starts in the string table. */
  long offset(int row) {
    return offset[row] & 0xFFFF_FFFFL;
  }

  /** Bytes of a row's name without the NUL; 0 if unnamed or outside the string table. */
  int length(int row) {
    return names().lengths()[row];
  }

  /** A row's name as text; bytes that are not UTF-8 become U+FFFD. */
  String text(int row) {
    int length = length(row);
    return length == 0 ? "" : strings.text(offset(row), offset(row) + length);
  }

  /** The rows whose names cover the string table, each byte once, in the order of that table. */
  int[] firstUsers() {
    return names().firstUsers().clone();
  }

  private SymbolNames names() {
    SymbolNames known = names;
    if (known == null) {
      synchronized (this) {
        known = names;
        if (known == null) {
          known = SymbolNames.of(strings, offset);
          names = known;
        }
      }
    }
    return known;
  }
}
