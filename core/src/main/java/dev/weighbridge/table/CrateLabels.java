package dev.weighbridge.table;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.query.Query;
import java.util.function.IntFunction;

/** What a crate says of each span that it owns. */
final class CrateLabels extends Labels {
  private final CrateTable crates;
  private final Query query;
  private final Partition partition;
  private final Labels others;
  private final IntFunction<String> texts;
  private final boolean isForAll;

  private CrateLabels(Query query, IntFunction<String> texts, boolean isForAll) {
    this(query, query.crates(), Dimensions.CRATE.labels(query), texts, isForAll);
  }

  private CrateLabels(
      Query query, CrateTable crates, Labels others, IntFunction<String> texts, boolean isForAll) {
    super(Math.addExact(crates.count(), others.count()));
    this.query = query;
    this.crates = crates;
    this.others = others;
    this.texts = texts;
    this.isForAll = isForAll;
    partition = query.attribution().partition();
  }

  /** The names of crates: two versions of one are told apart by the versions only. */
  static Labels names(Query query) {
    CrateTable crates = query.crates();
    return new CrateLabels(query, row -> crates.crate(row).name(), true);
  }

  /** The versions of crates, empty where the file does not tell. */
  static Labels versions(Query query) {
    return new CrateLabels(query, Dimensions.CRATE.labels(query)::version, false);
  }

  @Override
  public int of(int span) {
    int crate = crates.ofSpan(partition.whole(span), query.pricing());
    return crate >= 0 ? crate : crates.count() + others.of(span);
  }

  @Override
  public String text(int label) {
    if (label < crates.count()) {
      return texts.apply(label);
    }
    return isForAll ? others.text(label - crates.count()) : "";
  }
}
