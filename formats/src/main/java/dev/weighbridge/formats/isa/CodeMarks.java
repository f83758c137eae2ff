package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.Arrays;
import java.util.stream.IntStream;

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
      new CodeMarks(new long[0], new char[0], new long[0], new long[0]);

  private final long[] address;
  private final char[] letter;

  /** Where functions begin, in order, and where each ends. */
  private final long[] functionStart;

  private final long[] functionEnd;

  private CodeMarks(long[] address, char[] letter, long[] functionStart, long[] functionEnd) {
    this.address = address;
    this.letter = letter;
    this.functionStart = functionStart;
    this.functionEnd = functionEnd;
  }

  /** The marks of a linked image. */
  public static CodeMarks of(BinaryImage image) {
    SymbolTable symbols = image.symbols();
    int[] rows = new int[symbols.count()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (symbols.type(row) == SymbolType.MAPPING && symbols.section(row) >= 0) {
        rows[count++] = row;
      }
    }
    return of(image, Arrays.copyOf(rows, count));
  }

  private static CodeMarks of(BinaryImage image, int[] rows) {
    SymbolTable symbols = image.symbols();
    // Objects come in the order of their code: of two marks at an address the later one counts.
    Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(symbols.address(a), symbols.address(b)));
    long[] address = new long[order.length];
    char[] letter = new char[order.length];
    int count = 0;
    for (int row : order) {
      char found = letter(symbols, row);
      if (found != 0) {
        int at = count > 0 && address[count - 1] == symbols.address(row) ? count - 1 : count++;
        address[at] = symbols.address(row);
        letter[at] = found;
      }
    }
    int[] functions = functions(symbols);
    long[] start = new long[functions.length];
    long[] end = new long[functions.length];
    for (int i = 0; i < functions.length; i++) {
      start[i] = symbols.address(functions[i]);
      end[i] = start[i] + symbols.memorySize(functions[i]);
    }
    return new CodeMarks(Arrays.copyOf(address, count), Arrays.copyOf(letter, count), start, end);
  }

  /** The rows of functions in the order of their addresses. */
  private static int[] functions(SymbolTable symbols) {
    return IntStream.range(0, symbols.count())
        .filter(row -> symbols.type(row) == SymbolType.FUNCTION && symbols.section(row) >= 0)
        .boxed()
        .sorted((a, b) -> Long.compareUnsigned(symbols.address(a), symbols.address(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Whether a number may be an address: no compiler makes one that leads into the midst of a
   * function, unless data lies there.
   */
  public boolean mayBeAddress(long number) {
    long place = number & ~1L;
    int function = floor(functionStart, place);
    boolean isWithin = function >= 0 && place > functionStart[function];
    if (!isWithin || Long.compareUnsigned(place, functionEnd[function]) >= 0) {
      return true;
    }
    int mark = at(place);
    return mark >= 0 && letter[mark] == DATA;
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
    return floor(address, place);
  }

  /** The last of some addresses at or before a place; -1 if there is none. */
  private static int floor(long[] sorted, long place) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(sorted[middle], place) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
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
