package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import org.jspecify.annotations.Nullable;

/** File sizes of some spans by kind or by basis, each added up when it is asked for. */
final class TraitSizes {
  private final Partition partition;

  /** The spans; {@code null} stands for all. */
  private final int @Nullable [] spans;

  private volatile long @Nullable [] kinds;
  private volatile long @Nullable [] bases;

  /**
   * Those of some spans.
   *
   * @param spans {@code null} stands for all
   */
  TraitSizes(Partition partition, int @Nullable [] spans) {
    this.partition = partition;
    this.spans = spans;
  }

  private int count() {
    return spans == null ? partition.fileSpanCount() : spans.length;
  }

  private int span(int index) {
    return spans == null ? index : spans[index];
  }

  long ofKind(Kind kind) {
    long[] sizes = kinds;
    if (sizes == null) {
      sizes = new long[Kind.count()];
      for (int i = 0; i < count(); i++) {
        int span = span(i);
        sizes[partition.kindOrdinal(span)] += partition.fileSize(span);
      }
      kinds = sizes;
    }
    return sizes[kind.ordinal()];
  }

  long ofBasis(Basis basis) {
    long[] sizes = bases;
    if (sizes == null) {
      sizes = new long[Basis.count()];
      for (int i = 0; i < count(); i++) {
        int span = span(i);
        sizes[partition.basisOrdinal(span)] += partition.fileSize(span);
      }
      bases = sizes;
    }
    return sizes[basis.ordinal()];
  }
}
