package dev.weighbridge.formats.macho.symbols;

import static dev.weighbridge.formats.macho.headers.MachOConstants.N_ALT_ENTRY;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_EXT;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_SECT;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_STAB;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_TYPE;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_UNDF;

import dev.weighbridge.formats.NamedRows;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The symbol table as columns: {@code LC_SYMTAB}. nlist.h.
 *
 * <p>The format states no sizes, but for functions of the debug map. Names stay bytes of the file
 * until someone asks for text; how long they are is found out when a name is first asked for.
 * Immutable.
 */
public final class MachOSymbolTable extends NamedRows {
  private final int[] nameOffset;
  private final byte[] type;
  private final byte[] section;
  private final short[] description;
  private final long[] value;

  /** A table without rows. */
  public static MachOSymbolTable none(Bytes file, MachOHeader header) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    return new MachOSymbolTable(file, header.is64Bit(), 0, file.slice(0, 0), 0, new int[0]);
  }

  /** Reads the rows and strings that a command places, as far as they lie inside the file. */
  public static MachOSymbolTable read(
      Bytes file, MachOHeader header, LoadCommand.Symtab stated, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(stated, "stated");
    Objects.requireNonNull(diagnostics, "diagnostics");
    int stride = entrySize(header.is64Bit());
    long start = stated.symbolOffset();
    int count =
        StatedRows.inside(file, "macho.symtab", start, stride, stated.symbolCount(), diagnostics);
    Bytes strings =
        new LoadCommand.Range(stated.stringOffset(), stated.stringSize())
            .content(file, "macho.symtab.strings", diagnostics);
    return new MachOSymbolTable(
        file,
        header.is64Bit(),
        count == 0 ? 0 : start,
        strings,
        stated.stringOffset(),
        new int[count]);
  }

  private MachOSymbolTable(
      Bytes file, boolean is64Bit, long start, Bytes strings, long stringsStart, int[] nameOffset) {
    super(start, entrySize(is64Bit), strings, stringsStart, nameOffset);
    int count = nameOffset.length;
    this.nameOffset = nameOffset;
    this.type = new byte[count];
    this.section = new byte[count];
    this.description = new short[count];
    this.value = new long[count];
    RowWindow window = new RowWindow(file, start, entrySize(), count);
    while (window.next()) {
      read(window.bytes(), window.first(), window.rows(), is64Bit);
    }
  }

  /** Bytes of a row. */
  private static int entrySize(boolean is64Bit) {
    return is64Bit ? 16 : 12;
  }

  private void read(Bytes rows, int first, int count, boolean is64Bit) {
    for (int row = first, at = 0; row < first + count; row++, at += entrySize()) {
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

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
