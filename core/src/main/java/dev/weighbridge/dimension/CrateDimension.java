package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;

/**
 * Groups by crate; bytes without one are {@code [no name]} if they are of the program, else of
 * their kind, as {@code [headers]}.
 */
final class CrateDimension implements Dimension {
  @Override
  public String name() {
    return "crate";
  }

  @Override
  public boolean hasCrates() {
    return true;
  }

  @Override
  public Labels labels(Query query) {
    CrateTable crates = query.crates();
    CrateVersions versions = CrateVersions.of(query, crates);
    Partition partition = query.attribution().partition();
    Pricing pricing = query.pricing();
    boolean isCollapsed = query.stdView() == StdView.COLLAPSED;
    int[] shown = shown(crates, isCollapsed);
    int count = shown.length;
    return new Labels(count + Kind.count() + 1) {
      @Override
      public int of(int span) {
        int crate = crates.ofSpan(partition.whole(span), pricing);
        if (crate >= 0) {
          return shown[crate];
        }
        Kind kind = partition.kind(span);
        return count + (kind.isContent() ? Kind.count() : kind.ordinal());
      }

      @Override
      public String text(int label) {
        if (label < count) {
          return isCollapsed && isOfStd(crates, label) ? "std" : versions.label(label);
        }
        int kind = label - count;
        return kind == Kind.count() ? "[no name]" : "[" + Kind.of(kind).key() + "]";
      }

      @Override
      public String version(int label) {
        boolean isOne = label < count && !(isCollapsed && isOfStd(crates, label));
        return isOne ? versions.version(label) : "";
      }
    };
  }

  /** The row that stands for each crate. */
  private static int[] shown(CrateTable crates, boolean isCollapsed) {
    int[] shown = new int[crates.count()];
    int std = -1;
    for (int row = 0; row < shown.length; row++) {
      shown[row] = row;
      if (isCollapsed && isOfStd(crates, row)) {
        std = std < 0 ? row : std;
        shown[row] = std;
      }
    }
    return shown;
  }

  private static boolean isOfStd(CrateTable crates, int row) {
    return crates.crate(row).origin() == CrateOrigin.STANDARD;
  }
}
