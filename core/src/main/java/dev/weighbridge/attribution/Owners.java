package dev.weighbridge.attribution;

import dev.weighbridge.demangle.ItaniumDemangler;
import dev.weighbridge.demangle.MsvcDemangler;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.SwiftDemangler;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.columns.IntColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The things that can own bytes, as dense ids.
 *
 * <p>Ids run over the symbols of all images, then over their function extents, then over labels
 * such as {@code [.text]}. Only an owner that stands for several names is listed once: its other
 * names are aliases, found by {@link #rawNames}.
 */
public final class Owners {
  private final List<BinaryImage> images;
  private final int[] symbolBase;
  private final int[] functionBase;
  private final int symbolEnd;
  private final int labelBase;
  private final int[][] canonical;
  private final AliasIndex[] aliases;
  private final int[] used;
  private final int[] userOf;
  private final List<String> labels;

  private Owners(Builder builder) {
    images = builder.images;
    symbolBase = builder.symbolBase;
    functionBase = builder.functionBase;
    symbolEnd = symbolBase[images.size()];
    labelBase = builder.labelBase;
    canonical = builder.canonical.clone();
    aliases = new AliasIndex[images.size()];
    used = builder.used.freeze();
    userOf = builder.userOf;
    labels = List.copyOf(builder.labels);
  }

  /** The owners that {@link #user(int)} knows a user of, in the order of the file. */
  public int[] used() {
    return used.clone();
  }

  /**
   * The only symbol or function that refers to data which a compiler named, as {@code
   * anon.<hash>.5}.
   *
   * @return -1 if the owner is something else, or if nothing or more than one refers to it
   */
  public int user(int owner) {
    return owner < userOf.length ? userOf[owner] : -1;
  }

  /** One more than the largest id. */
  public int count() {
    return labelBase + labels.size();
  }

  /** Whether an owner is a symbol. */
  public boolean isSymbol(int owner) {
    return owner >= 0 && owner < symbolEnd;
  }

  /** Whether an owner is a function extent that no symbol names. */
  public boolean isFunction(int owner) {
    return owner >= symbolEnd && owner < labelBase;
  }

  /** Whether an owner is a label such as {@code [.text]}. */
  public boolean isLabel(int owner) {
    return owner >= labelBase;
  }

  /** The id of the first label; labels are the last ids. */
  public int firstLabel() {
    return labelBase;
  }

  /** The owner that stands for a symbol of an image, itself or its alias; -1 if nothing does. */
  public int ofSymbol(int image, int row) {
    int representative = canonical[image][row];
    return representative < 0 ? -1 : symbolBase[image] + representative;
  }

  /** The owner that is a function extent of an image. */
  public int ofFunction(int image, int row) {
    return functionBase[image] + row;
  }

  /** The row of the image that a symbol or function belongs to; -1 for a label. */
  public int image(int owner) {
    if (isLabel(owner)) {
      return -1;
    }
    return symbolBase.length == 2 ? 0 : search(owner);
  }

  /** The image of a symbol or function, where there are several. */
  private int search(int owner) {
    int[] base = isSymbol(owner) ? symbolBase : functionBase;
    int low = 0;
    int high = images.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (base[middle + 1] <= owner) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The symbols of the image that a symbol belongs to. */
  public SymbolTable symbols(int owner) {
    return images.get(image(owner)).symbols();
  }

  /** The row of a symbol in {@link #symbols}. */
  public int symbolRow(int owner) {
    return owner - symbolBase[image(owner)];
  }

  /**
   * The symbol that stands for a symbol's bytes: itself, or the one it is an alias of.
   *
   * @return -1 if the owner is no symbol, or one that stands for nothing
   */
  public int representative(int owner) {
    if (!isSymbol(owner)) {
      return -1;
    }
    int image = image(owner);
    int row = canonical[image][owner - symbolBase[image]];
    return row < 0 ? -1 : symbolBase[image] + row;
  }

  /** The function extents of the image that a function belongs to. */
  public FunctionTable functions(int owner) {
    return images.get(image(owner)).functions();
  }

  /** The row of a function in {@link #functions}. */
  public int functionRow(int owner) {
    return owner - functionBase[image(owner)];
  }

  /** Virtual address of a symbol or function; -1 for a label and for a symbol without a place. */
  public long address(int owner) {
    if (isSymbol(owner)) {
      SymbolTable symbols = symbols(owner);
      int row = symbolRow(owner);
      return symbols.section(row) == SymbolTable.UNDEFINED ? -1 : symbols.address(row);
    }
    return isFunction(owner) ? functions(owner).address(functionRow(owner)) : -1;
  }

  /**
   * The raw text of an owner: a symbol's own name, {@code [function 0x1234]} or the like for what
   * has none, or the label.
   */
  public String text(int owner) {
    if (isSymbol(owner)) {
      String name = symbols(owner).name(symbolRow(owner));
      return name.isEmpty() ? nameless(owner) : name;
    }
    if (isFunction(owner)) {
      return "[function 0x" + Long.toHexString(address(owner)) + "]";
    }
    return labels.get(owner - labelBase);
  }

  /** What to call a symbol whose name is empty, which gABI 4 and others allow. */
  private String nameless(int owner) {
    boolean isCode = symbols(owner).type(symbolRow(owner)) == SymbolType.FUNCTION;
    String place = address(owner) == -1 ? "" : " 0x" + Long.toHexString(address(owner));
    return "[" + (isCode ? "function" : "object") + place + "]";
  }

  /**
   * The text of an owner for people: Rust names demangled, without their hashes, the C++ names of
   * GCC, Clang and Microsoft, and those of Swift. A name in brackets is told from a label: {@code
   * symbol [padding]}.
   */
  public String readableText(int owner) {
    String text = text(owner);
    if (!isSymbol(owner)) {
      return text;
    }
    // Rust first: a legacy Rust name reads as C++, too.
    Optional<String> rust = RustDemangler.tryDemangle(text);
    if (rust.isPresent()) {
      return rust.get();
    }
    Optional<String> other = ItaniumDemangler.tryDemangle(text);
    if (other.isEmpty() && MsvcDemangler.mayBeMangled(text)) {
      other = MsvcDemangler.tryDemangle(text);
    }
    if (other.isEmpty() && SwiftDemangler.mayBeMangled(text)) {
      other = SwiftDemangler.tryDemangle(text);
    }
    return other.isPresent() ? other.get() : rawText(owner, text);
  }

  /** The name of a symbol that no scheme knows; a symbol without one has a label instead. */
  private String rawText(int owner, String text) {
    boolean isName = symbols(owner).nameLength(symbolRow(owner)) > 0;
    return isName ? noLabel("symbol", text) : text;
  }

  /**
   * The same of a symbol whose name was read elsewhere.
   *
   * @param readable the readable form of {@link #text}, which is that itself if no scheme knows it
   */
  public String readableText(int owner, String readable) {
    Objects.requireNonNull(readable, "readable");
    SymbolTable symbols = symbols(owner);
    int row = symbolRow(owner);
    boolean isRaw = symbols.nameLength(row) > 0 && symbols.name(row).equals(readable);
    return isRaw ? noLabel("symbol", readable) : readable;
  }

  /**
   * A name of the file so that nobody takes it for a label: those are in brackets.
   *
   * @param what the word put before it if it is in brackets, too
   */
  public static String noLabel(String what, String name) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(name, "name");
    return name.startsWith("[") && name.endsWith("]") ? what + " " + name : name;
  }

  /**
   * The raw name of a symbol and then those of the other symbols that stand for exactly the same
   * bytes, in the order of their tables, each text once.
   *
   * @return empty if the owner is not a symbol
   */
  public List<String> rawNames(int owner) {
    if (!isSymbol(owner)) {
      return List.of();
    }
    int image = image(owner);
    SymbolTable symbols = symbols(owner);
    Set<String> names = new LinkedHashSet<>();
    names.add(symbols.name(symbolRow(owner)));
    for (int row : aliases(image).rows(symbolRow(owner))) {
      names.add(symbols.name(row));
    }
    return List.copyOf(names);
  }

  private AliasIndex aliases(int image) {
    synchronized (aliases) {
      if (aliases[image] == null) {
        aliases[image] = new AliasIndex(canonical[image]);
      }
      return aliases[image];
    }
  }

  @Override
  public String toString() {
    return count() + " owners";
  }

  /**
   * The owners of some images while labels are made. For those who make attributions; everybody
   * else opens a model.
   */
  public static final class Builder {
    private final List<BinaryImage> images;
    private final int[] symbolBase;
    private final int[] functionBase;
    private final int labelBase;
    private final int[][] canonical;
    private final IntColumn used = new IntColumn(0);
    private int[] userOf = {};
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelIds = new HashMap<>();

    /** The symbols and functions of some images, and no labels yet. */
    public Builder(List<BinaryImage> images) {
      Objects.requireNonNull(images, "images");
      this.images = List.copyOf(images);
      symbolBase = new int[images.size() + 1];
      functionBase = new int[images.size() + 1];
      canonical = new int[images.size()][];
      int id = 0;
      for (int i = 0; i < images.size(); i++) {
        symbolBase[i] = id;
        id = Math.addExact(id, images.get(i).symbols().count());
      }
      symbolBase[images.size()] = id;
      for (int i = 0; i < images.size(); i++) {
        functionBase[i] = id;
        id = Math.addExact(id, images.get(i).functions().count());
      }
      functionBase[images.size()] = id;
      labelBase = id;
    }

    /**
     * Tells which symbol row stands for each row of an image.
     *
     * @param representatives not to be changed afterwards; -1 where a row stands for nothing
     */
    public void canonical(int image, int[] representatives) {
      Objects.requireNonNull(representatives, "representatives");
      canonical[image] = representatives;
    }

    /** The id of a bracketed label; the same text, the same id. */
    public int label(String text) {
      Objects.requireNonNull(text, "text");
      Integer known = labelIds.get(text);
      if (known != null) {
        return known;
      }
      labels.add(text);
      labelIds.put(text, count() - 1);
      return count() - 1;
    }

    /** The id of a symbol. */
    public int symbol(int image, int row) {
      return symbolBase[image] + row;
    }

    /** The id of a function extent. */
    public int function(int image, int row) {
      return functionBase[image] + row;
    }

    /** The id of the first label. */
    public int firstLabel() {
      return labelBase;
    }

    /** One more than the largest id so far. */
    public int count() {
      return labelBase + labels.size();
    }

    /** Says who alone refers to data that only a compiler named; the first one said counts. */
    public void user(int owner, int user) {
      if (userOf.length == 0) {
        userOf = new int[labelBase];
        Arrays.fill(userOf, -1);
      }
      if (userOf[owner] < 0) {
        userOf[owner] = user;
        used.add(owner);
      }
    }

    /** The owners. Nothing may be added afterwards. */
    public Owners build() {
      return new Owners(this);
    }
  }
}
