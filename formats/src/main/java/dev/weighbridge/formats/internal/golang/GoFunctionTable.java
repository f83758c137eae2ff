package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/**
 * The functions that Go's {@code pclntab} lists, by which the runtime finds its way: it is there in
 * every program, stripped or not. debug/gosym of Go's library reads it likewise.
 *
 * <p>A table says where functions begin and which record each has; the record has the name, and
 * tables whose last place is where the function ends. A table is taken whole or not at all: each
 * row has to agree with its record.
 */
public final class GoFunctionTable {
  private static final int ALIGNMENT = 4;

  /** In a record behind its place: the name, then further on tables of stack, file and line. */
  private static final int FIRST_TABLE = 12;

  private static final int TABLES = 3;

  private final Bytes bytes;
  private final GoTableHead head;
  private final int field;
  private final int count;

  private GoFunctionTable(Bytes bytes, GoTableHead head) {
    this.bytes = bytes;
    this.head = head;
    field = head.layout().placeBytes(head.pointer());
    long room = Math.max(0, (head.end() - head.rows()) / (2L * field) - 1);
    count = head.count() < 0 || head.count() > room ? 0 : (int) Math.min(room, head.count());
  }

  /** The table that begins at a place, if one does and if it is sound. */
  public static Optional<GoFunctionTable> at(Bytes bytes, long start, long end) {
    GoTableHead head = start < 0 ? null : GoTableHead.read(bytes, start, end);
    if (head == null) {
      return Optional.empty();
    }
    GoFunctionTable table = new GoFunctionTable(bytes, head);
    return table.isSound() ? Optional.of(table) : Optional.empty();
  }

  /**
   * The first sound table in a range, at a multiple of four bytes. No other bytes were ever seen to
   * begin like one.
   */
  public static Optional<GoFunctionTable> find(Bytes bytes, long start, long end) {
    for (long at = start; end - at > ALIGNMENT; at += ALIGNMENT) {
      if (bytes.u8(at + 1) == 0xff && bytes.u8(at + 2) == 0xff) {
        Optional<GoFunctionTable> table = at(bytes, at, end);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether places ascend, and each record is of its row and has a name. */
  private boolean isSound() {
    for (int i = 0; i < count; i++) {
      long record = record(i);
      boolean fits =
          record >= head.start()
              && record <= head.end() - field - head.layout().recordBytes()
              && Long.compareUnsigned(entry(i), entry(i + 1)) <= 0;
      if (!fits || place(record) != entry(i) || !isName(nameStart(i))) {
        return false;
      }
    }
    return count > 0;
  }

  /** Whether a name follows the end of another, or its block's start. */
  private boolean isName(long start) {
    boolean isInside = start >= head.names() && start < head.end() && start > head.start();
    return isInside && bytes.u8(start) != 0 && (start == head.names() || bytes.u8(start - 1) == 0);
  }

  GoTableHead head() {
    return head;
  }

  /** Where it begins. */
  public long start() {
    return head.start();
  }

  /** Where the names of functions begin. */
  public long names() {
    return head.names();
  }

  /** Bytes of an address. */
  public int pointer() {
    return head.pointer();
  }

  /** How many functions there are. */
  public int count() {
    return count;
  }

  /** The address of the first code as the table says it; 0 if it has addresses, or does not. */
  public long text() {
    return head.text();
  }

  /** Whether it has to be told where the code begins. */
  public boolean asksForText() {
    return head.layout().isRelative() && head.text() == 0;
  }

  /** Where a function begins, counted from the start of the code if the layout does that. */
  long entry(int function) {
    return place(head.rows() + 2L * field * function);
  }

  /** Where a record of a function begins, at a place like that of its row. */
  long record(int function) {
    return head.records() + place(head.rows() + 2L * field * function + field);
  }

  /** Where the name of a function begins. */
  long nameStart(int function) {
    return head.names() + bytes.u32(record(function) + field);
  }

  private long place(long at) {
    return field == 4 ? bytes.u32(at) : bytes.i64(at);
  }

  int field() {
    return field;
  }

  /** The offset of one of the tables of places of a function: of stack, file and line. */
  long table(int function, int number) {
    return bytes.u32(record(function) + field + FIRST_TABLE + 4L * number);
  }

  /** Who is told of functions. */
  public interface Listener {
    /**
     * There is one.
     *
     * @param address where it begins
     * @param size bytes of its code
     * @param name where its name is
     * @param length bytes of the name
     */
    void function(long address, long size, long name, int length);
  }

  /**
   * Tells of all functions, in order.
   *
   * @param base the address of the first code, 0 if the table has addresses
   */
  public void functions(long base, Listener listener) {
    PcTables tables = new PcTables(bytes, head.places(), head.end(), head.quantum());
    // Names may be tails of each other only in a file made for it.
    long allowance = 8 * (head.end() - head.start());
    for (int i = 0; i < count && allowance > 0; i++) {
      Work.tellAt("reading functions of Go", i, count);
      long most = entry(i + 1) - entry(i);
      int length = nameLength(nameStart(i));
      allowance -= length;
      if (most > 0 && allowance > 0) {
        listener.function(base + entry(i), size(i, most, tables), nameStart(i), length);
      }
    }
  }

  /** States all functions as symbols. */
  public void name(ImageBuilder image, long base) {
    image.reserve(count, 0, 0);
    functions(
        base,
        (address, size, name, length) ->
            image.symbol(
                address,
                size,
                SymbolTable.NO_SECTION,
                SymbolType.FUNCTION,
                SymbolBinding.LOCAL,
                SymbolSource.FUNCTION_TABLE,
                bytes,
                name,
                length));
  }

  private long size(int function, long most, PcTables tables) {
    long size = 0;
    for (int i = 0; i < TABLES; i++) {
      size = Math.max(size, tables.codeSize(table(function, i)));
    }
    return size == 0 ? most : Math.min(size, most);
  }

  int nameLength(long name) {
    long limit = Math.min(head.end(), name + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, name, limit);
    return (int) ((nul < 0 ? limit : nul) - name);
  }
}
