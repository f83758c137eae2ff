package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import java.util.function.LongSupplier;

/**
 * The functions that Go's {@code pclntab} lists, by which the runtime finds its way: it is there in
 * every program, stripped or not. debug/gosym of Go's library reads it likewise.
 *
 * <p>Read since Go 1.16. A table says where functions begin and which record each has; the record
 * has the name, and tables whose last place is where the function ends.
 */
public final class GoFunctionTable {
  private static final int MAGIC_1_16 = 0xfffffffa;
  private static final int MAGIC_1_18 = 0xfffffff0;
  private static final int MAGIC_1_20 = 0xfffffff1;
  private static final int HEADER = 8;
  private static final int ALIGNMENT = 4;

  /** Words of the header: how many functions and files, the start of the code, five offsets. */
  private static final int WORDS = 8;

  /** In a record: its name, then further on the tables of stack, file and line. */
  private static final int NAME = 4;

  private static final int FIRST_TABLE = 16;
  private static final int TABLES = 3;
  private static final int RECORD = FIRST_TABLE + 4 * TABLES;

  private final Bytes bytes;
  private final long start;
  private final long end;
  private final int pointer;
  private final boolean hasTextStart;
  private final PcTables tables;

  /** Bytes of names still read: they may be tails of each other only in a file made for it. */
  private long allowance;

  private GoFunctionTable(Bytes bytes, long start, long end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    pointer = bytes.u8(start + 7);
    allowance = 8 * (end - start);
    hasTextStart = bytes.i32(start) != MAGIC_1_16;
    long tablesStart = Math.min(start + offset(3), end);
    tables = new PcTables(bytes, tablesStart, end, bytes.u8(start + 6));
  }

  /** Whether a table begins at a place: its magic, two zeros, sizes of instruction and pointer. */
  public static boolean isAt(Bytes bytes, long start, long end) {
    if (end - start < HEADER + 4L * WORDS) {
      return false;
    }
    int magic = bytes.i32(start);
    boolean isKnown = magic == MAGIC_1_16 || magic == MAGIC_1_18 || magic == MAGIC_1_20;
    int quantum = bytes.u8(start + 6);
    int pointer = bytes.u8(start + 7);
    return isKnown
        && bytes.u16(start + 4) == 0
        && (quantum == 1 || quantum == 2 || quantum == 4)
        && (pointer == 4 || pointer == 8)
        && end - start >= HEADER + (long) pointer * WORDS;
  }

  /** How many functions a table says it has that begins at a place. */
  public static long count(Bytes bytes, long start) {
    return new GoFunctionTable(bytes, start, bytes.length()).word(0);
  }

  /**
   * Where the first table begins in a range, at a multiple of four bytes; -1 if there is none. No
   * other bytes were ever seen to begin like one.
   */
  public static long find(Bytes bytes, long start, long end) {
    for (long at = start; end - at > ALIGNMENT; at += ALIGNMENT) {
      if (bytes.u8(at + 1) == 0xff && isAt(bytes, at, end)) {
        return at;
      }
    }
    return -1;
  }

  /** Who is told where functions are. */
  public interface Listener {
    /** There is one, of so many bytes. */
    void function(long address, long size);
  }

  /**
   * States the functions of a table as symbols.
   *
   * @param start where the table begins
   * @param end where the section ends that it lies in
   * @param text tells the address of the first code where the table leaves that to others; -1 if
   *     nothing does
   * @param listener is told where each is
   */
  public static void state(
      ImageBuilder image, Bytes bytes, long start, long end, LongSupplier text, Listener listener) {
    new GoFunctionTable(bytes, start, end).state(image, text, listener);
  }

  private void state(ImageBuilder image, LongSupplier text, Listener listener) {
    long stated = hasTextStart ? word(2) : 0;
    long base = !hasTextStart ? 0 : stated != 0 ? stated : text.getAsLong();
    long names = start + offset(0);
    long rows = start + offset(4);
    int field = hasTextStart ? 4 : pointer;
    long count = Math.min(word(0), (end - rows) / (2L * field) - 1);
    if (base == -1 || names >= end || rows >= end || count <= 0) {
      return;
    }
    for (long i = 0; i < count; i++) {
      long row = rows + 2L * field * i;
      long entry = field(row, field);
      long next = field(row + 2L * field, field);
      long record = rows + field(row + field, field);
      if (next <= entry || record < rows || record > end - RECORD) {
        continue;
      }
      long name = names + bytes.u32(record + pointerOrFour() - 4 + NAME);
      int length = nameLength(name);
      if (length > 0) {
        long size = size(record + pointerOrFour() - 4, next - entry);
        listener.function(base + entry, size);
        image.symbol(
            base + entry,
            size,
            SymbolTable.NO_SECTION,
            SymbolType.FUNCTION,
            SymbolBinding.LOCAL,
            SymbolSource.FUNCTION_TABLE,
            bytes,
            name,
            length);
      }
    }
  }

  /** Bytes of the first field of a record, the place of the function. */
  private int pointerOrFour() {
    return hasTextStart ? 4 : pointer;
  }

  private long size(long record, long most) {
    long size = 0;
    for (int i = 0; i < TABLES; i++) {
      size = Math.max(size, tables.codeSize(bytes.u32(record + FIRST_TABLE + 4L * i)));
    }
    return size == 0 ? most : Math.min(size, most);
  }

  private int nameLength(long name) {
    if (name < start || name >= end || allowance < 0) {
      return 0;
    }
    long limit = Math.min(end, name + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, name, limit);
    int length = (int) ((nul < 0 ? limit : nul) - name);
    allowance -= length;
    return length;
  }

  /** An offset of the header: of names, units, files, tables of places, functions. */
  private long offset(int number) {
    long stated = word(number + (hasTextStart ? 3 : 2));
    return stated < 0 || stated > end - start ? end - start : stated;
  }

  private long word(int number) {
    return field(start + HEADER + (long) pointer * number, pointer);
  }

  private long field(long at, int size) {
    return size == 4 ? bytes.u32(at) : bytes.i64(at);
  }
}
