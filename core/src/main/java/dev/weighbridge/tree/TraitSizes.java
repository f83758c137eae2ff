package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;

/** File sizes of some spans by kind and by basis, added up in one pass. */
final class TraitSizes {
  private final long[] kinds = new long[Kind.count()];
  private final long[] bases = new long[Basis.count()];

  /** Those of some spans. */
  TraitSizes(Partition partition, int[] spans) {
    for (int span : spans) {
      add(partition, span, partition.fileSize(span));
    }
  }

  /** Those of all spans. */
  TraitSizes(Partition partition) {
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      add(partition, span, partition.end(span) - partition.start(span));
    }
  }

  private void add(Partition partition, int span, long size) {
    kinds[partition.kindOrdinal(span)] += size;
    bases[partition.basisOrdinal(span)] += size;
  }

  long ofKind(Kind kind) {
    return kinds[kind.ordinal()];
  }

  long ofBasis(Basis basis) {
    return bases[basis.ordinal()];
  }
}
