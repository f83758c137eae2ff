package dev.weighbridge.budget;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.RegionPlaces;
import dev.weighbridge.region.RegionUse;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The figures of one file that limits are about, each tree built once. */
final class Weights {
  private final Query query;
  private final Attribution attribution;
  private final Map<List<String>, Map<String, Long>> rows = new HashMap<>();

  Weights(Query query) {
    this.query = query;
    attribution = query.attribution();
  }

  /** A figure of the whole file, or of one row; empty if the file has no such row. */
  OptionalLong figure(LimitSubject subject) {
    if (subject.equals(LimitSubject.NORMALISED)) {
      return OptionalLong.of(normalised());
    }
    if (subject.equals(LimitSubject.SYMBOLS)) {
      return OptionalLong.of(symbols());
    }
    if (!subject.isRow()) {
      return OptionalLong.of(Measures.values(subject.measure(), query).total());
    }
    if (subject.isRegion() && !rows(subject).containsKey(subject.label())) {
      String known = String.join(", ", rows(subject).keySet());
      throw new ConfigException(
          "region " + subject.label(), "one of the regions " + known, "none of this name");
    }
    if (subject.dimension().isEmpty()) {
      return OptionalLong.empty();
    }
    Map<String, Long> byLabel = rows(subject);
    if (subject.isPattern()) {
      return matching(byLabel, new LabelMatch(subject));
    }
    // People write kind code; the row is called [code].
    Long bytes = byLabel.getOrDefault(subject.label(), byLabel.get("[" + subject.label() + "]"));
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  private static OptionalLong matching(Map<String, Long> byLabel, LabelMatch match) {
    OptionalLong sum = OptionalLong.empty();
    for (Map.Entry<String, Long> row : byLabel.entrySet()) {
      if (match.isMet(row.getKey())) {
        sum = OptionalLong.of(sum.orElse(0) + row.getValue());
      }
    }
    return sum;
  }

  /** The rows of a subject's dimension by label, largest first; equal labels are added up. */
  Map<String, Long> rows(LimitSubject subject) {
    if (subject.isRegion()) {
      return rows.computeIfAbsent(List.of(subject.name()), key -> regions());
    }
    List<String> names = List.of(subject.name(), subject.measure().name());
    return rows.computeIfAbsent(
        names, key -> rows(subject.dimension().orElseThrow(), subject.measure()));
  }

  private Map<String, Long> rows(Dimension dimension, Measure measure) {
    Map<String, Long> byLabel = new LinkedHashMap<>();
    SizeTree tree = new SizeTree(query, List.of(dimension), List.of(measure));
    for (SizeRow row : tree.rows()) {
      byLabel.merge(row.label(), row.value(measure), Long::sum);
    }
    return byLabel;
  }

  /** What is used of each region of memory. */
  private Map<String, Long> regions() {
    Map<String, Long> used = new LinkedHashMap<>();
    for (RegionUse use : RegionPlaces.of(attribution, query.memoryMap()).uses()) {
      used.put(use.region().name(), use.used());
    }
    return used;
  }

  private long normalised() {
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      boolean isPadding = partition.kindOrdinal(span) == Kind.PADDING.ordinal();
      sum += isPadding ? 0 : partition.fileSize(span);
    }
    return sum;
  }

  private long symbols() {
    Partition partition = attribution.partition();
    boolean[] isCounted = new boolean[attribution.owners().count()];
    long count = 0;
    for (int span = 0; span < partition.spanCount(); span++) {
      int owner = partition.owner(span);
      if (!isCounted[owner] && !attribution.owners().isLabel(owner)) {
        isCounted[owner] = true;
        count++;
      }
    }
    return count;
  }
}
