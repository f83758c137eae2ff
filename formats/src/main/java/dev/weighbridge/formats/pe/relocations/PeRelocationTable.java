package dev.weighbridge.formats.pe.relocations;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_LNK_NRELOC_OVFL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Locale;
import java.util.Objects;

/**
 * The relocations of one section of an object, as columns. PE Format, COFF Relocations. Immutable.
 */
public final class PeRelocationTable {
  static final int ENTRY_SIZE = 10;

  private final long fileStart;
  private final long[] place;
  private final int[] symbol;
  private final short[] type;

  /** Reads the rows, which must lie inside the file. */
  PeRelocationTable(Bytes file, long start, int count) {
    fileStart = start;
    place = new long[count];
    symbol = new int[count];
    type = new short[count];
    RowWindow window = new RowWindow(file, start, ENTRY_SIZE, count);
    while (window.next()) {
      Bytes rows = window.bytes();
      int first = window.first();
      for (int i = 0, at = 0; i < window.rows(); i++, at += ENTRY_SIZE) {
        place[first + i] = rows.u32(at);
        symbol[first + i] = rows.i32(at + 4);
        type[first + i] = (short) rows.u16(at + 8);
      }
    }
  }

  /** The relocations of a section; a count that does not fit 16 bits is in its first row. */
  public static PeRelocationTable read(Bytes file, PeSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    long start = section.relocationOffset();
    long count = section.relocationCount();
    boolean isOverflown = (section.characteristics() & IMAGE_SCN_LNK_NRELOC_OVFL) != 0;
    if (isOverflown && count == 0xFFFF && file.contains(start, ENTRY_SIZE)) {
      count = file.u32(start);
    }
    String structure = String.format(Locale.ROOT, "pe.section[%d].relocations", section.index());
    int fits = StatedRows.inside(file, structure, start, ENTRY_SIZE, count, diagnostics);
    return new PeRelocationTable(file, fits == 0 ? 0 : start, fits);
  }

  /** How many rows there are. */
  public int count() {
    return place.length;
  }

  /** Address of the patched bytes; in an object, whose sections begin at 0, their offset. */
  public long place(int row) {
    return place[row];
  }

  /** Row of the symbol in the COFF symbol table, as stated. */
  public int symbol(int row) {
    return symbol[row];
  }

  /** The machine's own type number: {@code IMAGE_REL_}. */
  public int type(int row) {
    return type[row] & 0xFFFF;
  }

  /** First byte of a row in the file; of the end of the table for {@link #count()}. */
  public long fileStart(int row) {
    return fileStart + (long) row * ENTRY_SIZE;
  }

  @Override
  public String toString() {
    return count() + " relocations";
  }
}
