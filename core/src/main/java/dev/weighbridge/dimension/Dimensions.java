package dev.weighbridge.dimension;

import dev.weighbridge.category.Grouping;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.internal.names.RustNames;
import dev.weighbridge.query.Query;
import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The built-in dimensions. */
public final class Dimensions {
  /** By image: architecture slice or archive member. */
  public static final Dimension IMAGE = new ImageDimension();

  /** By loaded segment. */
  public static final Dimension SEGMENT = new SegmentDimension();

  /** By region of memory, as {@link Query#memoryMap} names them. */
  public static final Dimension REGION = new RegionDimension();

  /** By section. */
  public static final Dimension SECTION = new SectionDimension();

  /** By what the bytes are. */
  public static final Dimension KIND = new KindDimension();

  /** By object file, with the archive it is from, as a linker map or the file itself tells. */
  public static final Dimension MEMBER = new MemberDimension();

  /** By the archive that object files are from. */
  public static final Dimension LIBRARY = new LibraryDimension();

  /** By symbol. */
  public static final Dimension SYMBOL = new SymbolDimension();

  /** By generic item: all copies together, whatever their type arguments. */
  public static final Dimension GENERIC = new GenericDimension();

  /** By crate, by the policy and the view of std that the query names. */
  public static final Dimension CRATE = new CrateDimension();

  /** By module path: {@code serde_json::de}. */
  public static final Dimension MODULE = new ModuleDimension(ModuleDimension.WHOLE);

  /** By function: closures and the pieces that compilers split off count as part of theirs. */
  public static final Dimension FUNCTION = new FunctionDimension();

  /** By what bytes are for: panic machinery, formatting, drop glue ... */
  public static final Dimension CATEGORY = new CategoryDimension();

  /** By unit of debug information: what was compiled at one time. */
  public static final Dimension UNIT = new UnitDimension(UnitDimension.What.NAME);

  /** By the language that units of debug information say they are written in. */
  public static final Dimension LANGUAGE = new UnitDimension(UnitDimension.What.LANGUAGE);

  /** By source file, as debug information tells. */
  public static final Dimension SOURCE = new SourceDimension(SourceDimension.WHOLE);

  /** By line of source: {@code src/main.rs:120}. */
  public static final Dimension LINE = new LineDimension();

  /** By function, each with its lines of one file: {@code src/main.rs:app::main}. */
  public static final Dimension LINE_FUNCTION = new LineFunctionDimension();

  /** By function with its type arguments, those that only debug information tells among them. */
  public static final Dimension INSTANCE = new InstanceDimension();

  /** By the innermost function, inlined or not: what each costs in all places together. */
  public static final Dimension INLINE = new InlineDimension();

  /** By the path of calls inlined into each other, outermost first. */
  public static final Dimension INLINED_BY = new InlinedByDimension(InlinedByDimension.WHOLE);

  /** By the package of each crate, with its version; needs what Cargo says of the program. */
  public static final Dimension CRATE_VERSION = new CrateVersionDimension();

  /** By the direct dependency that leads to each crate; needs what Cargo says of the program. */
  public static final Dimension DEPENDENCY = new DependencyDimension();

  /** By what tells whose the bytes are: a symbol, a reference, no more than the section ... */
  public static final Dimension EVIDENCE = new EvidenceDimension();

  /** By layer of a container image, or archive in another package. */
  public static final Dimension LAYER =
      new PackageDimension(PackageDimension.What.LAYER, PackageDimension.WHOLE);

  /** By path in a package. */
  public static final Dimension ENTRY =
      new PackageDimension(PackageDimension.What.ENTRY, PackageDimension.WHOLE);

  /** By what contents of a package are. */
  public static final Dimension TYPE =
      new PackageDimension(PackageDimension.What.TYPE, PackageDimension.WHOLE);

  private static final List<Dimension> OF_MODELS =
      List.of(
          IMAGE, SEGMENT, REGION, SECTION, KIND, MEMBER, SYMBOL, GENERIC, CRATE, MODULE, FUNCTION,
          CATEGORY, EVIDENCE);

  private static final List<Dimension> OF_DEBUG_INFORMATION =
      List.of(LIBRARY, LANGUAGE, UNIT, SOURCE, LINE, INSTANCE, INLINE, INLINED_BY);

  private static final List<Dimension> ALL =
      Stream.concat(OF_MODELS.stream(), OF_DEBUG_INFORMATION.stream()).toList();

  private static final List<Dimension> OF_CARGO = List.of(CRATE_VERSION, DEPENDENCY);

  private static final List<Dimension> OF_PACKAGES = List.of(LAYER, ENTRY, TYPE);

  private static final List<Dimension> NAMED = named();

  private Dimensions() {}

  private static List<Dimension> named() {
    List<Dimension> named = new ArrayList<>(ALL);
    named.addAll(OF_CARGO);
    named.addAll(OF_PACKAGES);
    return List.copyOf(named);
  }

  /** The built-in dimensions of every file, coarsest first. */
  public static List<Dimension> all() {
    return ALL;
  }

  /**
   * Those that need nothing read but what every model has learned, a saved one included; the others
   * rest on debug information.
   */
  public static List<Dimension> ofModels() {
    return OF_MODELS;
  }

  /**
   * The dimensions of files of which it is known what Cargo says: others are refused, see {@link
   * Query#cargoPackages}.
   */
  public static List<Dimension> ofCargo() {
    return OF_CARGO;
  }

  /** The dimensions of packages: others are refused. */
  public static List<Dimension> ofPackages() {
    return OF_PACKAGES;
  }

  /**
   * By the first folders of paths in a package; several of them one below the other make a tree.
   *
   * @param depth how many folders; at least 1
   */
  public static Dimension entry(int depth) {
    return new PackageDimension(PackageDimension.What.ENTRY, depth);
  }

  /**
   * By the first names of module paths; several of them one below the other make a tree.
   *
   * @param depth how many names, the crate's included; at least 1
   */
  public static Dimension module(int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException("module depth: expected 1 or more, found " + depth);
    }
    return new ModuleDimension(depth);
  }

  /**
   * By the first folders of paths of source files; several of them one below the other make a tree.
   *
   * @param depth how many folders; at least 1
   */
  public static Dimension source(int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException("source depth: expected 1 or more, found " + depth);
    }
    return new SourceDimension(depth);
  }

  /**
   * By the functions at one depth of calls inlined into each other; several of them one below the
   * other make a tree.
   *
   * @param depth which function, 1 for the outermost
   */
  public static Dimension inlinedBy(int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException("inlined-by depth: expected 1 or more, found " + depth);
    }
    return new InlinedByDimension(depth);
  }

  /** By the labels of a grouping; its rules see the crates that the query's policy finds. */
  public static Dimension grouping(Grouping grouping) {
    Objects.requireNonNull(grouping, "grouping");
    return new GroupingDimension(grouping);
  }

  /** The words for all built-in dimensions. */
  public static List<String> names() {
    return NAMED.stream().map(Dimension::name).toList();
  }

  /** The built-in dimension of this name. */
  public static Optional<Dimension> named(String name) {
    Objects.requireNonNull(name, "name");
    for (Dimension dimension : NAMED) {
      if (dimension.name().equals(name)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }

  /**
   * The dimensions of words with commas between them: {@code crate,symbol}. {@code module:2} cuts
   * module paths to two names, {@code module:1-3} stands for three levels; {@code source:2} and
   * {@code source:1-3} do the same for folders of source files; {@code line:func} groups the lines
   * of each function.
   *
   * @throws UnknownWordException if a word is none of these, or there twice; it says which were
   *     expected
   */
  public static List<Dimension> parse(String words) {
    return parse(words, List.of());
  }

  /**
   * The dimensions of words with commas between them, names of groupings among them, which go
   * before built-in dimensions of the same name; errors as for {@link #parse(String)}.
   */
  public static List<Dimension> parse(String words, List<Grouping> groupings) {
    return parse(words, groupings, List.of());
  }

  /**
   * The dimensions of words with commas between them, others that were brought among them, whose
   * names are none of the built-in ones; errors as for {@link #parse(String)}.
   */
  public static List<Dimension> parse(
      String words, List<Grouping> groupings, List<Dimension> others) {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(groupings, "groupings");
    Objects.requireNonNull(others, "others");
    List<Dimension> known = new ArrayList<>(NAMED);
    known.addAll(others);
    return new DimensionWords(known, groupings).parse(words);
  }

  /** The levels of those who ask for none: by crate where there are Rust names, else section. */
  public static List<Dimension> usual(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return List.of(RustNames.areIn(file) ? CRATE : SECTION, SYMBOL);
  }

  /** The same query with spans cut where any of some dimensions asks for it. */
  public static Query cut(Query query, List<Dimension> dimensions) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(dimensions, "dimensions");
    long[] places = {};
    for (Dimension dimension : dimensions) {
      long[] more = dimension.cuts(query);
      if (places.length == 0) {
        places = more;
      } else if (more.length > 0 && !Arrays.equals(places, more)) {
        places = LongStream.concat(Arrays.stream(places), Arrays.stream(more)).sorted().toArray();
      }
    }
    return places.length == 0 ? query : query.withAttribution(query.attribution().cutAt(places));
  }
}
