package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Labels of what crates are of. Bytes without a crate have the labels that they have among crates:
 * {@code [no name]} or that of their kind.
 */
final class PackageLabels extends Labels {
  private final CrateTable crates;
  private final Partition partition;
  private final Pricing pricing;
  private final int[] groupOf;
  private final List<String> groups;

  private PackageLabels(Query query, CrateTable crates, int[] groupOf, List<String> groups) {
    super(groups.size() + Kind.count() + 1);
    this.crates = crates;
    partition = query.attribution().partition();
    pricing = query.pricing();
    this.groupOf = groupOf;
    this.groups = groups;
  }

  /** Labels by crate; crates of equal ones are one group. */
  static PackageLabels of(Query query, CrateTable crates, IntFunction<String> label) {
    Map<String, Integer> known = new HashMap<>();
    List<String> groups = new ArrayList<>();
    int[] groupOf = new int[crates.count()];
    for (int crate = 0; crate < groupOf.length; crate++) {
      String text = label.apply(crate);
      Integer group = known.putIfAbsent(text, groups.size());
      groupOf[crate] = group == null ? groups.size() : group;
      if (group == null) {
        groups.add(text);
      }
    }
    return new PackageLabels(query, crates, groupOf, groups);
  }

  @Override
  public int of(int span) {
    int crate = crates.ofSpan(partition.whole(span), pricing);
    if (crate >= 0) {
      return groupOf[crate];
    }
    Kind kind = partition.kind(span);
    return groups.size() + (kind.isContent() ? Kind.count() : kind.ordinal());
  }

  @Override
  public String text(int label) {
    if (label < groups.size()) {
      return groups.get(label);
    }
    int kind = label - groups.size();
    return kind == Kind.count() ? "[no name]" : "[" + Kind.of(kind).key() + "]";
  }
}
