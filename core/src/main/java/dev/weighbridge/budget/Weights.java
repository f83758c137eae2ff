package dev.weighbridge.budget;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.region.RegionPlaces;
import dev.weighbridge.region.RegionUse;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The figures of one file that limits are about, each tree built once. */
final class Weights implements Figures {
  private final Query query;
  private final Attribution attribution;
  private final Map<List<String>, Map<String, Long>> rows = new HashMap<>();

  Weights(Query query) {
    this.query = query;
    attribution = query.attribution();
  }

  @Override
  public OptionalLong figure(LimitSubject subject) {
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
      List<String> known = List.copyOf(rows(subject).keySet());
      throw new ConfigException(
          "region " + subject.label(), MemoryMap.oneOf(known), "none of this name");
    }
    return subject.dimension().isEmpty()
        ? OptionalLong.empty()
        : Figures.among(rows(subject), subject);
  }

  @Override
  public Optional<String> doubt(LimitSubject subject) {
    return subject.dimension().flatMap(dimension -> Absence.doubt(query, dimension));
  }

  @Override
  public boolean isInferred(LimitSubject subject) {
    return Measures.isRegion(subject.measure()) && query.memoryMap().isInferred();
  }

  @Override
  public Map<String, Long> rows(LimitSubject subject) {
    if (!subject.entry().isEmpty()) {
      throw new ConfigException(
          subject.text(), "a package, which has entries", "a file of one binary");
    }
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
