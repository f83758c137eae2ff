package dev.weighbridge.generics;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.bodies.FunctionFragments;
import dev.weighbridge.debug.LegacyInstances;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.golang.GoPackages;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which symbols are copies of one generic item.
 *
 * <p>A row is an item of which the file has several copies, or one whose name says that it is a
 * copy. Rows are in the order in which their first copy stands in the symbol tables. Immutable and
 * safe for several threads.
 */
public final class GenericTable {
  private static final DerivedKey<GenericTable> BY_NAMES = new Key(false);
  private static final DerivedKey<GenericTable> WITH_DEBUG_INFORMATION = new Key(true);

  private final Attribution attribution;
  private final LegacyInstances instances;
  private final int[] rowOf;
  private final int[] start;
  private final int[] copies;
  private final String[] labels;

  private GenericTable(Attribution attribution, LegacyInstances instances) {
    this.attribution = attribution;
    this.instances = instances;
    IntColumn owners = new IntColumn(0);
    LongColumn ids = new LongColumn(0);
    IntColumn marked = new IntColumn(0);
    TwoManglings manglings = new TwoManglings(attribution.owners());
    readNames(owners, ids, marked, manglings);
    rowOf = new int[attribution.owners().firstLabel()];
    Arrays.fill(rowOf, -1);
    long[] keys = ids.freeze();
    manglings.unite(owners, keys, marked);
    int rows = group(owners, keys, Order.ascending(keys, keys.length), marked);
    start = new int[rows + 1];
    copies = listCopies(owners);
    labels = new String[rows];
    foldPieces();
  }

  /** Whether debug information tells arguments of an owner; no text is made where it tells none. */
  private boolean hasArguments(int owner) {
    return instances.tellsArguments()
        && !instances.arguments(attribution.owners().text(owner)).isEmpty();
  }

  /** The copies of generic items in a file; found when first asked for, then kept. */
  public static GenericTable of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(BY_NAMES);
  }

  /** The same, with the type arguments that only debug information tells; reads it if need be. */
  static GenericTable withDebugInformation(Attribution attribution) {
    return attribution.uncut().get(WITH_DEBUG_INFORMATION);
  }

  private record Key(boolean isDebugRead) implements DerivedKey<GenericTable> {
    @Override
    public String name() {
      return "copies of generic items";
    }

    @Override
    public GenericTable derive(Attribution attribution, Work work) {
      return new GenericTable(
          attribution, isDebugRead ? LegacyInstances.of(attribution, work) : LegacyInstances.NONE);
    }
  }

  /** Reads the names of all symbols that own bytes, pieces of others left out. */
  private void readNames(
      IntColumn found, LongColumn ids, IntColumn marked, TwoManglings manglings) {
    Owners owners = attribution.owners();
    FunctionFragments pieces = FunctionFragments.of(attribution);
    boolean[] hasBytes = ownersWithBytes();
    SymbolNames names = new SymbolNames();
    GenericNameReader reader = new GenericNameReader(GoPackages.of(attribution).count() > 0);
    for (int owner = 0; owner < hasBytes.length; owner++) {
      Work.tellAt("finding generics in names", owner, hasBytes.length);
      if (!hasBytes[owner] || !owners.isSymbol(owner) || pieces.parent(owner) != owner) {
        continue;
      }
      SymbolTable symbols = owners.symbols(owner);
      if (reader.read(names.of(symbols, owners.symbolRow(owner)))) {
        found.add(owner);
        ids.add(reader.id());
        boolean isCopy = reader.isCopy() || hasArguments(owner);
        marked.add(isCopy ? 1 : 0);
        manglings.add(reader.isLegacy(), reader.isV0());
      }
    }
  }

  private boolean[] ownersWithBytes() {
    Partition partition = attribution.partition();
    boolean[] hasBytes = new boolean[attribution.owners().firstLabel()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int owner = partition.owner(span);
      if (owner < hasBytes.length) {
        hasBytes[owner] = true;
      }
    }
    return hasBytes;
  }

  /** Gives a row to each run of equal ids that is worth one; answers how many there are. */
  private int group(IntColumn owners, long[] ids, int[] order, IntColumn marked) {
    boolean[] isCopy = new boolean[order.length];
    int[] first = new int[order.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      boolean isMarked = marked.get(order[from]) != 0;
      while (to < order.length && ids[order[to]] == ids[order[from]]) {
        isMarked |= marked.get(order[to++]) != 0;
      }
      for (int i = from; i < to; i++) {
        isCopy[order[i]] = isMarked || to - from > 1;
        first[order[i]] = order[from];
      }
      from = to;
    }
    int rows = 0;
    for (int i = 0; i < first.length; i++) {
      if (isCopy[i]) {
        int owner = owners.get(i);
        rowOf[owner] = first[i] == i ? rows++ : rowOf[owners.get(first[i])];
      }
    }
    return rows;
  }

  private int[] listCopies(IntColumn owners) {
    int count = 0;
    for (int i = 0; i < owners.count(); i++) {
      if (rowOf[owners.get(i)] >= 0) {
        start[rowOf[owners.get(i)] + 1]++;
        count++;
      }
    }
    for (int row = 0; row + 1 < start.length; row++) {
      start[row + 1] += start[row];
    }
    int[] list = new int[count];
    int[] next = start.clone();
    for (int i = 0; i < owners.count(); i++) {
      int owner = owners.get(i);
      if (rowOf[owner] >= 0) {
        list[next[rowOf[owner]]++] = owner;
      }
    }
    return list;
  }

  private void foldPieces() {
    FunctionFragments pieces = FunctionFragments.of(attribution);
    for (int owner = 0; owner < rowOf.length; owner++) {
      int parent = pieces.parent(owner);
      if (parent != owner) {
        rowOf[owner] = rowOf[parent];
      }
    }
  }

  /** How many generic items there are. */
  public int count() {
    return labels.length;
  }

  /** The row of the item that a symbol is a copy of, or a piece of one; -1 if of none. */
  public int ofOwner(int owner) {
    return owner < rowOf.length ? rowOf[owner] : -1;
  }

  /** How many symbols are copies of an item. */
  public int copyCount(int row) {
    return start[row + 1] - start[row];
  }

  /** A copy of an item: an id of {@link Owners}; they ascend. */
  public int copy(int row, int number) {
    return copies[start[row] + number];
  }

  /**
   * The item for people: {@code <alloc::vec::Vec<_>>::push}, of C++ {@code
   * std::vector::push_back<_>}. What differs between copies is {@code _}; an item with one copy
   * keeps the type it is implemented for.
   */
  public String label(int row) {
    String label = labels[row];
    if (label == null) {
      label = names(row).label();
      labels[row] = label;
    }
    return label;
  }

  /** What debug information tells of copies; nothing where it was not asked. */
  LegacyInstances instances() {
    return instances;
  }

  /** The names of all copies. */
  CopyNames names(int row) {
    List<String> names = new ArrayList<>(copyCount(row));
    for (int i = 0; i < copyCount(row); i++) {
      names.add(attribution.owners().text(copy(row, i)));
    }
    return new CopyNames(names, instances);
  }

  @Override
  public String toString() {
    return count() + " generic items";
  }
}
