package dev.weighbridge.tree;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How rows are sorted: by a measure, largest first, or by their labels.
 *
 * @param type by what
 * @param by the measure if it is one that the order names
 */
public record RowOrder(Type type, Optional<Measure> by) {
  /** By the first measure that a tree was asked for, largest first. */
  public static final RowOrder OF_TREE = new RowOrder(Type.FIRST_MEASURE, Optional.empty());

  /** Largest file size first. */
  public static final RowOrder FILE_SIZE = by(Measures.FILE);

  /** Largest memory size first. */
  public static final RowOrder MEMORY_SIZE = by(Measures.MEMORY);

  /** By label, in the order of its characters. */
  public static final RowOrder LABEL = new RowOrder(Type.LABEL, Optional.empty());

  /** By what rows are sorted. */
  public enum Type {
    /** The first measure that was asked for. */
    FIRST_MEASURE,
    /** A measure by its name. */
    MEASURE,
    /** The label. */
    LABEL
  }

  /** Checks that a measure is named exactly where one is needed. */
  public RowOrder {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(type, "type");
    if (by.isPresent() != (type == Type.MEASURE)) {
      throw new IllegalArgumentException("order by " + type + ": expected the measure it is by");
    }
  }

  /** By a measure, largest first; one that the tree was asked for, or file or memory. */
  public static RowOrder by(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return new RowOrder(Type.MEASURE, Optional.of(measure));
  }

  /**
   * The measure that rows are sorted by; empty if they are by label.
   *
   * @param asked the measures that the tree was asked for
   */
  public Optional<Measure> measure(List<Measure> asked) {
    Objects.requireNonNull(asked, "asked");
    return type == Type.FIRST_MEASURE ? Optional.of(asked.get(0)) : by;
  }

  /** Whether a tree that was asked for some measures has its rows in this order anyway. */
  public boolean isOfTree(List<Measure> asked) {
    Objects.requireNonNull(asked, "asked");
    return measure(asked).filter(measure -> measure.equals(asked.get(0))).isPresent();
  }
}
