package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The compile units or object files that an image was made of, as far as it says.
 *
 * <p>Files say it by ELF and COFF file symbols, the debug map of Mach-O, the modules of a program
 * database.
 *
 * <p>A unit has symbols, address ranges, or both. Names stay bytes until someone asks for text.
 */
public final class UnitTable {
  /** Stands in the name of a unit where the linker has lost some of its characters. */
  public static final String LOST = "?";

  private final List<Bytes> namePool;
  private final LongColumn nameStart;
  private final IntColumn nameLength;
  private final List<String> container;
  private final int[] runStart;
  private final int[] runEnd;
  private final int[] runUnit;
  private final LongColumn rangeAddress;
  private final LongColumn rangeSize;
  private final IntColumn rangeUnit;

  private UnitTable(Builder builder) {
    namePool = List.copyOf(builder.namePool);
    nameStart = builder.nameStart;
    nameLength = builder.nameLength;
    container = List.copyOf(builder.container);
    runStart = builder.runStart.freeze();
    runEnd = builder.runEnd.freeze();
    runUnit = builder.runUnit.freeze();
    rangeAddress = builder.rangeAddress;
    rangeSize = builder.rangeSize;
    rangeUnit = builder.rangeUnit;
  }

  /** How many units there are. */
  public int count() {
    return namePool.size();
  }

  /** Name of a unit as the file has it: of a source or object file, with or without its folder. */
  public String name(int unit) {
    long start = nameStart.get(unit);
    return namePool.get(unit).text(start, start + nameLength.get(unit));
  }

  /** Name of the archive that a unit was taken from; empty if the file states none apart. */
  public String container(int unit) {
    return container.get(unit);
  }

  /**
   * How many runs of symbols there are: rows of the {@link SymbolTable} that follow each other and
   * are of one unit. Runs are in ascending order and do not overlap.
   */
  public int runCount() {
    return runStart.length;
  }

  /** First symbol of a run. */
  public int runStart(int run) {
    return runStart[run];
  }

  /** End of a run, exclusive. */
  public int runEnd(int run) {
    return runEnd[run];
  }

  /** The unit of the symbols of a run. */
  public int runUnit(int run) {
    return runUnit[run];
  }

  /** How many ranges of addresses there are, in the order of the file. */
  public int rangeCount() {
    return rangeUnit.count();
  }

  /** Virtual address of the first byte of a range. */
  public long rangeAddress(int range) {
    return rangeAddress.get(range);
  }

  /** Bytes of a range. */
  public long rangeSize(int range) {
    return rangeSize.get(range);
  }

  /** The unit that a range is of. */
  public int rangeUnit(int range) {
    return rangeUnit.get(range);
  }

  static final class Builder {
    private final List<Bytes> namePool = new ArrayList<>();
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);
    private final List<String> container = new ArrayList<>();
    private final IntColumn runStart = new IntColumn(0);
    private final IntColumn runEnd = new IntColumn(0);
    private final IntColumn runUnit = new IntColumn(0);
    private final LongColumn rangeAddress = new LongColumn(0);
    private final LongColumn rangeSize = new LongColumn(0);
    private final IntColumn rangeUnit = new IntColumn(0);
    private int openUnit = -1;
    private int openStart;

    int add(Bytes pool, long start, int length, String archive) {
      boolean fits = pool.contains(start, length);
      namePool.add(pool);
      nameStart.add(fits ? start : 0);
      nameLength.add(fits ? length : 0);
      container.add(archive);
      return namePool.size() - 1;
    }

    /** Symbols from now on are of this unit, or of none if it is negative. */
    void open(int unit, int nextSymbol) {
      if (openUnit >= 0 && openStart < nextSymbol) {
        runStart.add(openStart);
        runEnd.add(nextSymbol);
        runUnit.add(openUnit);
      }
      openUnit = unit;
      openStart = nextSymbol;
    }

    void range(int unit, long address, long size) {
      rangeUnit.add(unit);
      rangeAddress.add(address);
      rangeSize.add(size);
    }

    UnitTable freeze(int symbols) {
      open(-1, symbols);
      return new UnitTable(this);
    }
  }
}
