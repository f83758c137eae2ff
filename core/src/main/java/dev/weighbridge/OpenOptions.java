package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.ProgressListener;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.shipped.Shipping;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Executor;

/**
 * How to open and weigh a file, and who watches that. Immutable; begin with {@link #DEFAULT} and
 * change with the {@code with} methods.
 *
 * <p>What is said of work here goes for opening and for whatever is asked of the model later.
 */
public final class OpenOptions {
  /** Full prices; std generics go to whose type caused them; whatever lies beside the file. */
  public static final OpenOptions DEFAULT = new OpenOptions(new Parts());

  private final Parts parts;

  /** What there is to say; changed only before it becomes part of options. */
  private static final class Parts {
    private Pricing pricing = Pricing.FULL;
    private List<Path> debugFiles = List.of();
    private List<Path> linkerMaps = List.of();
    private MemoryMap memoryMap = MemoryMap.INFERRED;
    private Optional<CratePolicy> cratePolicy = Optional.empty();
    private StdView stdView = StdView.SPLIT;
    private List<Path> cargoFiles = List.of();
    private Optional<Shipping> shipping = Optional.empty();
    private LibraryRules libraries = LibraryRules.builtIn();
    private Optional<FormatRegistry> formats = Optional.empty();
    private boolean isUnpacking;
    private Work work = Work.NONE;

    Parts copy() {
      Parts copy = new Parts();
      copy.pricing = pricing;
      copy.debugFiles = debugFiles;
      copy.linkerMaps = linkerMaps;
      copy.memoryMap = memoryMap;
      copy.cratePolicy = cratePolicy;
      copy.stdView = stdView;
      copy.cargoFiles = cargoFiles;
      copy.shipping = shipping;
      copy.libraries = libraries;
      copy.formats = formats;
      copy.isUnpacking = isUnpacking;
      copy.work = work;
      return copy;
    }
  }

  private OpenOptions(Parts parts) {
    this.parts = parts;
  }

  /** What counts in the price of a symbol. */
  public Pricing pricing() {
    return parts.pricing;
  }

  /** Separate debug files to use when opening a path; if empty, those beside the file. */
  public List<Path> debugFiles() {
    return parts.debugFiles;
  }

  /** Maps of the link. */
  public List<Path> linkerMaps() {
    return parts.linkerMaps;
  }

  /** The regions of memory; inferred if those of a linker map are meant. */
  public MemoryMap memoryMap() {
    return parts.memoryMap;
  }

  /**
   * Which crate owns a symbol; empty to let the file decide, see {@link
   * dev.weighbridge.query.Query#cratePolicy}.
   */
  public Optional<CratePolicy> cratePolicy() {
    return parts.cratePolicy;
  }

  /** How tables of crates show the standard library. */
  public StdView stdView() {
    return parts.stdView;
  }

  /** Files that Cargo wrote about the program: its metadata, its lock. */
  public List<Path> cargoFiles() {
    return parts.cargoFiles;
  }

  /** How the file is compressed to travel; empty if that is not asked for. */
  public Optional<Shipping> shipping() {
    return parts.shipping;
  }

  /** By what libraries of C and C++ are known. */
  public LibraryRules libraries() {
    return parts.libraries;
  }

  /**
   * The formats files may be of; empty for those {@linkplain FormatRegistry#installed installed}.
   */
  public Optional<FormatRegistry> formats() {
    return parts.formats;
  }

  /** Whether of a packed program what is inside is meant; see {@link #withUnpacking}. */
  public boolean isUnpacking() {
    return parts.isUnpacking;
  }

  /** Who watches opening and all answers, and may end them. */
  public Work work() {
    return parts.work;
  }

  /** The same options with another pricing. */
  public OpenOptions withPricing(Pricing other) {
    Parts copy = parts.copy();
    copy.pricing = Objects.requireNonNull(other, "other");
    return new OpenOptions(copy);
  }

  /**
   * The same options with separate debug files to use when opening a path: PDB files of PE images,
   * ELF files with the same build id, folders that are searched as debuggers do: by build id, and
   * by name. With none, those beside the file are looked for.
   */
  public OpenOptions withDebugFiles(List<Path> others) {
    Objects.requireNonNull(others, "others");
    Parts copy = parts.copy();
    copy.debugFiles = List.copyOf(others);
    return new OpenOptions(copy);
  }

  /**
   * The same options with other linker maps: of each, what it says of object files is used for the
   * file it is of; one that is of another build is refused.
   */
  public OpenOptions withLinkerMaps(List<Path> others) {
    Objects.requireNonNull(others, "others");
    Parts copy = parts.copy();
    copy.linkerMaps = List.copyOf(others);
    return new OpenOptions(copy);
  }

  /** The same options with other regions of memory. */
  public OpenOptions withMemoryMap(MemoryMap other) {
    Parts copy = parts.copy();
    copy.memoryMap = Objects.requireNonNull(other, "other");
    return new OpenOptions(copy);
  }

  /** The same options with another policy for crates. */
  public OpenOptions withCratePolicy(CratePolicy other) {
    Objects.requireNonNull(other, "other");
    Parts copy = parts.copy();
    copy.cratePolicy = Optional.of(other);
    return new OpenOptions(copy);
  }

  /** The same options with another view of the standard library. */
  public OpenOptions withStdView(StdView other) {
    Parts copy = parts.copy();
    copy.stdView = Objects.requireNonNull(other, "other");
    return new OpenOptions(copy);
  }

  /** The same options with other files that Cargo wrote about the program. */
  public OpenOptions withCargoFiles(List<Path> others) {
    Objects.requireNonNull(others, "others");
    Parts copy = parts.copy();
    copy.cargoFiles = List.copyOf(others);
    return new OpenOptions(copy);
  }

  /** The same options for a file that travels in some way. */
  public OpenOptions withShipping(Shipping other) {
    Objects.requireNonNull(other, "other");
    Parts copy = parts.copy();
    copy.shipping = Optional.of(other);
    return new OpenOptions(copy);
  }

  /** The same options with other rules for libraries of C and C++. */
  public OpenOptions withLibraries(LibraryRules other) {
    Parts copy = parts.copy();
    copy.libraries = Objects.requireNonNull(other, "other");
    return new OpenOptions(copy);
  }

  /** The same options for files of other formats, too. */
  public OpenOptions withFormats(FormatRegistry others) {
    Objects.requireNonNull(others, "others");
    Parts copy = parts.copy();
    copy.formats = Optional.of(others);
    return new OpenOptions(copy);
  }

  /**
   * The same options, but of a program that UPX has packed the program inside is meant or not, when
   * a path is opened: {@link dev.weighbridge.measure.Measures#SHIPPED} says what it costs in the
   * file. One that is damaged, or packed in a way that is not known, is opened as it is.
   */
  public OpenOptions withUnpacking(boolean isUnpacking) {
    Parts copy = parts.copy();
    copy.isUnpacking = isUnpacking;
    return new OpenOptions(copy);
  }

  /** The same options, with all that is done for them as some work. */
  public OpenOptions withWork(Work other) {
    Parts copy = parts.copy();
    copy.work = Objects.requireNonNull(other, "other");
    return new OpenOptions(copy);
  }

  /** The same options with somebody who hears of progress. */
  public OpenOptions withListener(ProgressListener other) {
    Objects.requireNonNull(other, "other");
    return withWork(parts.work.withListener(other));
  }

  /**
   * The same options with something that ends opening, and every answer: they throw a {@link
   * java.util.concurrent.CancellationException}. A thread that is interrupted ends them anyway.
   */
  public OpenOptions withCancellation(Cancellation other) {
    Objects.requireNonNull(other, "other");
    return withWork(parts.work.withCancellation(other));
  }

  /** The same options with threads of yours; see {@link Work#withExecutor}. */
  public OpenOptions withExecutor(Executor other) {
    Objects.requireNonNull(other, "other");
    return withWork(parts.work.withExecutor(other));
  }

  /**
   * The same options with less memory; see {@link Work#withMemoryLimit}.
   *
   * @param bytes at least 1
   * @throws IllegalArgumentException if it is less
   */
  public OpenOptions withMemoryLimit(long bytes) {
    return withWork(parts.work.withMemoryLimit(bytes));
  }

  /** A question weighed as they say. */
  Query weigh(Query query) {
    Query weighed =
        query
            .withPricing(parts.pricing)
            .withStdView(parts.stdView)
            .withWork(parts.work)
            .withLibraries(parts.libraries);
    Query crates = parts.cratePolicy.map(weighed::withCratePolicy).orElse(weighed);
    return parts.shipping.map(crates::withShipping).orElse(crates);
  }

  /** The formats that files may be of. */
  FormatRegistry registry() {
    return parts.formats.orElseGet(FormatRegistry::installed);
  }

  @Override
  public String toString() {
    StringJoiner told = new StringJoiner(", ", "options: ", "");
    told.add("pricing " + parts.pricing);
    parts.cratePolicy.ifPresent(policy -> told.add("crates " + policy));
    told.add("std " + parts.stdView);
    add(told, "debug files", parts.debugFiles);
    add(told, "linker maps", parts.linkerMaps);
    add(told, "files of Cargo", parts.cargoFiles);
    parts.shipping.ifPresent(shipping -> told.add("shipped " + shipping));
    if (!parts.memoryMap.isInferred()) {
      told.add("regions " + parts.memoryMap);
    }
    if (parts.isUnpacking) {
      told.add("unpacked");
    }
    told.add(parts.work.toString());
    return told.toString();
  }

  private static void add(StringJoiner told, String what, List<Path> files) {
    if (!files.isEmpty()) {
      told.add(what + " " + files);
    }
  }
}
