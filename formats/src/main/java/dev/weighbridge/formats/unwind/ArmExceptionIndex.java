package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The index of the exception tables of 32-bit ARM: {@code .ARM.exidx}, sorted by function.
 *
 * <p>A row reaches from its function to the function of the next row. Linkers merge neighbours that
 * say the same, so a row without a table of its own may stand for several functions. Positions
 * count from the start of the image's bytes. Immutable.
 *
 * <p>Exception Handling ABI for the Arm Architecture (EHABI32), "Index table entries".
 */
public final class ArmExceptionIndex {
  /** What a row says of its function. */
  public enum Entry {
    /** It cannot be unwound ({@code EXIDX_CANTUNWIND}); linkers also end sections with this. */
    CANNOT_UNWIND,
    /** The instructions are in the row itself. */
    INLINE,
    /** They are in an exception table. */
    TABLE;

    private static final Entry[] BY_ORDINAL = values();
  }

  /**
   * One row.
   *
   * @param index its row
   * @param fileStart its first byte, in the bytes of the image
   * @param fileEnd its end, exclusive
   * @param function address of the function's first byte, without the Thumb bit
   * @param entry what it says of the function
   * @param table address of its exception table, or -1 if it has none
   */
  public record Row(
      int index, long fileStart, long fileEnd, long function, Entry entry, long table) {
    /** Refuses null. */
    public Row {
      Objects.requireNonNull(entry, "entry");
    }
  }

  private static final int ROW_SIZE = 8;
  private static final int EXIDX_CANTUNWIND = 1;

  private final UnwindSection section;
  private final long[] function;
  private final byte[] entry;
  private final long[] table;

  private ArmExceptionIndex(UnwindSection section, int count) {
    this.section = section;
    function = new long[count];
    entry = new byte[count];
    table = new long[count];
    Arrays.fill(table, Pointers.UNKNOWN);
    Window window = new Window(section.bytes(), section.fileStart(), section.fileEnd());
    for (int i = 0; i < count; i++) {
      function[i] = prel31(window.position(), window.i32()) & ~1L;
      long place = window.position();
      int second = window.i32();
      if (second == EXIDX_CANTUNWIND) {
        entry[i] = (byte) Entry.CANNOT_UNWIND.ordinal();
      } else if (second < 0) {
        entry[i] = (byte) Entry.INLINE.ordinal();
      } else {
        entry[i] = (byte) Entry.TABLE.ordinal();
        table[i] = prel31(place, second);
      }
    }
  }

  /** Reads the rows of a section; bytes behind the last whole row are reported and left out. */
  public static ArmExceptionIndex read(UnwindSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    long rest = section.fileSize() % ROW_SIZE;
    if (rest != 0) {
      diagnostics.warn(
          section.name(), section.fileEnd() - rest, "rows of 8 bytes", rest + " bytes more");
    }
    long count = Math.min(section.fileSize() / ROW_SIZE, Integer.MAX_VALUE / 2);
    return new ArmExceptionIndex(section, (int) count);
  }

  /** EHABI32, "Relocations": 31 bits, signed, counting from their own place. */
  private long prel31(long place, int word) {
    int value = word << 1 >> 1;
    long target = section.pointers().relocations().target(place, value);
    return target != PointerRules.NOT_RELOCATED
        ? target
        : (section.addressAt(place) + value) & 0xFFFF_FFFFL;
  }

  /** The section the rows come from. */
  public UnwindSection section() {
    return section;
  }

  /** How many rows there are. */
  public int count() {
    return function.length;
  }

  /** First byte of a row. */
  public long fileStart(int row) {
    return section.fileStart() + (long) ROW_SIZE * row;
  }

  /** End of a row, exclusive. */
  public long fileEnd(int row) {
    return fileStart(row) + ROW_SIZE;
  }

  /** Address of the first byte of a row's function, without the Thumb bit. */
  public long function(int row) {
    return function[row];
  }

  /** What a row says of its function. */
  public Entry entry(int row) {
    return Entry.BY_ORDINAL[entry[row]];
  }

  /** Address of a row's exception table, or -1 if it has none. */
  public long table(int row) {
    return table[row];
  }

  /** One row as an object. */
  public Row row(int index) {
    return new Row(
        index, fileStart(index), fileEnd(index), function[index], entry(index), table[index]);
  }

  /** All rows as objects. */
  public Stream<Row> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " entries";
  }
}
