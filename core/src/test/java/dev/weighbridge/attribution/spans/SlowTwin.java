package dev.weighbridge.attribution.spans;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;

/**
 * Says who owns a byte by looking at every claim on it, with none of the partition's machinery: an
 * oracle for small files. Works on images whose places are file offsets and whose symbols are all
 * in sections.
 */
final class SlowTwin {
  private final BinaryImage image;
  private final SymbolTable symbols;

  SlowTwin(BinaryImage image) {
    this.image = image;
    this.symbols = image.symbols();
  }

  /**
   * {@code structure 3}, {@code symbol 5}, {@code function 2}, {@code inferred 7} or {@code rest}.
   */
  String claim(int offset) {
    int structure = innermostStructure(offset);
    if (structure >= 0) {
      return "structure " + structure;
    }
    int symbol = innermostSymbol(offset);
    if (symbol >= 0) {
      return "symbol " + symbol;
    }
    int function = innermostFunction(offset);
    if (function >= 0) {
      int namesake = startingAt(functionStart(function));
      return namesake >= 0 ? "symbol " + namesake : "function " + firstTwin(function);
    }
    int unsized = lastUnsized(offset);
    return unsized >= 0 ? "inferred " + unsized : "rest";
  }

  private int innermostStructure(int offset) {
    StructureTable table = image.structures();
    int best = -1;
    for (int i = 0; i < table.count(); i++) {
      boolean covers = table.fileStart(i) <= offset && offset < table.fileEnd(i);
      if (covers
          && (best < 0
              || table.fileStart(i) > table.fileStart(best)
              || (table.fileStart(i) == table.fileStart(best)
                  && table.fileEnd(i) < table.fileEnd(best)))) {
        best = i;
      }
    }
    return best;
  }

  private long start(int symbol) {
    Section section = image.sections().row(symbols.section(symbol));
    return section.fileStart() + symbols.address(symbol) - section.address();
  }

  private long end(int symbol) {
    Section section = image.sections().row(symbols.section(symbol));
    return Math.min(section.fileEnd(), start(symbol) + symbols.memorySize(symbol));
  }

  private boolean owns(int symbol) {
    SymbolType type = symbols.type(symbol);
    boolean isRightType =
        type == SymbolType.FUNCTION || type == SymbolType.OBJECT || type == SymbolType.UNSTATED;
    Section section = image.sections().row(symbols.section(symbol));
    return isRightType
        && !isEmptyObject(symbol)
        && start(symbol) >= section.fileStart()
        && start(symbol) < section.fileEnd();
  }

  /** Whether it is an object of 0 bytes in a table that has objects of more. */
  private boolean isEmptyObject(int symbol) {
    boolean statesSizes = false;
    for (int other = 0; other < symbols.count(); other++) {
      statesSizes |=
          symbols.type(other) == SymbolType.OBJECT
              && symbols.memorySize(other) > 0
              && symbols.source(other) == symbols.source(symbol);
    }
    return statesSizes
        && symbols.type(symbol) == SymbolType.OBJECT
        && symbols.memorySize(symbol) == 0;
  }

  /** The symbol that represents all those with exactly the same bytes. */
  private int representative(int symbol) {
    int best = symbol;
    for (int other = 0; other < symbols.count(); other++) {
      boolean isSame = owns(other) && start(other) == start(symbol) && end(other) == end(symbol);
      if (isSame && isPreferred(other, best)) {
        best = other;
      }
    }
    return best;
  }

  private boolean isPreferred(int symbol, int other) {
    int type = Integer.compare(typeRank(symbol), typeRank(other));
    int binding = symbols.binding(symbol).compareTo(symbols.binding(other));
    int mangling = Boolean.compare(isPlain(symbol), isPlain(other));
    int source = symbols.source(symbol).compareTo(symbols.source(other));
    for (int difference : new int[] {type, binding, mangling, source}) {
      if (difference != 0) {
        return difference < 0;
      }
    }
    return symbol < other;
  }

  private int typeRank(int symbol) {
    return switch (symbols.type(symbol)) {
      case FUNCTION -> 0;
      case OBJECT -> 1;
      default -> 2;
    };
  }

  private boolean isPlain(int symbol) {
    return !symbols.name(symbol).startsWith("_R") && !symbols.name(symbol).startsWith("_Z");
  }

  private int innermostSymbol(int offset) {
    int best = -1;
    for (int i = 0; i < symbols.count(); i++) {
      boolean covers = owns(i) && start(i) <= offset && offset < end(i);
      if (covers
          && (best < 0
              || start(i) > start(best)
              || (start(i) == start(best) && end(i) < end(best)))) {
        best = i;
      }
    }
    return best < 0 ? -1 : representative(best);
  }

  /** The first extent that starts where this one does: both are of one function. */
  private int firstTwin(int function) {
    int twin = 0;
    while (functionStart(twin) != functionStart(function)) {
      twin++;
    }
    return twin;
  }

  private long functionStart(int function) {
    return image.functions().fileStart(function);
  }

  /** The symbol that an extent starting here belongs to: the longest that starts here. */
  private int startingAt(long place) {
    int best = -1;
    for (int i = 0; i < symbols.count(); i++) {
      if (owns(i) && start(i) == place && (best < 0 || end(i) > end(best))) {
        best = i;
      }
    }
    return best < 0 ? -1 : representative(best);
  }

  private int innermostFunction(int offset) {
    FunctionTable table = image.functions();
    int best = -1;
    for (int i = 0; i < table.count(); i++) {
      long from = functionStart(i);
      long to = from + table.memorySize(i);
      int namesake = startingAt(from);
      boolean isSettled = namesake >= 0 && end(namesake) > start(namesake);
      boolean covers = !isSettled && from <= offset && offset < to;
      if (covers
          && (best < 0
              || from > functionStart(best)
              || (from == functionStart(best)
                  && to < functionStart(best) + table.memorySize(best)))) {
        best = i;
      }
    }
    return best;
  }

  private boolean isClaimed(int offset) {
    return innermostStructure(offset) >= 0
        || innermostSymbol(offset) >= 0
        || innermostFunction(offset) >= 0;
  }

  /** The symbol without a size that reaches up to here over unclaimed bytes of its section. */
  private int lastUnsized(int offset) {
    for (int at = offset; at >= 0; at--) {
      if (isClaimed(at)) {
        return -1;
      }
      int symbol = unsizedAt(at);
      if (symbol >= 0) {
        Section section = image.sections().row(symbols.section(symbol));
        return offset < section.fileEnd() ? symbol : -1;
      }
    }
    return -1;
  }

  private int unsizedAt(int offset) {
    int symbol = startingAt(offset);
    return symbol >= 0 && start(symbol) == end(symbol) ? symbol : -1;
  }
}
