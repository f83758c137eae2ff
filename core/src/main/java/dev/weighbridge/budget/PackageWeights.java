package dev.weighbridge.budget;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.packages.PackageMeasures;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The figures of one package that limits are about, each tree built once for all its measures. */
final class PackageWeights implements Figures {
  private final PackageAnswers answers;
  private final Map<List<Dimension>, Set<Measure>> asked = new HashMap<>();
  private final Map<List<Dimension>, PackageTree> trees = new HashMap<>();

  /**
   * The figures that a budget asks for.
   *
   * @throws ConfigException if a limit is one that packages cannot have
   */
  PackageWeights(PackageAnswers answers, SizeBudget budget) {
    this.answers = answers;
    for (Limit limit : budget.limits()) {
      LimitSubject subject = limit.subject();
      refuse(subject, place(budget, limit));
      if (!isOuterFile(subject)) {
        asked.computeIfAbsent(levels(subject), key -> new LinkedHashSet<>()).add(subject.measure());
      }
    }
  }

  private static String place(SizeBudget budget, Limit limit) {
    int line = limit.terms().line();
    return budget.source()
        + (budget.source().isEmpty() ? "" : ": ")
        + (line > 0 ? "line " + line + ": " : "")
        + limit.subject().text();
  }

  private static void refuse(LimitSubject subject, String place) {
    boolean isOfBinary =
        subject.equals(LimitSubject.NORMALISED)
            || subject.equals(LimitSubject.SYMBOLS)
            || subject.isRegion();
    if (isOfBinary) {
      String expected = "a limit that packages can have: shipped, file, or rows of a dimension";
      throw new ConfigException(place, expected, "one of a binary alone");
    }
  }

  private static boolean isOuterFile(LimitSubject subject) {
    return !subject.isRow() && subject.measure().equals(PackageMeasures.SHIPPED);
  }

  private static List<Dimension> levels(LimitSubject subject) {
    if (!subject.isRow()) {
      return List.of(Dimensions.ENTRY);
    }
    Dimension own = subject.dimension().orElseThrow();
    return subject.entry().isEmpty() ? List.of(own) : List.of(Dimensions.ENTRY, own);
  }

  private PackageTree tree(LimitSubject subject) {
    List<Dimension> levels = levels(subject);
    return trees.computeIfAbsent(
        levels,
        key -> {
          Set<Measure> measures = new LinkedHashSet<>(asked.getOrDefault(key, Set.of()));
          measures.add(subject.measure());
          try {
            return answers.by(key, new ArrayList<>(measures));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public OptionalLong figure(LimitSubject subject) {
    if (isOuterFile(subject)) {
      return OptionalLong.of(answers.shippedSize());
    }
    if (!subject.isRow()) {
      return OptionalLong.of(tree(subject).root().value(subject.measure()));
    }
    return Figures.among(rows(subject), subject);
  }

  /** An entry, a layer or a type is there or not; of binaries each may be stripped or not. */
  @Override
  public Optional<String> doubt(LimitSubject subject) {
    boolean isOfBinaries =
        subject.dimension().filter(dimension -> Absence.isOfEvidence(dimension)).isPresent();
    boolean isNamed = rows(subject).keySet().stream().anyMatch(label -> !label.startsWith("["));
    return isOfBinaries && !isNamed ? Optional.of("no binary in it has names") : Optional.empty();
  }

  @Override
  public Map<String, Long> rows(LimitSubject subject) {
    List<SizeRow> rows = tree(subject).rows();
    if (!subject.entry().isEmpty()) {
      LabelMatch entry = new LabelMatch(subject.entry());
      List<SizeRow> below = new ArrayList<>();
      rows.stream()
          .filter(row -> entry.isMet(row.label()))
          .forEach(row -> below.addAll(row.rows()));
      rows = below;
    }
    Map<String, Long> byLabel = new LinkedHashMap<>();
    rows.forEach(row -> byLabel.merge(row.label(), row.value(subject.measure()), Long::sum));
    return byLabel;
  }
}
