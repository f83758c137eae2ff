package dev.weighbridge.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What trees ask of each binary of a package: its sums by some levels, in some measures. */
final class BinaryQuestion implements EntryQuestion {
  private final BinaryOpener opener;
  private final List<Dimension> dimensions;
  private final List<Measure> measures;
  private final Map<Integer, PackageRow> answers = new HashMap<>();
  private final Map<Integer, List<String>> needed = new HashMap<>();
  private Optional<BinaryException> refusal = Optional.empty();

  /**
   * A question.
   *
   * @param dimensions the levels below a binary; at least one
   * @param measures of the whole tree
   */
  BinaryQuestion(BinaryOpener opener, List<Dimension> dimensions, List<Measure> measures) {
    this.opener = opener;
    this.dimensions = dimensions;
    this.measures = measures;
  }

  /** The answers, by entry. */
  Map<Integer, PackageRow> answers() {
    return answers;
  }

  /** Why no binary has one of the measures; empty if one has all, or there is none. */
  Optional<BinaryException> refusal() {
    return answers.isEmpty() ? refusal : Optional.empty();
  }

  /** What cannot be counted is told by the names of the binary and of the measure. */
  private Optional<BinaryException> refused(BinaryException why) {
    boolean isOfMeasure =
        measures.stream().anyMatch(measure -> why.structure().endsWith(": " + measure.name()));
    return isOfMeasure ? Optional.of(why) : Optional.empty();
  }

  /** The libraries that binaries need, by entry. */
  Map<Integer, List<String>> needed() {
    return needed;
  }

  @Override
  public void ask(int entry, String name, Region binary) {
    Query query = opener.open(name, binary.bytes());
    try {
      answers.put(entry, answer(query, binary));
    } catch (BinaryException e) {
      refusal = refusal.or(() -> refused(e));
      throw e;
    }
    Set<String> libraries = new LinkedHashSet<>();
    for (BinaryImage image : query.attribution().file().images()) {
      libraries.addAll(image.neededLibraries());
    }
    needed.put(entry, List.copyOf(libraries));
  }

  @Override
  public void withdraw(int first) {
    answers.keySet().removeIf(entry -> entry >= first);
    needed.keySet().removeIf(entry -> entry >= first);
  }

  /** The answer for one binary, which keeps nothing of it but sums. */
  private PackageRow answer(Query query, Region binary) {
    List<Measure> own = new ArrayList<>();
    for (Measure measure : measures) {
      boolean isShipped = measure.equals(PackageMeasures.SHIPPED);
      own.add(isShipped ? new EntryShares(binary.shares()) : measure);
    }
    SizeTree tree = new SizeTree(query, dimensions, own);
    PackageRow root = new PackageRow("", measures);
    for (SizeRow row : tree.rows()) {
      PackageRow copy = copy(row, own);
      root.add(copy);
      root.below(copy.label(), copy);
    }
    return root;
  }

  private PackageRow copy(SizeRow row, List<Measure> own) {
    PackageRow copy = new PackageRow(row.label(), measures);
    copy.take(row, own);
    for (SizeRow below : row.rows()) {
      copy.below(below.label(), copy(below, own));
    }
    return copy;
  }
}
