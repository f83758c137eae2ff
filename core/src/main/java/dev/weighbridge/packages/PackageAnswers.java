package dev.weighbridge.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.PackageDimension;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.content.ContentHashes;
import dev.weighbridge.packages.content.DeflateProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers to questions about one package. What its entries are is kept, binaries are not. */
public final class PackageAnswers {
  private final PackageSource source;
  private final BinaryOpener opener;
  private @Nullable EntryTable entries;
  private List<Diagnostic> diagnostics = List.of();

  /** The answers about a package whose binaries are opened like this. */
  public PackageAnswers(PackageSource source, BinaryOpener opener) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(opener, "opener");
    this.source = source;
    this.opener = opener;
  }

  /** Its file name. */
  public String name() {
    return source.name();
  }

  /** What it is: {@code docker-archive}, {@code deb}, {@code tar+gzip}. */
  public String format() {
    return source.format();
  }

  /** Bytes that travel: those of the file, or of all files of the directory. */
  public long shippedSize() {
    return source.size();
  }

  /**
   * What it holds.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized EntryTable entries() throws IOException {
    EntryTable known = entries;
    if (known == null) {
      known = kept(source.scan(Optional.empty(), Optional.empty()));
    }
    return known;
  }

  /**
   * What it weighs level by level.
   *
   * @throws dev.weighbridge.formats.problems.BinaryException if no binary in it has one of the
   *     measures, such as a region of memory that nobody has told
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized PackageTree by(List<Dimension> dimensions, List<Measure> measures)
      throws IOException {
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(measures, "measures");
    if (dimensions.isEmpty() || measures.isEmpty()) {
      throw new IllegalArgumentException("expected a dimension and a measure, found none");
    }
    List<Dimension> ofBinaries = new ArrayList<>(dimensions);
    ofBinaries.removeIf(PackageDimension.class::isInstance);
    if (ofBinaries.isEmpty() && isOfPackages(measures)) {
      return new PackageTree(entries(), Map.of(), dimensions, measures);
    }
    List<Dimension> asked = ofBinaries.isEmpty() ? List.of(Dimensions.KIND) : ofBinaries;
    BinaryQuestion question = new BinaryQuestion(opener, asked, measures);
    PackageScan scan = source.scan(Optional.of(question), Optional.empty());
    if (question.refusal().isPresent()) {
      throw question.refusal().get();
    }
    return new PackageTree(kept(scan), question.answers(), dimensions, measures);
  }

  /**
   * Goes through it and tells of each binary in it.
   *
   * @return what it holds
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized EntryTable visit(BinaryVisitor visitor) throws IOException {
    Objects.requireNonNull(visitor, "visitor");
    return kept(source.scan(Optional.of(new VisitQuestion(opener, visitor)), Optional.empty()));
  }

  /**
   * Contents that are there more than once.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized List<CopiedContent> copies() throws IOException {
    ContentHashes hashes = new ContentHashes();
    PackageScan scan = source.scan(Optional.empty(), Optional.of(hashes));
    return CopiedContent.of(kept(scan), hashes);
  }

  /**
   * Contents, functions and data that are there more than once. Each binary is opened.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized PackageDuplicates duplicates() throws IOException {
    ContentHashes hashes = new ContentHashes();
    BinaryBodies bodies = new BinaryBodies(opener);
    PackageScan scan =
        source.scan(Optional.empty(), Optional.of(hashes), Optional.of(bodies), Optional.empty());
    kept(scan);
    return PackageDuplicates.of(scan, hashes, bodies);
  }

  /**
   * What makes it larger than it need be, the most severe first.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public synchronized List<PackageFinding> findings() throws IOException {
    ContentHashes hashes = new ContentHashes();
    List<Measure> measures = List.of(PackageMeasures.SHIPPED);
    List<Dimension> levels = List.of(Dimensions.KIND, Dimensions.SECTION);
    BinaryQuestion question = new BinaryQuestion(opener, levels, measures);
    PackageScan scan =
        source.scan(
            Optional.of(question),
            Optional.of(hashes),
            Optional.empty(),
            Optional.of(new DeflateProbe()));
    List<CopiedContent> copies = CopiedContent.of(kept(scan), hashes);
    return PackageLint.of(scan, question, copies, source.baseLayers());
  }

  private static boolean isOfPackages(List<Measure> measures) {
    for (Measure measure : measures) {
      if (!measure.equals(PackageMeasures.SHIPPED) && !measure.equals(Measures.FILE)) {
        return false;
      }
    }
    return true;
  }

  private EntryTable kept(PackageScan scan) {
    entries = scan.table();
    diagnostics = scan.diagnostics().list();
    return scan.table();
  }

  /** What was wrong or unusual with it, as far as it was read. */
  public synchronized List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
