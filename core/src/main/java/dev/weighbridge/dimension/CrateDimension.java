package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.Kind;
import java.util.Optional;

/**
 * Groups by crate; bytes without one are {@code [no name]} if they are of the program, else of
 * their kind, as {@code [headers]}.
 */
public final class CrateDimension implements Dimension {
  private final CratePolicy policy;
  private final StdView view;

  CrateDimension(CratePolicy policy, StdView view) {
    this.policy = policy;
    this.view = view;
  }

  @Override
  public String name() {
    return "crate";
  }

  /** Which of the crates in a symbol's name owns it here. */
  public CratePolicy policy() {
    return policy;
  }

  @Override
  public Optional<CratePolicy> cratePolicy() {
    return Optional.of(policy);
  }

  /** How the standard library is shown here. */
  public StdView view() {
    return view;
  }

  @Override
  public Labels labels(Attribution attribution, Pricing pricing) {
    CrateTable crates = Crates.of(attribution, policy);
    Partition partition = attribution.partition();
    int[] shown = shown(crates);
    int count = shown.length;
    return new Labels(count + Kind.count() + 1) {
      @Override
      public int of(int span) {
        int crate = crates.ofSpan(partition.whole(span), pricing);
        if (crate >= 0) {
          return shown[crate];
        }
        Kind kind = partition.kind(span);
        return count + (isContent(kind) ? Kind.count() : kind.ordinal());
      }

      @Override
      public String text(int label) {
        if (label < count) {
          return isOfStd(crates, label) ? "std" : crates.label(label);
        }
        int kind = label - count;
        return kind == Kind.count() ? "[no name]" : "[" + Kind.of(kind).key() + "]";
      }
    };
  }

  /** The row that stands for each crate. */
  private int[] shown(CrateTable crates) {
    int[] shown = new int[crates.count()];
    int std = -1;
    for (int row = 0; row < shown.length; row++) {
      shown[row] = row;
      if (isOfStd(crates, row)) {
        std = std < 0 ? row : std;
        shown[row] = std;
      }
    }
    return shown;
  }

  private boolean isOfStd(CrateTable crates, int row) {
    return view == StdView.COLLAPSED && crates.crate(row).origin() == CrateOrigin.STANDARD;
  }

  /** Whether bytes are the program's own, not a table of the format. */
  private static boolean isContent(Kind kind) {
    return kind == Kind.CODE || kind == Kind.RODATA || kind == Kind.DATA || kind == Kind.ZERO;
  }
}
