package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which symbols of an image own bytes, and which merely name what another owns.
 *
 * <p>Symbols that stand for exactly the same bytes form a group with one representative. The
 * representative is, in this order: a function before an object, a sized before an unsized one,
 * global before weak before local, mangled before plain, from the fuller table, the lowest row.
 */
public final class SymbolOwnership {
  /** Most groups are pairs and triples, for which an insertion sort is the quickest. */
  private static final int SMALL_GROUP = 16;

  private final SymbolTable symbols;
  private final SectionTable sections;
  private final ImagePlaces places;
  private final int[] representative;
  private final long[] place;
  private final long[] length;
  private final int[] byPlace;
  private final EnumSet<SymbolSource> statesSizes;
  private int lastFound = -1;

  /** Settles the symbols of an image. */
  public SymbolOwnership(BinaryImage image, ImagePlaces places) {
    this.symbols = image.symbols();
    this.sections = image.sections();
    this.places = places;
    int count = symbols.count();
    representative = new int[count];
    place = new long[count];
    length = new long[count];
    Arrays.fill(representative, -1);
    statesSizes = statesSizes();
    int[] candidates = candidates();
    int[] order = candidates.length == 0 ? candidates : Order.sorted(place, candidates);
    IntColumn owners = new IntColumn(order.length);
    int from = 0;
    while (from < order.length) {
      Work.checkAt(from);
      int to = from + 1;
      while (to < order.length && place[order[to]] == place[order[from]]) {
        to++;
      }
      group(order, from, to, owners);
      from = to;
    }
    byPlace = owners.freeze();
    groupImports();
  }

  /** The tables that state the size of some object: where they state 0, it has no bytes. */
  private EnumSet<SymbolSource> statesSizes() {
    EnumSet<SymbolSource> found = EnumSet.noneOf(SymbolSource.class);
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.memorySize(row) > 0 && isObject(row)) {
        found.add(symbols.source(row));
      }
    }
    return found;
  }

  private boolean isObject(int row) {
    SymbolType type = symbols.type(row);
    return type == SymbolType.OBJECT || type == SymbolType.THREAD_LOCAL;
  }

  /** Whether a symbol is of an object without bytes, such as a value of an empty type. */
  private boolean isEmptyObject(int row) {
    return symbols.memorySize(row) == 0
        && isObject(row)
        && statesSizes.contains(symbols.source(row))
        && !KnownLengths.isHandle(symbols, row);
  }

  private int[] candidates() {
    IntColumn rows = new IntColumn(symbols.count());
    for (int row = 0; row < place.length; row++) {
      Work.checkAt(row);
      if (isCandidate(row)) {
        rows.add(row);
      }
    }
    return rows.freeze();
  }

  /** Whether a symbol may own bytes; settles where, and how many it states. */
  private boolean isCandidate(int row) {
    place[row] = mayOwn(symbols.type(row)) ? places.place(symbols, row) : -1;
    if (place[row] < 0) {
      return false;
    }
    length[row] = clippedLength(row);
    boolean isEmpty = isEmptyObject(row);
    boolean owns = !isEmpty && (length[row] > 0 || mayOwnUnsized(row));
    representative[row] = isEmpty ? row : -1;
    place[row] = owns ? place[row] : -1;
    return owns;
  }

  private static boolean mayOwn(SymbolType type) {
    return switch (type) {
      case FUNCTION, OBJECT, THREAD_LOCAL, UNSTATED -> true;
      case SECTION, FILE, COMMON, MAPPING, OTHER -> false;
    };
  }

  private long clippedLength(int row) {
    int section = symbols.section(row);
    long stated = symbols.memorySize(row);
    return section < 0
        ? stated
        : Math.min(stated, places.sectionEnd(section, place[row]) - place[row]);
  }

  /** Whether a symbol without a size may stand for the bytes up to the next boundary. */
  private boolean mayOwnUnsized(int row) {
    int section = symbols.section(row);
    if (section < 0 || symbols.nameLength(row) == 0) {
      return false;
    }
    Set<SectionTrait> traits = sections.row(section).traits();
    if (traits.contains(SectionTrait.METADATA)) {
      return false;
    }
    if (symbols.type(row) == SymbolType.UNSTATED && !traits.contains(SectionTrait.EXECUTABLE)) {
      return symbols.binding(row) != SymbolBinding.LOCAL
          && !LinkerMarks.contains(symbols.name(row));
    }
    return !LinkerMarks.contains(symbols.name(row));
  }

  /** Settles the symbols at one place. */
  private void group(int[] order, int from, int to, IntColumn owners) {
    if (to - from > 1) {
      sortByPreference(order, from, to);
    }
    for (int i = from; i < to; i++) {
      int row = order[i];
      boolean isAlias = i > from && (length[row] == length[order[i - 1]] || length[row] == 0);
      representative[row] = isAlias ? representative[order[i - 1]] : row;
      if (!isAlias) {
        owners.add(row);
      }
    }
  }

  /** Longest first; of equally long ones the representative first. */
  private void sortByPreference(int[] order, int from, int to) {
    if (to - from > SMALL_GROUP) {
      sortLargeGroup(order, from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      int j = i;
      while (j > from && isPreferred(row, order[j - 1])) {
        order[j] = order[j - 1];
        j--;
      }
      order[j] = row;
    }
  }

  /** Thousands of merged constants may share one place; two radix sorts settle them. */
  private void sortLargeGroup(int[] order, int from, int to) {
    long[] ranks = new long[to - from];
    long[] lengths = new long[to - from];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(order[from + i]);
      lengths[i] = ~length[order[from + i]];
    }
    int[] rows = Arrays.copyOfRange(order, from, to);
    int[] byRank = Order.ascending(ranks, ranks.length);
    int[] byLength = Order.sorted(lengths, byRank);
    for (int i = 0; i < rows.length; i++) {
      order[from + i] = rows[byLength[i]];
    }
  }

  private boolean isPreferred(int row, int other) {
    if (length[row] != length[other]) {
      return length[row] > length[other];
    }
    int difference = rank(row) - rank(other);
    return difference != 0 ? difference < 0 : row < other;
  }

  /** Type, then binding, then mangling, then source: the lowest represents its group. */
  private int rank(int row) {
    int mangling = isMangled(row) ? 0 : 1;
    int named = typeRank(row) << 3 | symbols.binding(row).ordinal() << 1 | mangling;
    return named << 3 | symbols.source(row).ordinal();
  }

  private int typeRank(int row) {
    return switch (symbols.type(row)) {
      case FUNCTION -> 0;
      case OBJECT, THREAD_LOCAL -> 1;
      default -> 2;
    };
  }

  private boolean isMangled(int row) {
    if (symbols.nameLength(row) < 3) {
      return false;
    }
    Bytes pool = symbols.nameBytes(row);
    long at = symbols.nameStart(row);
    int first = pool.u8(at);
    int second = pool.u8(at + 1);
    boolean isUnderscored = first == '_' && (second == '_' || second == 'R' || second == 'Z');
    return first == '?' || (isUnderscored && (second != '_' || isMangledLetter(pool.u8(at + 2))));
  }

  private static boolean isMangledLetter(int letter) {
    return letter == 'R' || letter == 'Z';
  }

  /**
   * One representative for each imported name, whichever tables list it; the dynamic table's if it
   * is in it, because a linker may have written {@code memcpy@GLIBC_2.14} into the full table.
   */
  private void groupImports() {
    Map<String, Integer> dynamic = new HashMap<>();
    for (int row = 0; row < representative.length; row++) {
      Work.checkAt(row);
      if (isImport(row) && symbols.source(row) == SymbolSource.DYNAMIC_TABLE) {
        group(row, symbols.name(row), dynamic);
      }
    }
    Map<String, Integer> others = new HashMap<>(dynamic);
    for (int row = 0; row < representative.length; row++) {
      if (isImport(row) && representative[row] < 0) {
        groupOther(row, dynamic, others);
      }
    }
  }

  private void groupOther(int row, Map<String, Integer> dynamic, Map<String, Integer> others) {
    String name = symbols.name(row);
    int version = name.indexOf('@', 1);
    Integer versioned = version < 0 ? null : dynamic.get(name.substring(0, version));
    if (versioned == null) {
      group(row, name, others);
    } else {
      representative[row] = versioned;
    }
  }

  private boolean isImport(int row) {
    return symbols.section(row) == SymbolTable.UNDEFINED && symbols.nameLength(row) > 0;
  }

  private void group(int row, String name, Map<String, Integer> byName) {
    Integer first = byName.putIfAbsent(name, row);
    representative[row] = first == null ? row : first;
  }

  /**
   * The row that stands for each row, itself included; -1 for rows that stand for nothing. One
   * without a {@linkplain #place place} stands for itself only: an import, an object of no bytes.
   */
  public int[] representatives() {
    return representative;
  }

  /** The place of a row, or -1 if it owns nothing. */
  public long place(int row) {
    return place[row];
  }

  /** The representatives that have a place, ascending by it, at one place the longest first. */
  public int[] byPlace() {
    return byPlace;
  }

  /** The row of the longest symbol that starts at a place, or -1 if none does. */
  public int startingAt(long wanted) {
    // Function tables are sorted like the symbols, so the next one is often the one asked for.
    int guess = lastFound + 1;
    if (guess < byPlace.length && place[byPlace[guess]] == wanted && isFirst(guess)) {
      lastFound = guess;
      return byPlace[guess];
    }
    int low = 0;
    int high = byPlace.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place[byPlace[middle]] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean isFound = low <= high && place[byPlace[low]] == wanted;
    lastFound = isFound ? low : lastFound;
    return isFound ? byPlace[low] : -1;
  }

  /** Whether a position in {@link #byPlace} is the first at its place. */
  private boolean isFirst(int position) {
    return position == 0 || place[byPlace[position - 1]] != place[byPlace[position]];
  }

  /** Bytes a row stands for, 0 if unsized. */
  public long length(int row) {
    return length[row];
  }
}
