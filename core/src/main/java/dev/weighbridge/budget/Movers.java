package dev.weighbridge.budget;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFigure;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which rows broke a limit: those that grew most since an earlier build, or the largest where there
 * is none or nothing grew. Of a row they are what is in it. Each tree is built once, and none
 * before a limit is broken.
 */
final class Movers implements Culprits {
  private final Query now;
  private final @Nullable Query before;
  private final Map<List<String>, SizeTree> trees = new HashMap<>();
  private final Map<List<String>, SizeDiff> diffs = new HashMap<>();

  Movers(Query now, @Nullable Query before) {
    this.now = now;
    this.before = before;
  }

  @Override
  public List<Mover> of(LimitSubject subject) {
    List<Dimension> levels = levels(subject);
    Measure measure = measure(subject);
    List<Mover> grown = new ArrayList<>();
    if (before != null) {
      SizeDiff diff = diff(before, levels, measure);
      for (DiffRow row : within(diff, subject)) {
        long old = figure(row.before(), subject);
        grown.add(new Mover(row.label(), OptionalLong.of(old), figure(row.after(), subject)));
      }
      grown.removeIf(mover -> mover.change() <= 0);
    }
    return Culprits.largest(grown.isEmpty() ? sizes(subject, tree(now, levels, measure)) : grown);
  }

  @Override
  public Map<String, Long> earlier(LimitSubject subject) {
    if (before == null || subject.isRegion() || !subject.isRow()) {
      return Map.of();
    }
    Map<String, Long> byLabel = new HashMap<>();
    List<Dimension> level = List.of(subject.dimension().orElseThrow());
    for (DiffRow row : diff(before, level, subject.measure()).rows()) {
      byLabel.merge(row.label(), row.before().value(subject.measure()), Long::sum);
    }
    return byLabel;
  }

  /** The crates that grew most, or sections where there are none. */
  @Override
  public List<Mover> since(HistoryEntry build) {
    boolean hasCrates = !build.crates().isEmpty();
    Dimension level = hasCrates ? Dimensions.CRATE : Dimensions.SECTION;
    List<Mover> grown = new ArrayList<>();
    for (SizeRow row : tree(now, List.of(level), Measures.FILE).rows()) {
      OptionalLong old = build.figure(new HistoryFigure(level.name(), row.label()));
      if (old.isPresent()) {
        grown.add(new Mover(row.label(), old, row.fileSize()));
      }
    }
    grown.removeIf(mover -> mover.change() <= 0);
    return Culprits.largest(grown);
  }

  private static Measure measure(LimitSubject subject) {
    return subject.isRegion() ? Measures.region(subject.label()) : subject.measure();
  }

  /** The dimension of the subject if it is about a row, and below it what tells most. */
  private List<Dimension> levels(LimitSubject subject) {
    List<Dimension> usual = Dimensions.usual(now.attribution().file());
    if (subject.isRegion() || !subject.isRow()) {
      return List.of(usual.get(0));
    }
    Dimension outer = subject.dimension().orElseThrow();
    if (subject.isPattern()) {
      return List.of(outer);
    }
    boolean isOfSymbols = outer.equals(Dimensions.CRATE) || outer.equals(Dimensions.SECTION);
    Dimension inner = isOfSymbols ? Dimensions.SYMBOL : usual.get(0);
    return List.of(outer, outer.equals(Dimensions.SYMBOL) ? Dimensions.SECTION : inner);
  }

  private static List<DiffRow> within(SizeDiff diff, LimitSubject subject) {
    if (subject.isRegion() || !subject.isRow()) {
      return diff.rows();
    }
    List<DiffRow> rows = new ArrayList<>();
    LabelMatch match = new LabelMatch(subject.label());
    for (DiffRow row : diff.rows()) {
      if (match.isMet(row.label())) {
        rows.addAll(subject.isPattern() ? List.of(row) : row.rows());
      }
    }
    return rows;
  }

  private static List<Mover> sizes(LimitSubject subject, SizeTree tree) {
    List<Mover> sizes = new ArrayList<>();
    boolean isWhole = subject.isRegion() || !subject.isRow();
    LabelMatch match = new LabelMatch(subject.label());
    for (SizeRow row : tree.rows()) {
      if (isWhole || match.isMet(row.label())) {
        List<SizeRow> parts = isWhole || subject.isPattern() ? List.of(row) : row.rows();
        for (SizeRow part : parts) {
          sizes.add(new Mover(part.label(), OptionalLong.empty(), figure(part, subject)));
        }
      }
    }
    return sizes;
  }

  private static long figure(Weight weight, LimitSubject subject) {
    if (subject.equals(LimitSubject.NORMALISED)) {
      return weight.normalisedSize();
    }
    return subject.equals(LimitSubject.SYMBOLS) ? weight.count() : weight.value(measure(subject));
  }

  private static long figure(SizeRow row, LimitSubject subject) {
    if (subject.equals(LimitSubject.NORMALISED)) {
      return row.fileSize() - row.fileSize(Kind.PADDING);
    }
    return subject.equals(LimitSubject.SYMBOLS) ? row.count() : row.value(measure(subject));
  }

  private SizeTree tree(Query query, List<Dimension> levels, Measure measure) {
    boolean isUsual = Measures.usual().contains(measure);
    List<Measure> measures = isUsual ? Measures.usual() : List.of(measure);
    if (!query.equals(now)) {
      return new SizeTree(query, levels, measures);
    }
    return trees.computeIfAbsent(
        key(levels, measure), key -> new SizeTree(query, levels, measures));
  }

  private SizeDiff diff(Query old, List<Dimension> levels, Measure measure) {
    return diffs.computeIfAbsent(
        key(levels, measure),
        key -> new SizeDiff(tree(old, levels, measure), tree(now, levels, measure)));
  }

  private static List<String> key(List<Dimension> levels, Measure measure) {
    List<String> key = new ArrayList<>();
    levels.forEach(level -> key.add(level.name()));
    key.add(measure.name());
    return key;
  }
}
