package dev.weighbridge;

import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Location;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Optional;

/**
 * Something weighed: every byte of it attributed.
 *
 * <p>Immutable and safe for several threads.
 */
public sealed interface Model extends AutoCloseable permits BinaryModel {
  /** A name for people: that of the file. */
  String name();

  /** Bytes in the file. */
  long fileSize();

  /** Bytes in memory once loaded, thread-local templates included. */
  long memorySize();

  /** What was wrong or unusual with it, in the order found. */
  List<Diagnostic> diagnostics();

  /**
   * What it has of some measures level by level.
   *
   * @param measures the first sorts rows; bytes in the file and in memory are known anyway
   */
  SizeTree by(List<Dimension> dimensions, List<Measure> measures);

  /** What it weighs level by level. */
  default SizeTree by(List<Dimension> dimensions) {
    return by(dimensions, Measures.usual());
  }

  /** What it weighs level by level: {@code by(SECTION, SYMBOL)}. */
  default SizeTree by(Dimension... dimensions) {
    return by(List.of(dimensions));
  }

  /**
   * What changed of some measures from an older build to this one, level by level.
   *
   * @param measures the first sorts rows
   * @throws IllegalArgumentException if the two were opened with different pricing, or with crates
   *     among the dimensions with different policies or views of std
   */
  default SizeDiff since(Model older, List<Dimension> dimensions, List<Measure> measures) {
    return new SizeDiff(older.by(dimensions, measures), by(dimensions, measures));
  }

  /** What changed from an older build to this one, level by level; errors as for the other. */
  default SizeDiff since(Model older, List<Dimension> dimensions) {
    return since(older, dimensions, Measures.usual());
  }

  /** What changed from an older build to this one, level by level; errors as for the others. */
  default SizeDiff since(Model older, Dimension... dimensions) {
    return since(older, List.of(dimensions));
  }

  /**
   * Everything known of one byte.
   *
   * @return empty if there is no such byte
   */
  Optional<Explanation> explain(Location location);

  /**
   * Lets go of the file; again, it does nothing. Questions that are asked later, and those that are
   * being answered in other threads and still need its bytes, end with an {@link
   * IllegalStateException}; answers that are there stay. The mapping of a large file ends when the
   * virtual machine next collects garbage.
   */
  @Override
  void close();
}
