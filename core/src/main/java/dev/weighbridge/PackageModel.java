package dev.weighbridge;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.PackageDimension;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.CopiedContent;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.packages.PackageChange;
import dev.weighbridge.packages.PackageDuplicates;
import dev.weighbridge.packages.PackageFinding;
import dev.weighbridge.packages.PackageMeasures;
import dev.weighbridge.packages.PackageSource;
import dev.weighbridge.packages.PackageTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A package: a file that wraps others, such as a container image, an archive, a package of a system
 * or one packed binary.
 *
 * <p>It is gone through once for each question. Entries are told in a table; binaries among them
 * are opened one at a time and not kept.
 */
public final class PackageModel implements AutoCloseable {
  private final String name;
  private final Work work;

  /** Whether its bytes were brought into reach for it. */
  private final boolean isMapped;

  /** Null once it is closed. */
  private volatile @Nullable PackageSource source;

  private final PackageAnswers answers;

  private PackageModel(PackageSource source, OpenOptions options, boolean isMapped) {
    this.isMapped = isMapped;
    this.source = source;
    name = source.name();
    work = options.work();
    answers =
        new PackageAnswers(source, (name, bytes) -> BinaryModel.of(name, bytes, options).query());
  }

  /**
   * Whether a file or directory is a package of a format that is read; any other directory can be
   * opened as a package of its files.
   */
  public static boolean recognises(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return PackageSource.recognises(path);
  }

  /**
   * Whether bytes that are already in reach are a package of a format that is read.
   *
   * @param name what the file is called: of some packages only the name tells what they are
   */
  public static boolean recognises(String name, Bytes file) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    return PackageFormat.of(name, file).isPresent();
  }

  /**
   * Whether a file is a program that carries a package: a zip file or a file system behind it, the
   * modules of Bun, the archive of PyInstaller. It can be opened as a package, too, of which the
   * program is the first entry.
   */
  public static boolean isCarried(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return PackageSource.isCarried(path);
  }

  /** Opens a package; errors as for the other method. */
  public static PackageModel open(Path path) throws IOException {
    return open(path, OpenOptions.DEFAULT);
  }

  /**
   * Opens a package. Its entries are read when first asked for.
   *
   * @param path a file, or a directory: an image in the layout of OCI, or a package of all files in
   *     it and below it
   * @param options how binaries in it are opened
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if it is no package of a
   *     format that is read
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if it is damaged
   */
  public static PackageModel open(Path path, OpenOptions options) throws IOException {
    return open(path, options, "");
  }

  /**
   * Opens one image of a file that may hold several; errors as for {@link #open(Path,
   * OpenOptions)}.
   *
   * @param image its name, the platform it is for, {@code linux/arm64}, or the first digits of its
   *     digest; empty for the only one
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if none or several are
   *     called so; the message lists them
   */
  public static PackageModel open(Path path, OpenOptions options, String image) throws IOException {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(path, "path");
    Work before = options.work().begin();
    try {
      return new PackageModel(PackageSource.open(path, image), options, true);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } finally {
      Work.end(before);
    }
  }

  /**
   * Opens a package that is in reach already; errors as for {@link #open(Path, OpenOptions)}.
   *
   * @param name what it is called: a file that is packed alone and has no name inside is called
   *     like it
   * @param file the whole package
   */
  public static PackageModel of(String name, Bytes file, OpenOptions options) throws IOException {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Work before = options.work().begin();
    try {
      return new PackageModel(PackageSource.of(name, file), options, false);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } finally {
      Work.end(before);
    }
  }

  /** Its file name; also of one that is closed. */
  public String name() {
    return name;
  }

  /** What answers that are made of several ask it: a {@link dev.weighbridge.budget.BudgetCheck}. */
  public PackageAnswers answers() {
    source();
    return answers;
  }

  private PackageSource source() {
    PackageSource open = source;
    if (open == null) {
      throw new IllegalStateException(name + ": expected an open package, found it closed");
    }
    return open;
  }

  /** Answers something as the work of the options. */
  private <T> T ask(Work.Piece<T, IOException> answer) throws IOException {
    return work.during(answer);
  }

  /**
   * Lets go of the file; again, it does nothing. Questions that are asked later end with an {@link
   * IllegalStateException}.
   */
  @Override
  public void close() {
    PackageSource open = source;
    source = null;
    if (open != null && isMapped) {
      open.release();
    }
  }

  @Override
  public String toString() {
    PackageSource open = source;
    return open == null
        ? name + ", closed"
        : name + ", " + open.format() + ", " + open.size() + " bytes";
  }

  /** What it is: {@code docker-archive}, {@code deb}, {@code tar+gzip}. */
  public String format() {
    return source().format();
  }

  /** Bytes that travel: those of the file, or of all files of the directory. */
  public long shippedSize() {
    return source().size();
  }

  /**
   * What it holds.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public EntryTable entries() throws IOException {
    return ask(() -> answers().entries());
  }

  /**
   * What it weighs level by level. If a level is one of binaries, each binary in it is opened.
   *
   * @param dimensions one per level; {@link Dimensions#ofPackages} and those of binaries in any
   *     order
   * @param measures {@link PackageMeasures#SHIPPED} and those of binaries; the first sorts
   * @throws IOException if a temporary file cannot be used
   */
  public PackageTree by(List<Dimension> dimensions, List<Measure> measures) throws IOException {
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(measures, "measures");
    return ask(() -> answers().by(dimensions, measures));
  }

  /** What it weighs level by level, shipped and unpacked. */
  public PackageTree by(Dimension... dimensions) throws IOException {
    Objects.requireNonNull(dimensions, "dimensions");
    return by(List.of(dimensions), PackageMeasures.usual());
  }

  /**
   * Contents that are in it more than once, the largest saving first. All of it is unpacked.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public List<CopiedContent> duplicates() throws IOException {
    return ask(() -> answers().copies());
  }

  /**
   * Contents that are in it more than once, and functions and data that several of its binaries
   * have. Each binary in it is opened.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public PackageDuplicates allDuplicates() throws IOException {
    return ask(() -> answers().duplicates());
  }

  /**
   * What makes it larger than it need be, the most severe first. Each binary in it is opened.
   *
   * @throws IOException if a temporary file cannot be used
   */
  public List<PackageFinding> lint() throws IOException {
    return ask(() -> answers().findings());
  }

  /**
   * What changed from an older package to this one, level by level; parameters and errors as for
   * {@link #by(List, List)}.
   */
  public PackageChange since(PackageModel older, List<Dimension> dimensions, List<Measure> measures)
      throws IOException {
    Objects.requireNonNull(older, "older");
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(measures, "measures");
    return PackageChange.of(older.by(dimensions, measures), by(dimensions, measures));
  }

  /** The levels of who asks for none: layers of an image and entries, or entries alone. */
  public List<Dimension> usualDimensions() {
    boolean isImage = format().startsWith("docker") || format().startsWith("oci");
    return isImage ? List.of(Dimensions.LAYER, Dimensions.ENTRY) : List.of(Dimensions.ENTRY);
  }

  /** Whether a level is one of packages, not of binaries in them. */
  public static boolean isOfPackages(Dimension dimension) {
    Objects.requireNonNull(dimension, "dimension");
    return dimension instanceof PackageDimension;
  }

  /** What was wrong or unusual with it, as far as it was read. */
  public List<Diagnostic> diagnostics() {
    return answers().diagnostics();
  }
}
