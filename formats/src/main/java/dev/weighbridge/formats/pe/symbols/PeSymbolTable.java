package dev.weighbridge.formats.pe.symbols;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_EXTERNAL;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_FILE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_SECTION;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_STATIC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_CLASS_WEAK_EXTERNAL;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_DTYPE_FUNCTION;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SYM_UNDEFINED;

import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The COFF symbol table as columns. PE Format, COFF Symbol Table.
 *
 * <p>Rows are those of the file, auxiliary records included, because symbols and relocations refer
 * to each other by these rows. Names stay bytes of the file until someone asks for text. Immutable.
 */
public final class PeSymbolTable {
  private static final int SHORT_NAME = 8;
  private static final int SIZE_FIELD = 4;

  /** How many characters of a file name GNU ld copies into a record. */
  private static final int BFD_CHARACTERS = 14;

  private final Bytes file;
  private final long fileStart;
  private final int entrySize;
  private final long stringsStart;
  private final long stringsEnd;
  private final long[] value;
  private final int[] section;
  private final short[] type;
  private final byte[] storageClass;
  private final byte[] auxiliaryCount;
  private final boolean[] isAuxiliary;
  private final int[] nameOffset;

  /** Whether names of files may go on where they end: see {@link #fileName}. */
  private final boolean hasCutFileNames;

  /**
   * Reads the rows, which must lie inside the file.
   *
   * @param entrySize 18, or 20 in a big object
   */
  private PeSymbolTable(
      Bytes file, long start, int count, int entrySize, long stringsStart, long stringsEnd) {
    this.file = file;
    this.fileStart = start;
    this.entrySize = entrySize;
    this.stringsStart = stringsStart;
    this.stringsEnd = stringsEnd;
    value = new long[count];
    section = new int[count];
    type = new short[count];
    storageClass = new byte[count];
    auxiliaryCount = new byte[count];
    isAuxiliary = new boolean[count];
    nameOffset = new int[count];
    RowWindow window = new RowWindow(file, start, entrySize, count);
    int pending = 0;
    while (window.next()) {
      pending = read(window.bytes(), window.first(), window.rows(), pending);
    }
    hasCutFileNames = hasCutFileNames();
  }

  /**
   * Whether no record of a name of a file has more characters than GNU ld copies, and one has all.
   */
  private boolean hasCutFileNames() {
    boolean hasFull = false;
    for (int row = 0; row < value.length; row++) {
      if (storageClass[row] == IMAGE_SYM_CLASS_FILE && !isAuxiliary[row]) {
        int end = Math.min(value.length, row + 1 + auxiliaryCount(row));
        for (int record = row + 1; record < end; record++) {
          long rest = fileStart(record) + BFD_CHARACTERS;
          if (file.u8(rest) != 0) {
            return false;
          }
          hasFull |= file.u8(rest - 1) != 0;
        }
      }
    }
    return hasFull;
  }

  /** The table that the file header places; without rows if there is none. */
  public static PeSymbolTable read(Bytes file, PeHeader header, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(diagnostics, "diagnostics");
    int size = header.isBigObject() ? 20 : 18;
    long start = header.symbolTableOffset();
    if (start == 0) {
      return new PeSymbolTable(file, 0, 0, size, 0, 0);
    }
    int count =
        StatedRows.inside(file, "pe.symbol", start, size, header.symbolCount(), diagnostics);
    long strings = start + size * header.symbolCount();
    if (!file.contains(strings, SIZE_FIELD)) {
      return new PeSymbolTable(file, Math.min(start, file.length()), count, size, 0, 0);
    }
    long stated = file.u32(strings);
    long room = file.length() - strings;
    if (stated > room || (stated < SIZE_FIELD && stated != 0)) {
      diagnostics.warn("pe.strings", strings, "4 to " + room + " bytes", stated + " bytes");
    }
    long end = strings + Math.min(room, Math.max(SIZE_FIELD, stated));
    return new PeSymbolTable(file, start, count, size, strings, end);
  }

  private int read(Bytes rows, int first, int count, int auxiliariesLeft) {
    boolean isBig = entrySize == 20;
    int pending = auxiliariesLeft;
    for (int row = first, at = 0; row < first + count; row++, at += entrySize) {
      if (pending > 0) {
        isAuxiliary[row] = true;
        pending--;
        continue;
      }
      nameOffset[row] = rows.i32(at) == 0 ? rows.i32(at + 4) : 0;
      value[row] = rows.u32(at + 8);
      section[row] = isBig ? rows.i32(at + 12) : (short) rows.u16(at + 12);
      int rest = at + (isBig ? 16 : 14);
      type[row] = (short) rows.u16(rest);
      storageClass[row] = (byte) rows.u8(rest + 2);
      auxiliaryCount[row] = (byte) rows.u8(rest + 3);
      pending = auxiliaryCount[row] & 0xFF;
    }
    return pending;
  }

  /** How many rows there are, auxiliary records included. */
  public int count() {
    return value.length;
  }

  /** Whether a row is an auxiliary record of the symbol before it. */
  public boolean isAuxiliary(int row) {
    return isAuxiliary[row];
  }

  /** Offset in its section; of an absolute symbol a number; of a common one its size. */
  public long value(int row) {
    return value[row];
  }

  /** Number of its section, from 1; {@code IMAGE_SYM_UNDEFINED} and so on for none. */
  public int section(int row) {
    return section[row];
  }

  /** Basic type in the low four bits, derived type above them. */
  public int type(int row) {
    return type[row] & 0xFFFF;
  }

  /** Whether its derived type is a function; only some tools say so. */
  public boolean isFunction(int row) {
    return (type[row] >>> 4 & 3) == IMAGE_SYM_DTYPE_FUNCTION;
  }

  /** One of the {@code IMAGE_SYM_CLASS_} constants, raw if unknown. */
  public int storageClass(int row) {
    return storageClass[row] & 0xFF;
  }

  /** How many auxiliary records follow. */
  public int auxiliaryCount(int row) {
    return Math.min(auxiliaryCount[row] & 0xFF, count() - 1 - row);
  }

  /** Whether it stands for its section as a whole, with the section's sizes in a record. */
  public boolean isSection(int row) {
    int kind = storageClass(row);
    return kind == IMAGE_SYM_CLASS_SECTION
        || (kind == IMAGE_SYM_CLASS_STATIC
            && value[row] == 0
            && auxiliaryCount[row] != 0
            && !isFunction(row));
  }

  /** Whether it says only how much memory another file must provide. */
  public boolean isCommon(int row) {
    return section[row] == IMAGE_SYM_UNDEFINED
        && value[row] != 0
        && storageClass(row) == IMAGE_SYM_CLASS_EXTERNAL;
  }

  /** File offset of the name: in the string table, or in the row itself. */
  public long nameStart(int row) {
    long offset = Integer.toUnsignedLong(nameOffset[row]);
    return offset == 0 ? fileStart(row) : stringsStart + offset;
  }

  /** Whether the name lies in the string table and not in the row. */
  public boolean hasLongName(int row) {
    return nameOffset[row] != 0;
  }

  /** Bytes of the name without a NUL; 0 if it has none or it lies outside the string table. */
  public int nameLength(int row) {
    if (isAuxiliary[row]) {
      return 0;
    }
    long start = nameStart(row);
    long limit = hasLongName(row) ? stringsEnd : start + SHORT_NAME;
    if (start >= limit) {
      return 0;
    }
    long nul = file.indexOf((byte) 0, start, limit);
    return (int) Math.min(Integer.MAX_VALUE, (nul < 0 ? limit : nul) - start);
  }

  /** One byte of the name, 0 to 255. */
  public int nameByte(int row, int position) {
    return file.u8(nameStart(row) + position);
  }

  /** The bytes of the file, which hold the names. */
  public Bytes bytes() {
    return file;
  }

  /**
   * The raw name as text; of a source file the name of that file, with {@link MemberTable#LOST} for
   * what a linker has lost of it.
   */
  public String name(int row) {
    if (storageClass(row) == IMAGE_SYM_CLASS_FILE && auxiliaryCount(row) > 0) {
      return fileName(row);
    }
    int length = nameLength(row);
    long start = nameStart(row);
    return length == 0 ? "" : file.text(start, start + length);
  }

  /**
   * The name of a source file: the characters of all records behind the symbol. GNU ld writes a
   * place in the string table instead if the name does not fit into one record, or 14 characters of
   * 18 into each record, and loses the others; of the last record that shows only where all records
   * of the file are like that.
   */
  private String fileName(int row) {
    long start = fileStart(row + 1);
    long end = fileStart(row + 1 + auxiliaryCount(row));
    long stringAt = stringsStart + file.u32(start + 4);
    if (file.u32(start) == 0 && stringAt > stringsStart && stringAt < stringsEnd) {
      long nul = file.indexOf((byte) 0, stringAt, stringsEnd);
      return file.text(stringAt, nul < 0 ? stringsEnd : nul);
    }
    StringBuilder name = new StringBuilder();
    for (long at = start; at < end; at += entrySize) {
      long recordEnd = at + entrySize;
      long nul = file.indexOf((byte) 0, at, recordEnd);
      name.append(file.text(at, nul < 0 ? recordEnd : nul));
      boolean goesOn = recordEnd < end ? file.u8(recordEnd) != 0 : hasCutFileNames;
      boolean isLost = nul == at + BFD_CHARACTERS && goesOn;
      if (nul >= 0 && !isLost) {
        break;
      }
      name.append(isLost ? MemberTable.LOST : "");
    }
    return name.toString();
  }

  /**
   * The size of a function in bytes that its auxiliary record states; 0 if it states none. PE
   * Format, Auxiliary Format 1: Function Definitions.
   */
  public long functionSize(int row) {
    boolean hasRecord =
        isFunction(row)
            && auxiliaryCount(row) > 0
            && section[row] > 0
            && (storageClass(row) == IMAGE_SYM_CLASS_EXTERNAL
                || storageClass(row) == IMAGE_SYM_CLASS_STATIC);
    return hasRecord ? file.u32(fileStart(row + 1) + 4) : 0;
  }

  /** The auxiliary record after a symbol; empty records for a symbol that has none. */
  public PeAuxiliary auxiliary(int row) {
    return auxiliaryCount(row) == 0 ? new PeAuxiliary.None() : auxiliary(row, fileStart(row + 1));
  }

  private PeAuxiliary auxiliary(int row, long at) {
    int kind = storageClass(row);
    if (kind == IMAGE_SYM_CLASS_FILE) {
      return new PeAuxiliary.FileName();
    }
    if (kind == IMAGE_SYM_CLASS_WEAK_EXTERNAL) {
      return new PeAuxiliary.WeakExternal(file.u32(at), file.u32(at + 4));
    }
    if (isFunction(row) && section[row] > 0) {
      return new PeAuxiliary.FunctionDefinition(
          file.u32(at + 4), file.u32(at + 8), file.u32(at + 12));
    }
    if (kind == IMAGE_SYM_CLASS_STATIC || kind == IMAGE_SYM_CLASS_SECTION) {
      int high = entrySize == 20 ? file.u16(at + 16) << 16 : 0;
      return new PeAuxiliary.SectionDefinition(
          file.u32(at),
          file.u16(at + 4),
          file.i32(at + 8),
          file.u16(at + 12) | high,
          file.u8(at + 14));
    }
    return new PeAuxiliary.Other();
  }

  /** First byte of a row in the file; of the end of the table for {@link #count()}. */
  public long fileStart(int row) {
    return fileStart + (long) row * entrySize;
  }

  /** Bytes of a row in the file: 18, or 20 in a big object. */
  public int entrySize() {
    return entrySize;
  }

  /** File offset of the string table, its size field of four bytes included. */
  public long stringsStart() {
    return stringsStart;
  }

  /** End of the string table in the file, exclusive; equal to the start if there is none. */
  public long stringsEnd() {
    return stringsEnd;
  }

  /** One row as an object. */
  public PeSymbol row(int row) {
    return new PeSymbol(
        row,
        name(row),
        value[row],
        section[row],
        type(row),
        storageClass(row),
        auxiliary(row),
        fileStart(row),
        fileStart(row + 1 + auxiliaryCount(row)));
  }

  /** All symbols as objects, auxiliary records with their symbols. */
  public Stream<PeSymbol> stream() {
    return IntStream.range(0, count()).filter(row -> !isAuxiliary[row]).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
