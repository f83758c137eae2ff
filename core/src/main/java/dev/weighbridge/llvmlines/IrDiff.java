package dev.weighbridge.llvmlines;

import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What changed from older LLVM IR to newer, row by row; what changed most first. Immutable. */
public final class IrDiff {
  private static final Comparator<IrChange> MOST_CHANGED_FIRST =
      Comparator.<IrChange>comparingLong(change -> Math.abs(change.delta()))
          .thenComparing(change -> Math.abs(change.copiesDelta()))
          .reversed()
          .thenComparing(IrChange::label);

  private final IrTable older;
  private final IrTable newer;
  private final List<IrChange> changes;

  private IrDiff(IrTable older, IrTable newer, List<IrChange> changes) {
    this.older = older;
    this.newer = newer;
    this.changes = List.copyOf(changes);
  }

  /**
   * What changed from older IR to newer, row by row.
   *
   * @throws UnsupportedBinaryException if one has debug information and the other has none, because
   *     that adds lines to every function
   */
  public static IrDiff of(IrTable older, IrTable newer) {
    Objects.requireNonNull(older, "older");
    Objects.requireNonNull(newer, "newer");
    requireOneKind(older.lines());
    requireOneKind(newer.lines());
    boolean has = newer.lines().hasDebugInformation();
    if (older.lines().hasDebugInformation() != has) {
      throw new UnsupportedBinaryException(
          older.lines().files().get(0).name(),
          -1,
          "LLVM IR " + debug(has) + ", as in " + newer.lines().files().get(0).name(),
          "some " + debug(!has));
    }
    Map<String, IrChange> byLabel = new TreeMap<>();
    for (IrRow row : older.rows()) {
      IrChange gone = new IrChange(row.label(), row.lines(), 0, row.copies(), 0);
      byLabel.merge(row.label(), gone, IrDiff::both);
    }
    for (IrRow row : newer.rows()) {
      IrChange added = new IrChange(row.label(), 0, row.lines(), 0, row.copies());
      byLabel.merge(row.label(), added, IrDiff::both);
    }
    List<IrChange> changes = new ArrayList<>(byLabel.values());
    changes.removeIf(change -> change.delta() == 0 && change.copiesDelta() == 0);
    changes.sort(MOST_CHANGED_FIRST);
    return new IrDiff(older, newer, changes);
  }

  private static String debug(boolean has) {
    return has ? "with debug information" : "without debug information";
  }

  private static void requireOneKind(IrLines lines) {
    if (lines.isMixed()) {
      throw new UnsupportedBinaryException(
          lines.files().get(0).name(),
          -1,
          "debug information in all files of one build or in none",
          "some with and some without");
    }
  }

  private static IrChange both(IrChange one, IrChange other) {
    return IrChange.sum(one.label(), List.of(one, other));
  }

  /** The older IR. */
  public IrTable older() {
    return older;
  }

  /** The newer IR. */
  public IrTable newer() {
    return newer;
  }

  /** What changed, most lines first, more or less; what is as before is left out. */
  public List<IrChange> changes() {
    return changes;
  }

  @Override
  public String toString() {
    return changes.size() + " changes";
  }
}
