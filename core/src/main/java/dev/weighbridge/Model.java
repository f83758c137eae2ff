package dev.weighbridge;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.spans.PlaceExplainer;
import dev.weighbridge.attribution.spans.PlacesOfAddress;
import dev.weighbridge.debug.DebugLayers;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Location;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** The spans with their owners. */
  Attribution attribution();

  /**
   * Bytes in the file that are not padding: what is left when alignment and page rounding, which a
   * change elsewhere can move, are left out.
   */
  default long normalisedSize() {
    return fileSize() - byKind().fileSize(Kind.PADDING);
  }

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

  /** What each section weighs. */
  default SizeTree bySection() {
    return by(Dimensions.SECTION);
  }

  /** What each loaded segment weighs. */
  default SizeTree bySegment() {
    return by(Dimensions.SEGMENT);
  }

  /** What each kind of bytes weighs. */
  default SizeTree byKind() {
    return by(Dimensions.KIND);
  }

  /** What each symbol weighs, priced as the options say. */
  default SizeTree bySymbol() {
    return by(Dimensions.SYMBOL);
  }

  /** What each generic item weighs with all its copies; everything else as by symbol. */
  default SizeTree byGeneric() {
    return by(Dimensions.GENERIC);
  }

  /** What each crate weighs, by the policy of the options. */
  default SizeTree byCrate() {
    return by(Dimensions.CRATE);
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
   * @return empty if there is no such byte, and if the location names an entry, as a file has none
   */
  default Optional<Explanation> explain(Location location) {
    return location.path().isEmpty() ? explainOffset(location.offset()) : Optional.empty();
  }

  /**
   * Everything known of the byte at a file offset.
   *
   * @return empty if the offset is negative or not below the file size
   */
  default Optional<Explanation> explainOffset(long fileOffset) {
    return fileOffset < 0 || fileOffset >= fileSize()
        ? Optional.empty()
        : Optional.of(PlaceExplainer.explain(attribution(), fileOffset));
  }

  /**
   * Everything known of the byte at a virtual address.
   *
   * @return empty if nothing is loaded there
   */
  default Optional<Explanation> explainAddress(long address) {
    long place = attribution().placeOfAddress(address);
    return place < 0 ? Optional.empty() : Optional.of(PlaceExplainer.explain(attribution(), place));
  }

  /**
   * Everything known of every byte at a virtual address: overlays, several memories and the images
   * of a universal file share addresses.
   *
   * @return first what {@link #explainAddress} gives, then the others in the order of their places;
   *     empty if nothing is loaded there
   */
  default List<Explanation> explainAddressEverywhere(long address) {
    List<Explanation> explanations = new ArrayList<>();
    for (long place : PlacesOfAddress.find(attribution(), address)) {
      explanations.add(PlaceExplainer.explain(attribution(), place));
    }
    return List.copyOf(explanations);
  }

  /**
   * What is known of a byte, and what debug information says of it: layers for its unit, the
   * functions around it, outermost first, and its line. To find them it is read.
   */
  default Explanation withDebugInformation(Explanation known) {
    return withDebugInformation(known, SourceFolders.none());
  }

  /**
   * The same, and behind the line a layer with its text, if the source file lies in one of some
   * folders.
   */
  default Explanation withDebugInformation(Explanation known, SourceFolders folders) {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(folders, "folders");
    return DebugLayers.add(attribution(), known, folders::line);
  }

  /**
   * Lets go of the file; again, it does nothing. Questions that are asked later, and those that are
   * being answered in other threads and still need its bytes, end with an {@link
   * IllegalStateException}; answers that are there stay. The mapping of a large file ends when the
   * virtual machine next collects garbage.
   */
  @Override
  void close();
}
