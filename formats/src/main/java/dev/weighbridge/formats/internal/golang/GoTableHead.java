package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The head of a {@code pclntab}, with where the parts begin as positions in the bytes.
 *
 * @param start where it begins
 * @param end where the bytes end that may be its
 * @param layout how it is laid out
 * @param quantum bytes by which places in code differ at least
 * @param pointer bytes of an address
 * @param count how many functions it says there are
 * @param text the address of the first code; 0 if the head leaves that to others
 * @param names the names of functions
 * @param units which files each unit has
 * @param files the names of files
 * @param places the tables that have a value for each place in a function
 * @param rows the rows of functions, and in most layouts their records
 */
record GoTableHead(
    long start,
    long end,
    GoLayout layout,
    int quantum,
    int pointer,
    long count,
    long text,
    long names,
    long units,
    long files,
    long places,
    long rows) {
  private static final int HEAD = 8;

  /** Words of the longest head: how many functions and files, the start of the code, offsets. */
  private static final int WORDS = 8;

  /** Reads the head at a place; null if there is none. */
  static @Nullable GoTableHead read(Bytes bytes, long start, long end) {
    if (end - start < HEAD + 4L * WORDS) {
      return null;
    }
    GoLayout layout = GoLayout.of(bytes.i32(start));
    int quantum = bytes.u8(start + 6);
    int pointer = bytes.u8(start + 7);
    boolean isSound =
        layout != null
            && bytes.u16(start + 4) == 0
            && (quantum == 1 || quantum == 2 || quantum == 4)
            && (pointer == 4 || pointer == 8)
            && end - start >= HEAD + (long) pointer * WORDS;
    return isSound && layout != null ? read(bytes, start, end, layout, quantum, pointer) : null;
  }

  private static GoTableHead read(
      Bytes bytes, long start, long end, GoLayout layout, int quantum, int pointer) {
    Words words = new Words(bytes, start, end, pointer);
    if (layout == GoLayout.GO_1_2) {
      long rows = start + HEAD + pointer;
      return new GoTableHead(
          start, end, layout, quantum, pointer, words.word(0), 0, start, end, end, start, rows);
    }
    int first = layout.isRelative() ? 3 : 2;
    return new GoTableHead(
        start,
        end,
        layout,
        quantum,
        pointer,
        words.word(0),
        layout.isRelative() ? words.word(2) : 0,
        words.place(first),
        words.place(first + 1),
        words.place(first + 2),
        words.place(first + 3),
        words.place(first + 4));
  }

  /** Whether names, units, files, tables and rows are blocks that follow each other. */
  boolean hasBlocks() {
    return layout != GoLayout.GO_1_2
        && start < names
        && names <= units
        && units <= files
        && files <= places
        && places <= rows
        && rows < end;
  }

  /** Where offsets of records count from. */
  long records() {
    return layout == GoLayout.GO_1_2 ? start : rows;
  }

  private record Words(Bytes bytes, long start, long end, int pointer) {
    long word(int number) {
      long at = start + HEAD + (long) pointer * number;
      return pointer == 4 ? bytes.u32(at) : bytes.i64(at);
    }

    long place(int number) {
      long offset = word(number);
      return offset < 0 || offset > end - start ? end : start + offset;
    }
  }
}
