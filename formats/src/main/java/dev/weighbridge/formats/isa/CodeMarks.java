package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.ArrayList;
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
      new CodeMarks(new long[0], new char[0], new long[0], new AddressRanges(List.of()));

  private final long[] address;
  private final char[] letter;

  /** Where named code begins, in order. */
  private final long[] beginnings;

  private final AddressRanges code;

  private CodeMarks(long[] address, char[] letter, long[] beginnings, AddressRanges code) {
    this.address = address;
    this.letter = letter;
    this.beginnings = beginnings;
    this.code = code;
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
    return count == 0 ? NONE : of(image, Arrays.copyOf(rows, count));
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
    return new CodeMarks(
        Arrays.copyOf(address, count),
        Arrays.copyOf(letter, count),
        beginnings(symbols),
        code(image.sections()));
  }

  private static long[] beginnings(SymbolTable symbols) {
    long[] found = new long[symbols.count()];
    int count = 0;
    for (int row = 0; row < found.length; row++) {
      SymbolType type = symbols.type(row);
      if (type == SymbolType.FUNCTION || type == SymbolType.UNSTATED) {
        found[count++] = symbols.address(row) & ~1L;
      }
    }
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static AddressRanges code(SectionTable sections) {
    List<AddressRanges.Range> ranges = new ArrayList<>();
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.isLoaded() && section.traits().contains(SectionTrait.EXECUTABLE)) {
        ranges.add(new AddressRanges.Range(section.address(), section.memorySize()));
      }
    }
    return new AddressRanges(ranges);
  }

  /**
   * Whether a number may be an address: no compiler makes one that leads into the midst of code.
   */
  public boolean mayBeAddress(long number) {
    if (code.indexOf(number) < 0) {
      return true;
    }
    int mark = at(number);
    boolean isData = mark >= 0 && letter[mark] == DATA;
    return isData || Arrays.binarySearch(beginnings, number & ~1L) >= 0;
  }

  private static char letter(SymbolTable symbols, int row) {
    Bytes names = symbols.nameBytes(row);
    long at = symbols.nameStart(row);
    return symbols.nameLength(row) > 1 && names.u8(at) == '$' ? (char) names.u8(at + 1) : 0;
  }

  /** How many there are. */
  public int count() {
    return address.length;
  }

  /** The last mark at or before an address; -1 if there is none. */
  public int at(long place) {
    int low = 0;
    int high = address.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(address[middle], place) <= 0) {
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
