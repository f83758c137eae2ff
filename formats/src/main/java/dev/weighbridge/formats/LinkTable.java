package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an image takes from others, or what it offers to them: one row for each import, or for each
 * export, in the order of the file. For the loader; in a relocatable image for the linker.
 *
 * <p>A symbol may have several rows, as one that is exported under two names. Immutable.
 */
public final class LinkTable {
  /** What may be said of an import or export besides names. */
  public enum Trait {
    /** An import that is looked for when it is first used, not when the image is loaded. */
    DELAYED,
    /** An import that may be missing. */
    OPTIONAL,
    /** An export that only those find who ask for its version. */
    HIDDEN
  }

  /**
   * One import or export.
   *
   * @param index its row
   * @param name the name that others know it by, raw; empty if it has only a number
   * @param symbol its row in the symbol table, or -1 if it has none
   * @param ordinal its number among the exports of its library, or -1
   * @param library who provides it: of an import, of an export that is passed on, or of one that is
   *     a copy of another file's data; file name or path, a module of Wasm; empty if not told
   * @param version the version that it has or needs; empty if it has none
   * @param target what the library calls it: of an import that has another name there, and of an
   *     export that is passed on; else empty
   * @param traits what else is said
   */
  public record Link(
      int index,
      String name,
      int symbol,
      long ordinal,
      String library,
      String version,
      String target,
      Set<Trait> traits) {
    /** Refuses null. */
    public Link {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(library, "library");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(traits, "traits");
    }
  }

  private static final Trait[] TRAITS = Trait.values();

  private final SymbolTable symbols;
  private final int[] symbol;
  private final long[] ordinal;
  private final int[] name;
  private final int[] library;
  private final int[] version;
  private final int[] target;
  private final byte[] traits;
  private final List<String> texts;

  private LinkTable(Builder builder) {
    symbols = builder.symbols;
    symbol = builder.symbol.freeze();
    ordinal = builder.ordinal.freeze();
    name = builder.name.freeze();
    library = builder.library.freeze();
    version = builder.version.freeze();
    target = builder.target.freeze();
    traits = builder.traits.freeze();
    texts = List.copyOf(builder.texts);
  }

  /** How many rows there are. */
  public int count() {
    return symbol.length;
  }

  /** Row in the symbol table, or -1 if it has none. */
  public int symbol(int row) {
    return symbol[row];
  }

  /** The name that others know it by, raw; empty if it has only a number. */
  public String name(int row) {
    boolean hasOwn = name[row] >= 0;
    return hasOwn ? texts.get(name[row]) : symbol[row] < 0 ? "" : symbols.name(symbol[row]);
  }

  /** Its number among the exports of its library, or -1. */
  public long ordinal(int row) {
    return ordinal[row];
  }

  /** Who provides it, or to whom an export is passed on; empty if that is not told. */
  public String library(int row) {
    return text(library[row]);
  }

  /** The version that it has or needs; empty if it has none. */
  public String version(int row) {
    return text(version[row]);
  }

  /** What the library calls it, if it is passed on or has another name there; else empty. */
  public String target(int row) {
    return text(target[row]);
  }

  /** Whether something else is said of it. */
  public boolean is(Trait trait, int row) {
    Objects.requireNonNull(trait, "trait");
    return (traits[row] >>> trait.ordinal() & 1) != 0;
  }

  private String text(int id) {
    return id < 0 ? "" : texts.get(id);
  }

  /** One row as an object. */
  public Link row(int row) {
    Set<Trait> said = EnumSet.noneOf(Trait.class);
    for (Trait trait : TRAITS) {
      if (is(trait, row)) {
        said.add(trait);
      }
    }
    return new Link(
        row, name(row), symbol[row], ordinal[row], library(row), version(row), target(row), said);
  }

  /** All rows as objects. */
  public Stream<Link> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  /** Collects the rows; what is said is said of the row begun last. */
  public static final class Builder {
    private final SymbolTable symbols;
    private final IntColumn symbol = new IntColumn(0);
    private final LongColumn ordinal = new LongColumn(0);
    private final IntColumn name = new IntColumn(0);
    private final IntColumn library = new IntColumn(0);
    private final IntColumn version = new IntColumn(0);
    private final IntColumn target = new IntColumn(0);
    private final ByteColumn traits = new ByteColumn(0);
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    Builder(SymbolTable symbols) {
      this.symbols = symbols;
    }

    /** Begins the row of a symbol, known to others by the name that it has. */
    public Builder symbol(int row) {
      boolean isKnown = row >= 0 && row < symbols.count();
      symbol.add(isKnown ? row : -1);
      ordinal.add(-1);
      name.add(-1);
      library.add(-1);
      version.add(-1);
      target.add(-1);
      traits.add((byte) 0);
      return this;
    }

    /** Begins a row known by a name of its own; {@code row} is that of its symbol, or -1. */
    public Builder named(String text, int row) {
      Objects.requireNonNull(text, "text");
      symbol(row);
      name.set(last(), id(text));
      return this;
    }

    /** Its number among the exports of its library. */
    public Builder ordinal(long number) {
      ordinal.set(last(), number);
      return this;
    }

    /** Who provides it. */
    public Builder library(String text) {
      Objects.requireNonNull(text, "text");
      library.set(last(), id(text));
      return this;
    }

    /** The version that it has or needs. */
    public Builder version(String text) {
      Objects.requireNonNull(text, "text");
      version.set(last(), id(text));
      return this;
    }

    /** What the library calls it. */
    public Builder target(String text) {
      Objects.requireNonNull(text, "text");
      target.set(last(), id(text));
      return this;
    }

    /** What else is said of it. */
    public Builder trait(Trait trait) {
      Objects.requireNonNull(trait, "trait");
      traits.set(last(), (byte) (traits.get(last()) | 1 << trait.ordinal()));
      return this;
    }

    private int last() {
      return symbol.count() - 1;
    }

    private int id(String text) {
      Integer known = ids.putIfAbsent(text, texts.size());
      if (known != null) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    LinkTable freeze() {
      return new LinkTable(this);
    }
  }

  /**
   * The imports or exports of an image whose format does not tell them apart from its symbols:
   * those of the tables for them, and of the tables of the loader or linker what is undefined or
   * defined.
   */
  static LinkTable ofSymbols(SymbolTable symbols, boolean isRelocatable, boolean isImport) {
    SymbolSource own = isImport ? SymbolSource.IMPORTS : SymbolSource.EXPORTS;
    SymbolSource linked = isRelocatable ? SymbolSource.SYMBOL_TABLE : SymbolSource.DYNAMIC_TABLE;
    Builder links = new Builder(symbols);
    for (int row = 0; row < symbols.count(); row++) {
      boolean isLinked =
          symbols.source(row) == linked
              && (symbols.section(row) == SymbolTable.UNDEFINED) == isImport
              && symbols.binding(row) != SymbolBinding.LOCAL
              && symbols.nameLength(row) > 0;
      if (isLinked || symbols.source(row) == own) {
        links.symbol(row);
      }
    }
    return links.freeze();
  }

  @Override
  public String toString() {
    return count() + " links";
  }
}
