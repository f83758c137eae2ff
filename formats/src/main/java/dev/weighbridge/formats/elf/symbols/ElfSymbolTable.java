package dev.weighbridge.formats.elf.symbols;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_ABS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_COMMON;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_LORESERVE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_UNDEF;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_XINDEX;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_SYMTAB_SHNDX;

import dev.weighbridge.formats.NamedRows;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A symbol table, {@code .symtab} or {@code .dynsym}, as columns. gabi 4, symbol table.
 *
 * <p>Row 0 is the reserved null symbol. Names stay bytes of the file until someone asks for text;
 * how long they are is found out when a name is first asked for. Immutable.
 */
public final class ElfSymbolTable extends NamedRows {
  private static final int RESERVED = 0x1_0000;

  private final long[] value;
  private final long[] memorySize;
  private final int[] nameOffset;
  private final int[] section;
  private final byte[] info;
  private final byte[] other;

  /**
   * Reads the rows.
   *
   * @param start file offset of row 0; the rows must lie inside the file
   * @param strings the bytes of the string table
   * @param stringsStart file offset of the string table
   */
  private ElfSymbolTable(
      Bytes file, boolean is64Bit, long start, int count, Bytes strings, long stringsStart) {
    this(file, is64Bit, start, strings, stringsStart, new int[count]);
  }

  private ElfSymbolTable(
      Bytes file, boolean is64Bit, long start, Bytes strings, long stringsStart, int[] nameOffset) {
    super(start, entrySize(is64Bit), strings, stringsStart, nameOffset);
    int count = nameOffset.length;
    this.value = new long[count];
    this.memorySize = new long[count];
    this.nameOffset = nameOffset;
    this.section = new int[count];
    this.info = new byte[count];
    this.other = new byte[count];
    RowWindow window = new RowWindow(file, start, entrySize(), count);
    while (window.next()) {
      Bytes rows = window.bytes();
      for (int i = 0, at = 0; i < window.rows(); i++, at += entrySize()) {
        read(window.first() + i, rows, at, is64Bit);
      }
    }
  }

  /** Reads one row: a method of its own, so that it is compiled long before the loop is. */
  private void read(int row, Bytes rows, int at, boolean is64Bit) {
    nameOffset[row] = rows.i32(at);
    int afterName = is64Bit ? at + 4 : at + 12;
    info[row] = (byte) rows.u8(afterName);
    other[row] = (byte) rows.u8(afterName + 1);
    section[row] = sectionOf(rows.u16(afterName + 2));
    value[row] = is64Bit ? rows.i64(at + 8) : rows.u32(at + 4);
    memorySize[row] = is64Bit ? rows.i64(at + 16) : rows.u32(at + 8);
  }

  /** The table in the section of a type; the specification allows one of each. */
  public static ElfSymbolTable read(ElfImage image, int type) {
    Objects.requireNonNull(image, "image");
    Bytes file = image.file();
    boolean is64Bit = image.header().is64Bit();
    ElfSection table = image.first(type);
    if (table == null) {
      return empty(file, is64Bit);
    }
    ElfSection names = image.strings(table);
    ElfSymbolTable symbols =
        new ElfSymbolTable(
            file,
            is64Bit,
            image.start(table),
            image.rows(table, entrySize(is64Bit)),
            names == null ? file.slice(0, 0) : image.content(names),
            names == null ? 0 : image.start(names));
    ElfSection extended = extendedSections(image, table);
    return extended == null
        ? symbols
        : symbols.withExtendedSections(file, image.start(extended), image.rows(extended, 4));
  }

  private static @Nullable ElfSection extendedSections(ElfImage image, ElfSection table) {
    for (ElfSection section : image.sections()) {
      if (section.type() == SHT_SYMTAB_SHNDX && section.link() == table.index()) {
        return section;
      }
    }
    return null;
  }

  /** A table without rows. */
  public static ElfSymbolTable empty(Bytes file, boolean is64Bit) {
    Objects.requireNonNull(file, "file");
    return new ElfSymbolTable(file, is64Bit, 0, 0, file.slice(0, 0), 0);
  }

  /** Bytes of a row. */
  public static int entrySize(boolean is64Bit) {
    return is64Bit ? 24 : 16;
  }

  private static int sectionOf(int shndx) {
    return shndx < SHN_LORESERVE ? shndx : shndx - RESERVED;
  }

  /** Fills in the section rows that did not fit 16 bits, from a {@code SHT_SYMTAB_SHNDX} table. */
  private ElfSymbolTable withExtendedSections(Bytes file, long start, int count) {
    RowWindow window = new RowWindow(file, start, 4, Math.min(count, count()));
    while (window.next()) {
      for (int i = 0; i < window.rows(); i++) {
        int row = window.first() + i;
        if (section[row] == SHN_XINDEX - RESERVED) {
          section[row] = window.bytes().i32(4L * i) & Integer.MAX_VALUE;
        }
      }
    }
    return this;
  }

  /** How many rows there are, the null symbol included. */
  public int count() {
    return value.length;
  }

  /** {@code st_value}: an address; in a relocatable file an offset; for TLS an offset, too. */
  public long value(int row) {
    return value[row];
  }

  /** {@code st_size} in bytes, 0 if unknown; negative for 2^63 or more. */
  public long memorySize(int row) {
    return memorySize[row];
  }

  /** One of the {@code STT_} constants: the low half of {@code st_info}. */
  public int type(int row) {
    return info[row] & 0xF;
  }

  /** One of the {@code STB_} constants: the high half of {@code st_info}. */
  public int binding(int row) {
    return info[row] >>> 4 & 0xF;
  }

  /** One of the {@code STV_} constants: the low two bits of {@code st_other}. */
  public int visibility(int row) {
    return other[row] & 3;
  }

  /** {@code st_other}, 0 to 255: the visibility and the machine's own bits. */
  public int other(int row) {
    return other[row] & 0xFF;
  }

  /**
   * Row of its section, which need not exist; 0 if undefined; below 0 if {@code st_shndx} is
   * reserved: that number less 65536.
   */
  public int section(int row) {
    return section[row];
  }

  /** Whether another file defines it: {@code SHN_UNDEF}. */
  public boolean isUndefined(int row) {
    return section[row] == SHN_UNDEF;
  }

  /** Whether its value is a number, not a place: {@code SHN_ABS}. */
  public boolean isAbsolute(int row) {
    return section[row] == SHN_ABS - RESERVED;
  }

  /** Whether it is a tentative definition, its value an alignment: {@code SHN_COMMON}. */
  public boolean isCommon(int row) {
    return section[row] == SHN_COMMON - RESERVED;
  }

  /** One row as an object. */
  public ElfSymbol row(int row) {
    return new ElfSymbol(
        row,
        name(row),
        value[row],
        memorySize[row],
        type(row),
        binding(row),
        visibility(row),
        other(row),
        section[row],
        fileStart(row),
        fileStart(row + 1));
  }

  /** All rows as objects, the null symbol included. */
  public Stream<ElfSymbol> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
