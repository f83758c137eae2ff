package dev.weighbridge.table;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.BinaryVisitor;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.packages.OwnBytes;
import dev.weighbridge.packages.PackageLayer;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a package. Which entries a later layer hides is known when all are read; until then
 * the sums of each binary are kept, and never the binary.
 */
final class PackageRows implements BinaryVisitor {
  /** The columns that tell rows apart, in the order of keys. */
  static final List<TableColumn> KEYS = keys();

  private static final int HEAD = 4;
  private static final int FORMAT = 0;
  private static final int MACHINE = 1;
  private static final int LAYER = 2;
  private static final int ENTRY = 3;
  private static final int FILE_SIZE = BinaryRows.MEASURES.indexOf(TableColumn.FILE_SIZE);
  private static final int MEMORY_SIZE = BinaryRows.MEASURES.indexOf(TableColumn.MEMORY_SIZE);
  private static final int SHIPPED = BinaryRows.MEASURES.indexOf(TableColumn.SHIPPED);

  private final TableShape shape;
  private final TextPool pool = new TextPool();
  private final Map<Integer, Binary> binaries = new HashMap<>();
  private final RowSums sums =
      new RowSums(KEYS.size(), BinaryRows.MEASURES.size(), RowSums.UNKNOWN);
  private final int[] key = new int[KEYS.size()];

  /** What is kept of a binary. */
  private record Binary(int format, int machine, RowSums rows) {}

  PackageRows(TableShape shape) {
    this.shape = shape;
  }

  private static List<TableColumn> keys() {
    List<TableColumn> keys =
        new ArrayList<>(
            List.of(TableColumn.FORMAT, TableColumn.MACHINE, TableColumn.LAYER, TableColumn.ENTRY));
    keys.addAll(BinaryRows.LEVELS);
    return List.copyOf(keys);
  }

  TextPool pool() {
    return pool;
  }

  @Override
  public void binary(int entry, Query query, Measure shipped) {
    RowSums rows = BinaryRows.of(query, shape, Optional.of(shipped), pool);
    BinaryFile file = query.attribution().file();
    int format = pool.number(file.format());
    binaries.put(entry, new Binary(format, pool.number(file.machine()), rows));
  }

  @Override
  public void withdraw(int first) {
    binaries.keySet().removeIf(entry -> entry >= first);
  }

  /** All rows, those of binaries among them. */
  RowSums sums(EntryTable entries) {
    List<PackageLayer> layers = entries.layers();
    for (int entry = 0; entry < entries.count(); entry++) {
      add(entries, entry, layers.get(entries.layer(entry)).label());
    }
    for (OwnBytes own : entries.own()) {
      begin(layers.get(own.layer()).label(), own.label());
      addOther(own.label(), own.shipped(), 0);
    }
    return sums;
  }

  private void add(EntryTable entries, int entry, String layer) {
    begin(layer, entries.label(entry));
    addOther(PackageTree.OVERHEAD, entries.overhead(entry), 0);
    Binary binary = binaries.remove(entry);
    if (binary == null) {
      addOther(PackageTree.NO_PROGRAM, entries.shipped(entry), entries.fileSize(entry));
      return;
    }
    key[FORMAT] = binary.format();
    key[MACHINE] = binary.machine();
    for (int row = 0; row < binary.rows().count(); row++) {
      for (int part = HEAD; part < key.length; part++) {
        key[part] = binary.rows().key(row, part - HEAD);
      }
      int into = sums.row(key);
      for (int column = 0; column < BinaryRows.MEASURES.size(); column++) {
        sums.add(into, column, binary.rows().sum(row, column));
      }
    }
  }

  private void begin(String layer, String entry) {
    Arrays.fill(key, TextPool.NONE);
    key[LAYER] = shape.tells(TableColumn.LAYER) ? pool.number(layer) : TextPool.NONE;
    key[ENTRY] = shape.tells(TableColumn.ENTRY) ? pool.number(entry) : TextPool.NONE;
  }

  /** Adds bytes of no binary, which are called the same in all columns of binaries. */
  private void addOther(String label, long shipped, long fileSize) {
    if (shipped == 0 && fileSize == 0) {
      return;
    }
    key[FORMAT] = TextPool.NONE;
    key[MACHINE] = TextPool.NONE;
    for (int part = HEAD; part < key.length; part++) {
      boolean isTold = shape.tells(KEYS.get(part)) && KEYS.get(part) != TableColumn.VERSION;
      key[part] = isTold ? pool.number(label) : TextPool.NONE;
    }
    int row = sums.row(key);
    sums.add(row, SHIPPED, shipped);
    sums.add(row, FILE_SIZE, fileSize);
    sums.add(row, MEMORY_SIZE, 0);
  }
}
