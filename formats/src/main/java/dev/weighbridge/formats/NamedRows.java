package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Rows of equal size, one behind the other in the file, whose names lie in a string table: what the
 * symbol tables of ELF and Mach-O have in common.
 *
 * <p>Names stay bytes of the file until someone asks for text; how long they are is found out when
 * a name is first asked for. Safe for several threads.
 */
public abstract class NamedRows {
  private final long fileStart;
  private final int entrySize;
  private final StringTableNames names;
  private final long stringsStart;

  /**
   * Rows whose names nobody has asked for yet.
   *
   * @param fileStart file offset of row 0
   * @param entrySize bytes of a row
   * @param strings the bytes of the string table
   * @param stringsStart file offset of the string table
   * @param nameOffset where each row's name starts there, as an unsigned number; not copied, and
   *     must not change once a name was asked for
   */
  protected NamedRows(
      long fileStart, int entrySize, Bytes strings, long stringsStart, int[] nameOffset) {
    this.fileStart = fileStart;
    this.entrySize = entrySize;
    this.stringsStart = stringsStart;
    this.names = new StringTableNames(strings, nameOffset);
  }

  /** Where a row's name starts in {@link #strings}; 0 to 2^32-1, 0 if unnamed. */
  public final long nameOffset(int row) {
    return names.offset(row);
  }

  /** Bytes of a row's raw name without the NUL; 0 if unnamed or outside the string table. */
  public final int nameLength(int row) {
    return names.length(row);
  }

  /** A row's raw name as text; bytes that are not UTF-8 become U+FFFD. */
  public final String name(int row) {
    return names.text(row);
  }

  /** The bytes of the string table. */
  public final Bytes strings() {
    return names.strings();
  }

  /** File offset of the string table. */
  public final long stringsStart() {
    return stringsStart;
  }

  /**
   * The rows whose names cover the string table, each byte once, in the order of that table.
   *
   * <p>Where names share bytes, the longest stands for all of them and its first user owns it.
   */
  public final int[] firstNameUsers() {
    return names.firstUsers();
  }

  /** First byte of a row in the file; of the end of the table for the number of rows. */
  public final long fileStart(int row) {
    return fileStart + (long) row * entrySize;
  }

  /** Bytes of a row in the file. */
  public final int entrySize() {
    return entrySize;
  }
}
