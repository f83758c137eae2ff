package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;
import java.util.List;

/**
 * Where code of one sort begins and where data lies in it, as mapping symbols say: {@code $a},
 * {@code $t}, {@code $x}, {@code $d} (AAELF32 5.5.5; RISC-V psABI, mapping symbols). Immutable.
 */
public final class CodeMarks {
  /** Code of 32-bit Arm, Thumb code, other code, and data: the letters of the symbols. */
  public static final char ARM = 'a';

  /** See {@link #ARM}. */
  public static final char THUMB = 't';

  /** See {@link #ARM}. */
  public static final char CODE = 'x';

  /** See {@link #ARM}. */
  public static final char DATA = 'd';

  /** Nothing is said. */
  public static final CodeMarks NONE =
      new CodeMarks(
          new long[0], new char[0], new long[0], new long[0], new AddressRanges(List.of()));

  /** How far accesses of RISC-V reach. */
  private static final int NEAR = 0x800;

  private final long[] address;
  private final char[] letter;

  /** Where functions begin, in order, and where each ends. */
  private final long[] functionStart;

  private final long[] functionEnd;

  private final AddressRanges loaded;

  private CodeMarks(
      long[] address,
      char[] letter,
      long[] functionStart,
      long[] functionEnd,
      AddressRanges loaded) {
    this.address = address;
    this.letter = letter;
    this.functionStart = functionStart;
    this.functionEnd = functionEnd;
    this.loaded = loaded;
  }

  /** The marks of a linked image. */
  public static CodeMarks of(BinaryImage image) {
    SymbolTable symbols = image.symbols();
    // Objects come in the order of their code: of two marks at an address the later one counts.
    int[] rows = byAddress(symbols, SymbolType.MAPPING);
    long[] address = new long[rows.length];
    char[] letter = new char[rows.length];
    int count = 0;
    for (int row : rows) {
      char found = letter(symbols, row);
      if (found != 0) {
        int at = count > 0 && address[count - 1] == symbols.address(row) ? count - 1 : count++;
        address[at] = symbols.address(row);
        letter[at] = found;
      }
    }
    int[] functions = byAddress(symbols, SymbolType.FUNCTION);
    long[] start = new long[functions.length];
    long[] end = new long[functions.length];
    for (int i = 0; i < functions.length; i++) {
      start[i] = symbols.address(functions[i]);
      end[i] = start[i] + symbols.memorySize(functions[i]);
    }
    return new CodeMarks(
        Arrays.copyOf(address, count),
        Arrays.copyOf(letter, count),
        start,
        end,
        AddressRanges.ofLoaded(image));
  }

  /** The rows of a type that lie in sections, in the order of their addresses. */
  private static int[] byAddress(SymbolTable symbols, SymbolType type) {
    IntColumn rows = new IntColumn(0);
    LongColumn addresses = new LongColumn(0);
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.type(row) == type && symbols.section(row) >= 0) {
        rows.add(row);
        addresses.add(symbols.address(row));
      }
    }
    int[] order = Order.ascending(addresses.freeze(), rows.count());
    for (int i = 0; i < order.length; i++) {
      order[i] = rows.get(order[i]);
    }
    return order;
  }

  /**
   * Whether a number may be an address: no compiler makes one that leads into the midst of a
   * function, unless data lies there.
   */
  public boolean mayBeAddress(long number) {
    long place = number & ~1L;
    int function = Order.lastAtOrBefore(functionStart, place);
    boolean isWithin = function >= 0 && place > functionStart[function];
    if (!isWithin || Long.compareUnsigned(place, functionEnd[function]) >= 0) {
      return true;
    }
    int mark = at(place);
    return mark >= 0 && letter[mark] == DATA;
  }

  /** Whether a number that may be an address is one of something that is loaded. */
  public boolean isLoaded(long number) {
    return mayBeAddress(number) && loaded.indexOf(number) >= 0;
  }

  /** Whether something is loaded no more than 2 KiB from an address. */
  public boolean isNearLoaded(long address) {
    return loaded.isNear(address - NEAR, 2 * NEAR - 1);
  }

  private static char letter(SymbolTable symbols, int row) {
    Bytes names = symbols.nameBytes(row);
    long at = symbols.nameStart(row);
    return symbols.nameLength(row) > 1 && names.u8(at) == '$' ? (char) names.u8(at + 1) : 0;
  }

  /** Whether symbols name code, in which case the linker has left them all. */
  public boolean areOfNamedCode() {
    return functionStart.length > 0;
  }

  /** How many there are. */
  public int count() {
    return address.length;
  }

  /** The last mark at or before an address; -1 if there is none. */
  public int at(long place) {
    return Order.lastAtOrBefore(address, place);
  }

  /** What begins with a mark. */
  public char letter(int mark) {
    return letter[mark];
  }

  /** Where that begins. */
  public long start(int mark) {
    return address[mark];
  }

  /** Where it ends at the latest; -1, which is beyond all addresses, if nothing follows. */
  public long end(int mark) {
    return mark + 1 < address.length ? address[mark + 1] : -1;
  }
}
