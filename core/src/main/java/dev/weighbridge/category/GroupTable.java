package dev.weighbridge.category;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The label that a grouping gives to each span of a file. Immutable. */
public final class GroupTable {
  private static final int UNKNOWN = -1;

  /** In place of a section: none was asked for yet. */
  private static final int NOT_ASKED = -2;

  /** The section decides, so there is no one label for the set, the kind and the mark. */
  private static final int BY_SECTION = -2;

  private final Attribution attribution;
  private final Grouping grouping;
  private final OwnerRules owners;
  private final byte[] marks;
  private final int[] labelOf;

  /** What to ask a table by: the same grouping, policy and pricing, the same answer. */
  private record Key(Grouping grouping, CratePolicy policy, Pricing pricing)
      implements DerivedKey<GroupTable> {
    @Override
    public String name() {
      return "groups of spans";
    }

    @Override
    public GroupTable derive(Attribution attribution, Work work) {
      return new GroupTable(attribution, this);
    }
  }

  private GroupTable(Attribution attribution, Key key) {
    this.attribution = attribution;
    this.grouping = key.grouping();
    owners = OwnerRules.of(attribution, grouping, key.policy());
    Partition partition = attribution.partition();
    marks =
        grouping.asksForDataMarks()
            ? DataMarks.of(attribution).ofSpans(partition)
            : new byte[partition.spanCount()];
    labelOf = settle(partition, key.pricing());
  }

  /**
   * The labels of a file.
   *
   * @param attribution one cut at {@link DataMarks#cuts()} if the grouping asks for data marks
   * @param policy how the crates are found that rules name
   * @throws dev.weighbridge.config.ConfigException if a pattern of a rule takes too long
   */
  public static GroupTable of(
      Attribution attribution, Grouping grouping, CratePolicy policy, Pricing pricing) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(grouping, "grouping");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(pricing, "pricing");
    return attribution.get(new Key(grouping, policy, pricing));
  }

  private int[] settle(Partition partition, Pricing pricing) {
    int marksOfKind = DataMark.count();
    int width = Kind.count() * marksOfKind;
    int[] known = new int[owners.setCount() * width];
    Arrays.fill(known, UNKNOWN);
    Map<Long, Integer> bySection = new HashMap<>();
    int[] labels = new int[partition.spanCount()];
    for (int span = 0; span < labels.length; span++) {
      int set = owners.setOf(attribution.payer(span, pricing));
      int kind = partition.kindOrdinal(span);
      int at = set * width + kind * marksOfKind + marks[span];
      if (known[at] == UNKNOWN) {
        known[at] = label(set, kind, marks[span], NOT_ASKED);
      }
      labels[span] = known[at];
      if (known[at] == BY_SECTION) {
        int section = partition.section(span);
        long key = (long) section << 32 | at;
        Integer label = bySection.get(key);
        if (label == null) {
          label = label(set, kind, marks[span], section);
          bySection.put(key, label);
        }
        labels[span] = label;
      }
    }
    return labels;
  }

  /**
   * The label of the first rule that fits.
   *
   * @param section that of the bytes, -1 if none; {@link #NOT_ASKED} may end in {@link #BY_SECTION}
   */
  private int label(int set, int kind, int mark, int section) {
    for (int number : owners.set(set)) {
      Rule rule = grouping.rules().get(number);
      if (rule.admits(kind, mark)) {
        if (rule.sections().isEmpty()) {
          return rule.label();
        }
        if (section == NOT_ASKED) {
          return BY_SECTION;
        }
        String name = section < 0 ? "" : attribution.section(section).name();
        if (OwnerRules.matches(rule, "section", rule.sections(), name)) {
          return rule.label();
        }
      }
    }
    return grouping.labels().size() - 1;
  }

  /** The grouping whose labels these are. */
  public Grouping grouping() {
    return grouping;
  }

  /** The label of a span, as an index of {@link Grouping#labels()}. */
  public int ofSpan(int span) {
    return labelOf[span];
  }

  @Override
  public String toString() {
    return grouping.toString();
  }
}
