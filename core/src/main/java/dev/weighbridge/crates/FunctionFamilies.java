package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.ItaniumDemangler;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.MsvcDemangler;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.SuffixSplitter;
import dev.weighbridge.demangle.SwiftDemangler;
import dev.weighbridge.demangle.TextBuffer;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.DenseIds;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Symbols as functions of the source.
 *
 * <p>Closures and async bodies count as part of the function they stand in, and the pieces that
 * compilers split off ({@code .cold}, {@code .part.0}) as part of what they were split from, if
 * that has a symbol in the same file.
 *
 * <p>Symbols that then read alike are one function: all copies of an instance that several crates
 * made, and in legacy names, which leave arguments out, all instances. Immutable and safe for
 * several threads.
 */
public final class FunctionFamilies {
  private static final DerivedKey<FunctionFamilies> KEY = new Key();

  private final Owners owners;
  private final int[] familyOf;
  private final IntColumn member = new IntColumn(0);

  /** Bytes of the member's name without the suffix that was split off. */
  private final IntColumn nameLength = new IntColumn(0);

  private FunctionFamilies(Attribution attribution) {
    owners = attribution.owners();
    familyOf = new int[owners.count()];
    Arrays.fill(familyOf, -1);
    Builder builder = new Builder(attribution.file());
    boolean[] isPayer = OwnersWithBytes.of(attribution);
    for (int owner = 0; owner < isPayer.length; owner++) {
      Work.checkAt(owner);
      if (isPayer[owner] && owners.isSymbol(owner)) {
        builder.add(owner);
      }
    }
  }

  private record Key() implements DerivedKey<FunctionFamilies> {
    @Override
    public String name() {
      return "functions of the source";
    }

    @Override
    public FunctionFamilies derive(Attribution attribution, Work work) {
      return new FunctionFamilies(attribution);
    }
  }

  /** The functions of a file; found when first asked for, then kept. */
  public static FunctionFamilies of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  /** How many functions there are; plain data counts as such. */
  public int count() {
    return member.count();
  }

  /** The readable name of a function. */
  public String text(int family) {
    int owner = member.get(family);
    SymbolTable symbols = owners.symbols(owner);
    int row = owners.symbolRow(owner);
    long start = symbols.nameStart(row);
    String name = symbols.nameBytes(row).text(start, start + nameLength.get(family));
    Optional<RustName> rust = RustDemangler.read(name);
    return rust.flatMap(RustName::enclosingFunction)
        .or(() -> RustDemangler.tryDemangle(name))
        .or(() -> ItaniumDemangler.tryDemangle(name))
        .or(() -> MsvcDemangler.tryDemangle(name))
        .or(() -> SwiftDemangler.tryDemangle(name))
        .orElseGet(() -> Owners.noLabel("symbol", name));
  }

  /**
   * The function of an owner, as a row.
   *
   * @return -1 if the owner is no symbol or has no bytes
   */
  public int ofOwner(int owner) {
    return familyOf[owner];
  }

  @Override
  public String toString() {
    return count() + " families";
  }

  /** What is needed while names are read. */
  private final class Builder {
    private final SymbolNames names = new SymbolNames();
    private final RustNameReader reader = new RustNameReader();
    private final RustDemangler demangler = new RustDemangler();
    private final SuffixSplitter splitter = new SuffixSplitter();
    private final TextBuffer text = new TextBuffer();
    private final DenseIds families = new DenseIds();
    private final BinaryFile file;
    private DenseIds symbols = new DenseIds();
    private int imageOfSymbols = -1;

    Builder(BinaryFile file) {
      this.file = file;
    }

    void add(int owner) {
      NameSlice name = names.of(owners.symbols(owner), owners.symbolRow(owner));
      if (name.length() == 0) {
        return; // whatever has no name is nobody's copy
      }
      int length = parentLength(owner, name);
      long id = identity(names.first(length), length);
      familyOf[owner] = families.add(id);
      if (familyOf[owner] == member.count()) {
        member.add(owner);
        nameLength.add(length);
      }
    }

    /**
     * Bytes of the name of the symbol that a piece was split from; of the whole name if of none.
     */
    private int parentLength(int owner, NameSlice name) {
      int length = name.length();
      splitter.start(name);
      while (splitter.next()) {
        if (symbols(owners.image(owner)).contains(names.hash(splitter.length()))) {
          length = splitter.length();
        }
      }
      return length;
    }

    /** The names of an image's symbols, read again only if some name has a suffix. */
    private DenseIds symbols(int image) {
      if (image != imageOfSymbols) {
        imageOfSymbols = image;
        symbols = new DenseIds();
        SymbolNames all = new SymbolNames();
        SymbolTable table = file.images().get(image).symbols();
        for (int row = 0; row < table.count(); row++) {
          symbols.add(all.hash(all.of(table, row).length()));
        }
      }
      return symbols;
    }

    private long identity(NameSlice name, int length) {
      if (!reader.read(name)) {
        return names.hash(length);
      }
      boolean isV0 = reader.scheme() == ManglingScheme.V0;
      text.clear();
      demangler.append(name, isV0 ? HashVisibility.SHOWN : HashVisibility.HIDDEN, text);
      int end = text.length();
      for (int inner = reader.isClosure() ? reader.innerCount() : 0; inner > 0; inner--) {
        end = lastInner(end);
      }
      long hash = end;
      for (int i = 0; i < end; i++) {
        hash = SymbolNames.mix(hash, text.byteAt(i));
      }
      return hash;
    }

    /** Where the last word in braces before {@code end} starts, with the colons before it. */
    private int lastInner(int end) {
      for (int i = end - 3; i > 0; i--) {
        if (text.byteAt(i) == ':' && text.byteAt(i + 1) == ':' && text.byteAt(i + 2) == '{') {
          return i;
        }
      }
      return end;
    }
  }
}
