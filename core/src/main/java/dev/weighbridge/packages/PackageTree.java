package dev.weighbridge.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.PackageDimension;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.content.ContentType;
import dev.weighbridge.tree.SizeRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a package weighs level by level: each row is the sum of the rows below it, for every
 * measure, and what the rows of the first level ship is the package. Immutable.
 */
public final class PackageTree {
  /** What nobody sees, as a later layer replaces or removes it. */
  public static final String HIDDEN = "[hidden by a later layer]";

  /** What nobody sees, as its layer has another entry of the same path behind it. */
  public static final String REPLACED = "[replaced in its own layer]";

  /** Below an entry: its headers and padding in the package. */
  public static final String OVERHEAD = "[entry overhead]";

  /** Below levels of binaries: contents that are none. */
  public static final String NO_PROGRAM = "[not a program]";

  private static final Set<String> OF_EVERY_ENTRY = Set.of(OVERHEAD, NO_PROGRAM);

  private final List<Dimension> dimensions;
  private final List<Measure> measures;
  private final PackageRow root;

  /** From here on all levels are of binaries. */
  private final int firstOfBinaries;

  /** What a part of a package is called. */
  private record Part(String layer, String entry, String type, String belowEntry) {
    String label(PackageDimension dimension) {
      return switch (dimension.what()) {
        case LAYER -> layer;
        case TYPE -> type;
        case ENTRY -> entry.startsWith("[") ? entry : dimension.label(entry);
      };
    }
  }

  /**
   * The tree of the entries of a package.
   *
   * @param binaries what was answered of the binaries among them, by entry
   */
  PackageTree(
      EntryTable table,
      Map<Integer, PackageRow> binaries,
      List<Dimension> dimensions,
      List<Measure> measures) {
    this.dimensions = List.copyOf(dimensions);
    this.measures = List.copyOf(measures);
    int last = this.dimensions.size();
    while (last > 0 && !(this.dimensions.get(last - 1) instanceof PackageDimension)) {
      last--;
    }
    firstOfBinaries = last;
    root = new PackageRow("", this.measures);
    List<PackageLayer> layers = table.layers();
    for (int entry = 0; entry < table.count(); entry++) {
      String layer = layers.get(table.layer(entry)).label();
      add(table, entry, layer, binaries.get(entry));
    }
    for (OwnBytes own : table.own()) {
      String label = own.label();
      Part part = new Part(layers.get(own.layer()).label(), label, label, label);
      put(part, own.shipped(), 0, 0);
    }
    root.freeze(0, this::saysNothing);
  }

  private void add(EntryTable table, int entry, String layer, @Nullable PackageRow binary) {
    ContentType type = table.type(entry);
    String path = table.label(entry);
    put(new Part(layer, path, type.label(), OVERHEAD), table.overhead(entry), 0, 0);
    Part part = new Part(layer, path, type.label(), NO_PROGRAM);
    boolean hasContents = table.shipped(entry) > 0 || table.fileSize(entry) > 0;
    if (binary != null) {
      @Nullable PackageRow at = insert(root, 0, part, binary, true);
      if (at != null && !table.isHidden(entry)) {
        at.binary(type.format(), type.machine());
      }
    } else if (hasContents || table.kind(entry) == EntryKind.FILE) {
      @Nullable PackageRow at = put(part, table.shipped(entry), table.fileSize(entry), 1);
      if (at != null && type.isBinary() && !table.isHidden(entry)) {
        at.binary(type.format(), type.machine());
      }
    } else {
      put(part, 0, 0, 1);
    }
  }

  private @Nullable PackageRow put(Part part, long shipped, long fileSize, int count) {
    PackageRow row = new PackageRow("", measures);
    row.add(shipped, fileSize);
    row.count(count);
    return insert(root, 0, part, row, true);
  }

  /** Adds a part below a row; gives the row of the entry itself, null if no level shows entries. */
  private @Nullable PackageRow insert(
      PackageRow above, int level, Part part, PackageRow row, boolean isWhole) {
    above.add(row);
    above.count(isWhole && !row.belowByLabel().isEmpty() ? 1 : row.count());
    if (level == dimensions.size()) {
      return null;
    }
    if (dimensions.get(level) instanceof PackageDimension dimension) {
      PackageRow below = above.below(part.label(dimension));
      @Nullable PackageRow deeper = insert(below, level + 1, part, row, isWhole);
      return dimension.what() == PackageDimension.What.ENTRY ? below : deeper;
    }
    if (row.belowByLabel().isEmpty()) {
      return insert(above.below(part.belowEntry()), level + 1, part, row, isWhole);
    }
    if (level >= firstOfBinaries) {
      // Nobody else needs the rows of the binary any more, and there may be many.
      row.belowByLabel().forEach(above::below);
      return null;
    }
    @Nullable PackageRow found = null;
    for (PackageRow below : row.belowByLabel().values()) {
      found = insert(above.below(below.label()), level + 1, part, below, false);
    }
    return found;
  }

  private boolean saysNothing(int level, Set<String> labels) {
    return !(dimensions.get(level) instanceof PackageDimension)
        && OF_EVERY_ENTRY.containsAll(labels);
  }

  /** The dimensions, one per level. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The measures asked for, of which the first sorts. */
  public List<Measure> measures() {
    return measures;
  }

  /** All rows as one. */
  public PackageRow root() {
    return root;
  }

  /** The rows of the first level, largest first. */
  public List<SizeRow> rows() {
    return root.rows();
  }

  /** Bytes once unpacked. */
  public long fileSize() {
    return root.fileSize();
  }

  @Override
  public String toString() {
    return "by " + dimensions.stream().map(Dimension::name).collect(Collectors.joining(", "));
  }
}
