package dev.weighbridge.packages;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tree of a package: sums only, as the binaries behind it are not kept. Its kinds and
 * bases are those of bytes once unpacked.
 */
public final class PackageRow implements SizeRow {
  private final String label;
  private final List<Measure> measures;
  private final long[] values;

  /** Of bytes of binaries; most rows of a large package are of none. */
  private @Nullable KindSums sums;

  /** Bytes of no binary, which are of one kind and basis. */
  private long plain;

  private long fileSize;
  private long memorySize;
  private int count;
  private String format = "";
  private String machine = "";
  private Map<String, PackageRow> below = Map.of();
  private List<SizeRow> rows = List.of();

  PackageRow(String label, List<Measure> measures) {
    this.label = label;
    this.measures = measures;
    values = new long[measures.size()];
  }

  private KindSums sums() {
    KindSums known = sums;
    if (known == null) {
      known = new KindSums();
      sums = known;
    }
    return known;
  }

  /** Takes what a row of a binary has. */
  void take(SizeRow row, List<Measure> own) {
    for (int i = 0; i < values.length; i++) {
      values[i] += row.value(own.get(i));
    }
    fileSize += row.fileSize();
    memorySize += row.memorySize();
    count += row.count();
    KindSums ofBinaries = sums();
    for (int i = 0; i < Kind.count(); i++) {
      ofBinaries.add(Kind.of(i), row.fileSize(Kind.of(i)));
    }
    for (int i = 0; i < Basis.count(); i++) {
      ofBinaries.add(Basis.of(i), row.fileSize(Basis.of(i)));
    }
  }

  /** Adds what another row of the same measures has, but for how many there are of it. */
  void add(PackageRow row) {
    for (int i = 0; i < values.length; i++) {
      values[i] += row.values[i];
    }
    fileSize += row.fileSize;
    memorySize += row.memorySize;
    plain += row.plain;
    if (row.sums != null) {
      sums().add(row.sums);
    }
  }

  /** Adds bytes of no binary. */
  void add(long shipped, long unpacked) {
    for (int i = 0; i < values.length; i++) {
      values[i] += measures.get(i).equals(PackageMeasures.SHIPPED) ? shipped : 0;
      values[i] += measures.get(i).equals(Measures.FILE) ? unpacked : 0;
    }
    fileSize += unpacked;
    plain += unpacked;
  }

  void count(int more) {
    count += more;
  }

  /** Says of which format the binary is; of several different ones nothing is said. */
  void binary(String itsFormat, String itsMachine) {
    boolean isFirst = format.isEmpty();
    format = isFirst || format.equals(itsFormat) ? itsFormat : "?";
    machine = isFirst || machine.equals(itsMachine) ? itsMachine : "?";
  }

  /** The row below of a label, made if there is none. */
  PackageRow below(String name) {
    if (below.isEmpty()) {
      below = new LinkedHashMap<>();
    }
    return below.computeIfAbsent(name, key -> new PackageRow(key, measures));
  }

  void below(String name, PackageRow row) {
    if (below.isEmpty()) {
      below = new LinkedHashMap<>();
    }
    PackageRow other = below.get(name);
    if (other == null) {
      below.put(name, row);
    } else {
      // Two rows of one label, as symbols of one name.
      other.merge(row);
    }
  }

  private void merge(PackageRow row) {
    add(row);
    count += row.count;
    row.below.forEach(this::below);
  }

  /** The rows below by their labels, while the tree is made. */
  Map<String, PackageRow> belowByLabel() {
    return below;
  }

  /** Puts rows in their order, largest first; nothing is added any more. */
  void freeze(int level, BelowEntries rest) {
    if (below.isEmpty() || rest.saysNothing(level, below.keySet())) {
      below = Map.of();
      return;
    }
    List<SizeRow> sorted = new ArrayList<>(below.values());
    below.values().forEach(row -> row.freeze(level + 1, rest));
    Comparator<SizeRow> order = Comparator.comparingLong(row -> 0);
    for (Measure measure : measures) {
      order =
          order.thenComparing(Comparator.comparingLong((SizeRow r) -> r.value(measure)).reversed());
    }
    sorted.sort(order);
    rows = List.copyOf(sorted);
    below = new HashMap<>();
  }

  /** Which levels are below entries, where rows that tell nothing new are left out. */
  interface BelowEntries {
    /** Whether the rows of a level are only what every entry has. */
    boolean saysNothing(int level, java.util.Set<String> labels);
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * The format of the binary at this entry, {@code ELF}; empty if the row is of none or several.
   */
  public String format() {
    return format.equals("?") ? "" : format;
  }

  /** The machine of the binary at this entry; empty if it is of none or several, or not known. */
  public String machine() {
    return machine.equals("?") ? "" : machine;
  }

  @Override
  public List<Measure> measures() {
    return measures;
  }

  @Override
  public long value(Measure measure) {
    for (int i = 0; i < values.length; i++) {
      if (measures.get(i).equals(measure)) {
        return values[i];
      }
    }
    if (measure.equals(Measures.FILE)) {
      return fileSize;
    }
    if (measure.equals(Measures.MEMORY)) {
      return memorySize;
    }
    throw new IllegalArgumentException("measure: expected one asked for, found " + measure.name());
  }

  @Override
  public long value(Measure measure, Kind kind) {
    if (!measure.equals(Measures.FILE)) {
      throw new IllegalArgumentException("kinds: expected those of file, found " + measure.name());
    }
    return (kind == Kind.OTHER ? plain : 0) + (sums == null ? 0 : sums.of(kind));
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public long fileSize(Basis basis) {
    return (basis == Basis.EXACT ? plain : 0) + (sums == null ? 0 : sums.of(basis));
  }

  @Override
  public Basis basis() {
    Basis weakest = Basis.EXACT;
    for (int i = 0; i < Basis.count(); i++) {
      weakest = fileSize(Basis.of(i)) > 0 ? Basis.of(i) : weakest;
    }
    return weakest;
  }

  @Override
  public List<SizeRow> rows() {
    return rows;
  }

  @Override
  public Optional<SymbolFacts> symbol() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return label + ", " + fileSize + " bytes";
  }
}
