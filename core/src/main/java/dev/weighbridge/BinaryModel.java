package dev.weighbridge;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.cargo.CargoFiles;
import dev.weighbridge.cargo.CargoGraph;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.Attempt;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.graph.GraphItem;
import dev.weighbridge.graph.ItemGraph;
import dev.weighbridge.graph.ItemPath;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.inlines.Inlines;
import dev.weighbridge.internal.names.RustNames;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.report.AtomicFile;
import dev.weighbridge.shipped.Shipping;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A compiled program, weighed: every byte of the file attributed.
 *
 * <p>Opening reads and attributes the file once; every question after that is a grouping of the
 * same spans. Immutable and safe for several threads.
 */
public final class BinaryModel implements Model {
  private final HeldFile held;
  private final List<Attempt> sideFiles;
  private final LinkerMaps linkerMaps;
  private final OpenOptions options;
  private final Optional<CargoGraph> cargo;

  private BinaryModel(OpenedFile file) {
    this(
        new HeldFile(file.attribution(), file.mapped()),
        file.sideFiles(),
        file.linkerMaps(),
        file.options(),
        Optional.empty());
  }

  private BinaryModel(
      HeldFile held,
      List<Attempt> sideFiles,
      LinkerMaps linkerMaps,
      OpenOptions options,
      Optional<CargoGraph> cargo) {
    this.held = held;
    this.sideFiles = sideFiles;
    this.linkerMaps = linkerMaps;
    this.options = options;
    this.cargo = cargo;
  }

  /**
   * Opens a file with the default options.
   *
   * @throws IOException if it does not exist, is not a regular file or cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if no format recognises it
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if its headers cannot be
   *     trusted
   * @throws ChangedFileException if it becomes shorter while it is read; every method that reads
   *     bytes of a large file may throw it, as those are mapped
   */
  public static BinaryModel open(Path file) throws IOException {
    return open(file, OpenOptions.DEFAULT);
  }

  /**
   * Opens a file, with its separate debug files if there are any, or a saved model; errors as for
   * {@link #open(Path)}, and for debug files that the options name.
   */
  public static BinaryModel open(Path file, OpenOptions options) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(options, "options");
    Work before = options.work().begin();
    try {
      BinaryModel model = new BinaryModel(OpenedFile.read(file, options));
      return options.cargoFiles().isEmpty() ? model : model.withCargoFiles(options.cargoFiles());
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } finally {
      Work.end(before);
    }
  }

  /**
   * The same model with what Cargo says of the program; nothing is weighed again.
   *
   * @param cargoFiles files that Cargo wrote, as {@link OpenOptions#withCargoFiles} takes them
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.BinaryException if one is not of Cargo, or of another
   *     program
   */
  public BinaryModel withCargoFiles(List<Path> cargoFiles) throws IOException {
    Objects.requireNonNull(cargoFiles, "cargoFiles");
    CargoFiles files = CargoFiles.read(cargoFiles, query().crates());
    List<Attempt> attempts = new ArrayList<>(sideFiles);
    attempts.addAll(files.attempts());
    return new BinaryModel(
        held, List.copyOf(attempts), linkerMaps, options.withCargoFiles(cargoFiles), files.graph());
  }

  /**
   * The same model of a file that travels in some way, for {@link Measures#SHIPPED}; nothing is
   * weighed again, and nothing is compressed before it is asked for.
   */
  public BinaryModel withShipping(Shipping shipping) {
    Objects.requireNonNull(shipping, "shipping");
    return new BinaryModel(held, sideFiles, linkerMaps, options.withShipping(shipping), cargo);
  }

  /**
   * Whether one file is a side file of another, as {@link OpenOptions#withDebugFiles} takes it: a
   * PDB with the GUID and age of a PE image, an ELF file with the same build id.
   *
   * @param sideFile the file that may be one
   * @param file a binary; a saved model has none
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.BinaryException if the binary cannot be told to be one
   */
  public static boolean isSideFile(Path sideFile, Path file) throws IOException {
    Objects.requireNonNull(sideFile, "sideFile");
    Objects.requireNonNull(file, "file");
    return OpenedFile.isSideFile(sideFile, file);
  }

  /**
   * Weighs bytes that are already in reach, without debug files; errors as for {@link #open(Path)}
   * but for I/O.
   *
   * @param name a name for people
   * @param file the whole file
   */
  public static BinaryModel of(String name, Bytes file, OpenOptions options) {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    return options.work().during(() -> new BinaryModel(OpenedFile.of(name, file, options)));
  }

  /** Weighs a file that a parser has read. */
  public static BinaryModel of(BinaryFile file, OpenOptions options) {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(file, "file");
    return options.work().during(() -> new BinaryModel(OpenedFile.of(file, options)));
  }

  /** What the file says; {@code file().as(ElfFile.class)} gives the typed parser behind it. */
  public BinaryFile file() {
    return attribution().file();
  }

  /** Whether it is of a program that UPX has packed, not of what is inside. */
  public boolean isPacked() {
    return PackedProgram.is(file());
  }

  @Override
  public Attribution attribution() {
    return held.attribution();
  }

  /** Where side files were looked for when it was opened, and what was found there, in order. */
  public List<Attempt> sideFiles() {
    return sideFiles;
  }

  /** The maps of its link that were given when it was opened. */
  public List<LinkerMap> linkerMaps() {
    return linkerMaps.maps();
  }

  /** The regions of memory: of the options, else of a linker map or saved model; else inferred. */
  public MemoryMap memoryMap() {
    return options.memoryMap().isInferred() ? linkerMaps.memory(file()) : options.memoryMap();
  }

  /** The options it was opened with. */
  public OpenOptions options() {
    return options;
  }

  /** What travels with every question: the spans, and how the options say to weigh them. */
  public Query query() {
    Query query = options.weigh(Query.of(attribution()).withMemoryMap(memoryMap()));
    return cargo.map(query::withCargo).orElse(query);
  }

  /** Answers something as the work of the options. */
  private <T> T ask(Supplier<T> answer) {
    return options.work().during(answer::get);
  }

  /** Also of a model that is closed. */
  @Override
  public String name() {
    return held.name();
  }

  /** Whether it, or a model made of it, is closed. */
  public boolean isClosed() {
    return held.isClosed();
  }

  /** Also closes models made of this one by {@code with} methods. */
  @Override
  public void close() {
    held.close();
  }

  @Override
  public String toString() {
    return isClosed()
        ? name() + ", closed"
        : name() + ", " + format() + " of " + machine() + ", " + fileSize() + " bytes";
  }

  @Override
  public long fileSize() {
    return file().fileSize();
  }

  @Override
  public long memorySize() {
    return attribution().partition().memorySize();
  }

  /**
   * Saves the model without the bytes of the file: {@link #open(Path)} reads it back, to be weighed
   * and compared when the file is gone.
   *
   * <p>The spans are kept with their owners, the symbols, functions, sections and segments they
   * refer to, and a hash of each body; the relocations, the structures and the typed parser are
   * not. The same binary gives the same file, byte for byte, on every JDK and machine.
   */
  public void save(OutputStream out) throws IOException {
    save(out, List.of());
  }

  /**
   * As {@link #save(OutputStream)}, with the values of measures that need the bytes of the file;
   * those of {@link Measures} need none.
   */
  public void save(OutputStream out, List<Measure> measures) throws IOException {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(measures, "measures");
    Work before = options.work().begin();
    try {
      SavedAnswers.write(query(), measures, out);
    } finally {
      Work.end(before);
    }
  }

  /**
   * Saves it to a file that is whole or as it was: whatever goes wrong, or ends the work, a file
   * that is there already stays as it is, and nothing else is left.
   *
   * @param file what to write; a symbolic link leads to it
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    AtomicFile.of(file).write(this::save);
  }

  /** The format's name: {@code ELF}. */
  public String format() {
    return file().format();
  }

  /** The machine of its image; several images of different machines are joined with {@code +}. */
  public String machine() {
    return file().machine();
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return file().diagnostics();
  }

  /** The copies of generic items: how many, how large, how equal, and what could be saved. */
  public Generics generics() {
    return ask(() -> Generics.of(attribution()));
  }

  /** What stands in the file more than once: functions, data, crates. */
  public Duplicates duplicates() {
    return ask(() -> Duplicates.of(attribution()));
  }

  /**
   * What functions cost in all the places that compilers put them into.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if there is no debug
   *     information of the file
   */
  public Inlines inlines() {
    return ask(() -> Inlines.of(attribution()));
  }

  /** What rules find that makes it larger than it need be, by those that are installed. */
  public LintResult lint() {
    return lint(Linter.installed());
  }

  /**
   * What rules find that makes it larger than it need be.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public LintResult lint(Linter linter) {
    Objects.requireNonNull(linter, "linter");
    return ask(() -> linter.lint(query()));
  }

  /** Whether it keeps a budget. */
  public BudgetCheck check(SizeBudget budget) {
    Objects.requireNonNull(budget, "budget");
    return check(Gate.of(budget));
  }

  /** Whether it keeps a budget that is counted from something: a build, a series of builds. */
  public BudgetCheck check(Gate gate) {
    Objects.requireNonNull(gate, "gate");
    return ask(() -> BudgetCheck.of(gate, query()));
  }

  /**
   * Builds of one program side by side, this one last.
   *
   * @param older at least one, the oldest first
   */
  public BuildComparison compare(List<BinaryModel> older) {
    Objects.requireNonNull(older, "older");
    List<Attribution> builds = new ArrayList<>();
    older.forEach(model -> builds.add(model.attribution()));
    builds.add(attribution());
    return ask(() -> BuildComparison.of(builds));
  }

  /**
   * Its items, who refers to whom, and what is needed from outside; errors as for {@link
   * #retained}.
   */
  public ItemGraph graph() {
    return ask(() -> ItemGraph.of(attribution()));
  }

  /**
   * Why something is in the file: the ways that lead to each item of a name; errors as for {@link
   * #retained}.
   *
   * @param name readable or raw, or an address {@code 0x1f40}
   * @param limit ways to each item at most
   * @return an entry for each item of the name, in the order of the file; empty if there is none
   */
  public Map<GraphItem, List<ItemPath>> why(String name, int limit) {
    Objects.requireNonNull(name, "name");
    return ask(() -> graph().why(name, limit));
  }

  /**
   * What each item keeps in the file, as a tree.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public RetainedTree retained(RetainedTree.Selection selection) {
    Objects.requireNonNull(selection, "selection");
    return ask(() -> new RetainedTree(attribution(), selection));
  }

  /** What nothing in the file leads to; errors as for {@link #retained}. */
  public ItemTable garbage(ItemTable.Selection selection) {
    Objects.requireNonNull(selection, "selection");
    return ask(() -> ItemTable.ofGarbage(attribution(), selection));
  }

  /**
   * What would go with a crate: all code and data of every crate of this name, by the policy of the
   * options, and all that only they lead to; errors as for {@link #retained}.
   *
   * @param name as in a table of crates, with or without the number in brackets
   */
  public Removal withoutCrate(String name) {
    Objects.requireNonNull(name, "name");
    return ask(() -> CrateRemoval.of(query(), name));
  }

  /**
   * What would go with the items in whose readable name, or one of whose raw names, a pattern is
   * found, and with all that only they lead to; errors as for {@link #retained}.
   */
  public Removal withoutSymbols(Pattern pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return ask(() -> Removal.ofSymbols(attribution(), pattern));
  }

  /**
   * What the file has of some measures level by level, priced and with crates found as the options
   * say; another {@link Query} can ask for other prices and crates.
   *
   * @param measures the first sorts rows; bytes in the file and in memory are known anyway
   */
  @Override
  public SizeTree by(List<Dimension> dimensions, List<Measure> measures) {
    return ask(() -> new SizeTree(query(), dimensions, measures));
  }

  /** Whether any of its symbols has a Rust name, so that {@link #byCrate} has crates to show. */
  public boolean hasRustNames() {
    return RustNames.areIn(attribution().file());
  }
}
