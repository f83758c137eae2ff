package dev.weighbridge.bodies;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.SuffixKind;
import dev.weighbridge.demangle.SuffixSplitter;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which symbols are pieces that a compiler split off another: {@code f.cold} and {@code f.part.0}
 * of {@code f}. A piece whose parent is not in the same image stands for itself.
 */
public final class FunctionFragments {
  private static final DerivedKey<FunctionFragments> KEY = new Key();
  private static final int[] NONE = {};

  /** The parent of each symbol of all images, itself if it is no piece; empty if there are none. */
  private int[] parents = NONE;

  private FunctionFragments(Attribution attribution) {
    Owners owners = attribution.owners();
    int owner = 0;
    for (BinaryImage image : attribution.file().images()) {
      find(image.symbols(), owner, owners);
      owner += image.symbols().count();
    }
  }

  /** The pieces of a file; found when first asked for, then kept. */
  public static FunctionFragments of(Attribution attribution) {
    return attribution.uncut().get(KEY);
  }

  private record Key() implements DerivedKey<FunctionFragments> {
    @Override
    public String name() {
      return "fragments of functions";
    }

    @Override
    public FunctionFragments derive(Attribution attribution, Work work) {
      return new FunctionFragments(attribution);
    }
  }

  /** The symbol that a piece was split off; the owner itself if it is no piece. */
  public int parent(int owner) {
    return owner < parents.length ? parents[owner] : owner;
  }

  private void find(SymbolTable symbols, int base, Owners owners) {
    Map<Integer, String> wanted = wanted(symbols);
    Map<String, Integer> found = new HashMap<>();
    BitSet lengths = new BitSet();
    for (String name : wanted.values()) {
      found.put(name, -1);
      lengths.set(name.length());
    }
    for (int row = 0; row < symbols.count() && !wanted.isEmpty(); row++) {
      Work.checkAt(row);
      if (isDefinedFunction(symbols, row) && lengths.get(symbols.nameLength(row))) {
        found.replace(symbols.name(row), -1, row);
      }
    }
    for (Map.Entry<Integer, String> piece : wanted.entrySet()) {
      int parent = found.getOrDefault(piece.getValue(), -1);
      int owner = parent < 0 ? -1 : owners.representative(base + parent);
      if (owner >= 0) {
        setParent(base + piece.getKey(), owner, owners);
      }
    }
  }

  private void setParent(int piece, int owner, Owners owners) {
    if (parents.length == 0) {
      parents = new int[owners.firstLabel()];
      for (int i = 0; i < parents.length; i++) {
        parents[i] = i;
      }
    }
    parents[piece] = owner;
  }

  /** The names of the parents of pieces, by the rows of the pieces. */
  private static Map<Integer, String> wanted(SymbolTable symbols) {
    Map<Integer, String> wanted = new HashMap<>();
    SuffixSplitter splitter = new SuffixSplitter();
    SymbolNames names = new SymbolNames();
    for (int row = 0; row < symbols.count(); row++) {
      Work.checkAt(row);
      if (isDefinedFunction(symbols, row)) {
        NameSlice name = names.of(symbols, row);
        int length = parentLength(splitter, name);
        // Compilers split off only what has a name of ASCII letters.
        if (length > 0 && name.toString().length() == name.length()) {
          wanted.put(row, name.toString().substring(0, length));
        }
      }
    }
    return wanted;
  }

  private static boolean isDefinedFunction(SymbolTable symbols, int row) {
    SymbolType type = symbols.type(row);
    return symbols.section(row) != SymbolTable.UNDEFINED
        && (type == SymbolType.FUNCTION || type == SymbolType.UNSTATED);
  }

  /** Bytes of the parent's name, -1 if the name is not that of a piece. */
  private static int parentLength(SuffixSplitter splitter, NameSlice name) {
    int length = -1;
    splitter.start(name);
    while (splitter.next()) {
      if (splitter.kind() == SuffixKind.COLD || splitter.kind() == SuffixKind.PART) {
        length = splitter.length();
      }
    }
    return length;
  }
}
