package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.Kind;
import java.util.Optional;

/**
 * Groups by crate; bytes without one are {@code [no name]} if they are of the program, else of
 * their kind, as {@code [headers]}.
 */
final class CrateDimension implements Dimension {
  private final CratePolicy policy;

  CrateDimension(CratePolicy policy) {
    this.policy = policy;
  }

  @Override
  public String name() {
    return "crate";
  }

  @Override
  public Optional<CratePolicy> cratePolicy() {
    return Optional.of(policy);
  }

  @Override
  public Labels labels(Attribution attribution, Pricing pricing) {
    CrateTable crates = CrateTable.of(attribution, policy);
    Partition partition = attribution.partition();
    int count = crates.count();
    return new Labels(count + Kind.count() + 1) {
      @Override
      public int of(int span) {
        int crate = crates.ofSpan(span, pricing);
        if (crate >= 0) {
          return crate;
        }
        Kind kind = partition.kind(span);
        return count + (isContent(kind) ? Kind.count() : kind.ordinal());
      }

      @Override
      public String text(int label) {
        if (label < count) {
          return crates.label(label);
        }
        int kind = label - count;
        return kind == Kind.count() ? "[no name]" : "[" + Kind.of(kind).key() + "]";
      }
    };
  }

  /** Whether bytes are the program's own, not a table of the format. */
  private static boolean isContent(Kind kind) {
    return kind == Kind.CODE || kind == Kind.RODATA || kind == Kind.DATA || kind == Kind.ZERO;
  }
}
