package dev.weighbridge.budget;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.PackageDimension;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.packages.PackageChange;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which rows broke a limit on a package: those that grew most since an earlier one, or the largest
 * where there is none or nothing grew.
 */
final class PackageMovers implements Culprits {
  private final PackageAnswers now;
  private final @Nullable PackageAnswers before;

  PackageMovers(PackageAnswers now, @Nullable PackageAnswers before) {
    this.now = now;
    this.before = before;
  }

  @Override
  public List<Mover> of(LimitSubject subject) {
    Measure measure = subject.measure();
    List<Dimension> levels = levels(subject);
    PackageTree newer = tree(now, levels, measure);
    List<Mover> grown = new ArrayList<>();
    if (before != null) {
      PackageChange change = PackageChange.of(tree(before, levels, measure), newer);
      for (PackageChange row : within(change, subject, 0)) {
        OptionalLong old = OptionalLong.of(row.before(measure));
        grown.add(new Mover(row.label(), old, row.after(measure)));
      }
      grown.removeIf(mover -> mover.change() <= 0);
    }
    if (grown.isEmpty()) {
      // What there is, as a change of nothing.
      Optional<SizeRow> whole = Optional.of(newer.root());
      PackageChange all = new PackageChange("", Optional.empty(), whole);
      for (PackageChange row : within(all, subject, 0)) {
        grown.add(new Mover(row.label(), OptionalLong.empty(), row.after(measure)));
      }
    }
    return Culprits.largest(grown);
  }

  /** Entries and layers have names. */
  @Override
  public Map<String, Long> earlier(LimitSubject subject) {
    return Map.of();
  }

  /** A package has no history. */
  @Override
  public List<Mover> since(HistoryEntry build) {
    return List.of();
  }

  /** The levels to what the subject is about, and below a row what tells most. */
  private static List<Dimension> levels(LimitSubject subject) {
    if (!subject.isRow()) {
      return List.of(Dimensions.ENTRY);
    }
    List<Dimension> levels = new ArrayList<>();
    if (!subject.entry().isEmpty()) {
      levels.add(Dimensions.ENTRY);
    }
    Dimension own = subject.dimension().orElseThrow();
    levels.add(own);
    if (!subject.isPattern()) {
      levels.add(below(own, subject));
    }
    return levels;
  }

  private static Dimension below(Dimension own, LimitSubject subject) {
    if (own.equals(Dimensions.ENTRY)) {
      LabelMatch match = new LabelMatch(subject.label());
      boolean isHidden = match.isMet(PackageTree.HIDDEN) || match.isMet(PackageTree.REPLACED);
      return isHidden ? Dimensions.LAYER : Dimensions.SECTION;
    }
    if (own instanceof PackageDimension || subject.entry().isEmpty()) {
      return Dimensions.ENTRY;
    }
    return own.equals(Dimensions.SYMBOL) ? Dimensions.SECTION : Dimensions.SYMBOL;
  }

  /** The changes that had a part in what became of a subject. */
  private static List<PackageChange> within(PackageChange change, LimitSubject subject, int level) {
    if (!subject.isRow()) {
      return change.rows();
    }
    boolean isEntry = level == 0 && !subject.entry().isEmpty();
    LabelMatch match = new LabelMatch(isEntry ? subject.entry() : subject.label());
    List<PackageChange> rows = new ArrayList<>();
    for (PackageChange row : change.rows()) {
      if (match.isMet(row.label())) {
        if (isEntry) {
          rows.addAll(within(row, subject, 1));
        } else {
          List<PackageChange> below = subject.isPattern() ? List.of() : row.rows();
          rows.addAll(below.isEmpty() ? List.of(row) : below);
        }
      }
    }
    return rows;
  }

  private static PackageTree tree(PackageAnswers answers, List<Dimension> levels, Measure measure) {
    try {
      return answers.by(levels, List.of(measure));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
