package dev.weighbridge.formats.macho;

import static dev.weighbridge.formats.macho.MachOConstants.N_ALT_ENTRY;
import static dev.weighbridge.formats.macho.MachOConstants.N_EXT;
import static dev.weighbridge.formats.macho.MachOConstants.N_SECT;
import static dev.weighbridge.formats.macho.MachOConstants.N_STAB;
import static dev.weighbridge.formats.macho.MachOConstants.N_TYPE;
import static dev.weighbridge.formats.macho.MachOConstants.N_UNDF;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.internal.names.StringTableNames;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The symbol table as columns: {@code LC_SYMTAB}. nlist.h.
 *
 * <p>The format states no sizes, but for functions of the debug map. Names stay bytes of the file
 * until someone asks for text; how long they are is found out when a name is first asked for.
 * Immutable.
 */
public final class MachOSymbolTable {
  private final long fileStart;
  private final int entrySize;
  private final StringTableNames names;
  private final long stringsStart;
  private final int[] nameOffset;
  private final byte[] type;
  private final byte[] section;
  private final short[] description;
  private final long[] value;

  /**
   * Reads the rows.
   *
   * @param start file offset of row 0; the rows must lie inside the file
   * @param strings the bytes of the string table
   * @param stringsStart file offset of the string table
   */
  MachOSymbolTable(
      Bytes file, boolean is64Bit, long start, int count, Bytes strings, long stringsStart) {
    this.fileStart = start;
    this.entrySize = entrySize(is64Bit);
    this.stringsStart = stringsStart;
    this.nameOffset = new int[count];
    this.names = new StringTableNames(strings, nameOffset);
    this.type = new byte[count];
    this.section = new byte[count];
    this.description = new short[count];
    this.value = new long[count];
    RowWindow window = new RowWindow(file, start, entrySize, count);
    while (window.next()) {
      read(window.bytes(), window.first(), window.rows(), is64Bit);
    }
  }

  /** Bytes of a row. */
  static int entrySize(boolean is64Bit) {
    return is64Bit ? 16 : 12;
  }

  private void read(Bytes rows, int first, int count, boolean is64Bit) {
    for (int row = first, at = 0; row < first + count; row++, at += entrySize) {
      nameOffset[row] = rows.i32(at);
      type[row] = (byte) rows.u8(at + 4);
      section[row] = (byte) rows.u8(at + 5);
      description[row] = (short) rows.u16(at + 6);
      value[row] = is64Bit ? rows.i64(at + 8) : rows.u32(at + 8);
    }
  }

  /** How many rows there are. */
  public int count() {
    return value.length;
  }

  /** {@code n_value}: an address, or what a debug-map symbol says. */
  public long value(int row) {
    return value[row];
  }

  /** {@code n_type}, 0 to 255; of a debug-map symbol one of the constants of stab.h. */
  public int type(int row) {
    return type[row] & 0xFF;
  }

  /** {@code n_sect}, 0 to 255: 1 for the first section, 0 for none. */
  public int section(int row) {
    return section[row] & 0xFF;
  }

  /** {@code n_desc}, 0 to 65535. */
  public int description(int row) {
    return description[row] & 0xFFFF;
  }

  /** Whether it belongs to the debug map: any bit of {@code N_STAB}. */
  public boolean isDebugMap(int row) {
    return (type[row] & N_STAB) != 0;
  }

  /** Whether it stands for a place in a section of this file. */
  public boolean isDefined(int row) {
    return (type[row] & (N_STAB | N_TYPE)) == N_SECT;
  }

  /** Whether another file defines it; a tentative definition, with a size for a value, too. */
  public boolean isUndefined(int row) {
    return (type[row] & (N_STAB | N_TYPE)) == N_UNDF;
  }

  /** Whether other files see it. */
  public boolean isExternal(int row) {
    return !isDebugMap(row) && (type[row] & N_EXT) != 0;
  }

  /** Whether it is a further entry into what another symbol begins: {@code N_ALT_ENTRY}. */
  public boolean isAlternateEntry(int row) {
    return isDefined(row) && (description[row] & N_ALT_ENTRY) != 0;
  }

  /** {@code n_strx}: where its name starts in {@link #strings}; 0 to 2^32-1, 0 if unnamed. */
  public long nameOffset(int row) {
    return names.offset(row);
  }

  /** Bytes of its raw name without the NUL; 0 if unnamed or outside the string table. */
  public int nameLength(int row) {
    return names.length(row);
  }

  /** Its raw name as text; bytes that are not UTF-8 become U+FFFD. */
  public String name(int row) {
    return names.text(row);
  }

  /** The bytes of the string table. */
  public Bytes strings() {
    return names.strings();
  }

  /** File offset of the string table. */
  public long stringsStart() {
    return stringsStart;
  }

  /**
   * The rows whose names cover the string table, each byte once, in the order of that table.
   *
   * <p>Where names share bytes, the longest stands for all of them and its first user owns it.
   */
  public int[] firstNameUsers() {
    return names.firstUsers();
  }

  /** First byte of a row in the file; of the end of the table for {@link #count()}. */
  public long fileStart(int row) {
    return fileStart + (long) row * entrySize;
  }

  /** Bytes of a row in the file: 12 or 16. */
  public int entrySize() {
    return entrySize;
  }

  /** One row as an object. */
  public MachOSymbol row(int row) {
    return new MachOSymbol(
        row,
        name(row),
        type(row),
        section(row),
        description(row),
        value[row],
        fileStart(row),
        fileStart(row + 1));
  }

  /** All rows as objects. */
  public Stream<MachOSymbol> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }
}
