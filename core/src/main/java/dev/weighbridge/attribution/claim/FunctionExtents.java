package dev.weighbridge.attribution.claim;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;

/**
 * The rung of function extents; codes are function rows behind all symbols twice.
 *
 * <p>Extents cut, names label: an extent that starts where a symbol starts is that symbol's.
 */
final class FunctionExtents implements Rung {
  private final FunctionTable table;
  private final ImagePlaces places;
  private final SymbolOwnership ownership;
  private final int firstCode;
  private final int[] symbol;
  private final int[] same;

  FunctionExtents(BinaryImage image, ImagePlaces places, SymbolOwnership ownership) {
    table = image.functions();
    this.places = places;
    this.ownership = ownership;
    int symbols = image.symbols().count();
    firstCode = Math.addExact(symbols, symbols);
    symbol = new int[table.count()];
    Math.addExact(firstCode, symbol.length);
    long[] starts = new long[symbol.length];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = start(row);
      symbol[row] = symbol(row, starts[row]);
    }
    same = sameFunctions(starts);
  }

  private long start(int row) {
    return table.fileStart(row) >= 0 ? table.fileStart(row) : places.place(table.address(row));
  }

  /** The symbol that an extent, or the entry of the function it is a piece of, starts with. */
  private int symbol(int row, long start) {
    int starting = start < 0 ? -1 : ownership.startingAt(start);
    if (starting >= 0 || table.entry(row) == table.address(row)) {
      return starting;
    }
    long entry = places.place(table.entry(row));
    return entry < 0 ? -1 : ownership.startingAt(entry);
  }

  /** Extents that start at one place are of one function, which the first of them stands for. */
  private static int[] sameFunctions(long[] starts) {
    int[] same = new int[starts.length];
    int last = -1;
    for (int row : Order.ascending(starts, starts.length)) {
      boolean isSame = last >= 0 && starts[row] >= 0 && starts[row] == starts[last];
      same[row] = isSame ? same[last] : row;
      last = row;
    }
    return same;
  }

  @Override
  public void claim(Claims claims) {
    for (int row = 0; row < symbol.length; row++) {
      Work.checkAt(row);
      long start = start(row);
      if (start >= 0 && !isSettledBySize(row, start)) {
        claims.add(start, start + table.memorySize(row), firstCode + row);
      }
    }
  }

  /** Whether the symbol that starts with an extent says itself how long it is. */
  private boolean isSettledBySize(int row, long start) {
    return symbol[row] >= 0
        && ownership.place(symbol[row]) == start
        && ownership.length(symbol[row]) > 0;
  }

  @Override
  public int evidence(int code) {
    ExtentEvidence extent = table.evidence(code - firstCode);
    Evidence bounds =
        extent.isEndInferred()
            ? Evidence.NEIGHBOUR
            : extent == ExtentEvidence.DEBUG_FILE ? Evidence.DEBUG : Evidence.EXTENT;
    Evidence unnamed = extent == ExtentEvidence.FILLER ? Evidence.NEIGHBOUR : Evidence.EXTENT;
    return Evidence.pair(symbol[code - firstCode] >= 0 ? Evidence.SYMBOL : unnamed, bounds);
  }

  @Override
  public String why(int code) {
    String extent =
        switch (table.evidence(code - firstCode)) {
          case UNWIND_TABLE -> "an extent of the unwind table";
          case PDATA -> "an extent of .pdata";
          case FUNCTION_STARTS -> "a start of the function table, up to the next";
          case CODE_ENTRY -> "a code entry";
          case DEBUG_FILE -> "an extent of the debug file";
          case RUNTIME_TABLE -> "an extent of the runtime's table";
          case FILLER -> "code between filler";
        };
    return symbol[code - firstCode] >= 0 ? extent + ", named by a symbol" : extent;
  }

  /** The row of the symbol that names the function of a code, -1 if none does. */
  int symbolRow(int code) {
    return symbol[code - firstCode];
  }

  /** The row that stands for the function of a code. */
  int functionRow(int code) {
    return same[table.first(code - firstCode)];
  }

  /** Where the extent of a code starts, as an address. */
  long address(int code) {
    return table.address(code - firstCode);
  }
}
