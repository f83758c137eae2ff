package dev.weighbridge.demangle;

/**
 * Reads the structure of Itanium C++ symbol names, one after another, without making an object for
 * any of them.
 *
 * <p>{@link #read} answers whether a name is Itanium C++; then the other methods tell about that
 * name until the next one is read. Identities are 64-bit hashes that are the same in every run and
 * on every machine. Not safe for use by several threads at once.
 *
 * <p>What instances of a template have in common is the path of names to the entity, without the
 * template arguments at any of them, without parameters and suffixes. So these count as one:
 *
 * <ul>
 *   <li>overloads of one name, because a member of a class template has its parameters with the
 *       arguments put in, and which of them came from the template cannot be seen;
 *   <li>the variants of a constructor or destructor (complete object, base object, deleting), which
 *       {@link #variant()} tells apart;
 *   <li>lambdas of equally many parameters and the same number, in functions of the same name.
 * </ul>
 */
public final class ItaniumNameReader {
  private final ItaniumParser parser = new ItaniumParser();
  private final ItaniumPrinter printer = new ItaniumPrinter();
  private final ItaniumPath path = new ItaniumPath();
  private final TextBuffer scratch = new TextBuffer();
  private byte[] bytes = new byte[0];
  private boolean isRead;

  /** Makes a reader. */
  public ItaniumNameReader() {}

  /**
   * Reads a name. A legacy Rust name is none, see {@link ItaniumDemangler}.
   *
   * @return false if it is not Itanium C++; then the other answers are those of a name that tells
   *     nothing
   */
  public boolean read(NameSlice name) {
    bytes = name.array();
    int node = parser.parse(bytes, name.offset(), name.offset() + name.length());
    isRead = node >= 0 && !LegacyRustName.is(parser.nodes, node, bytes);
    if (isRead) {
      path.walk(parser.nodes, node);
    } else {
      path.clear();
    }
    return isRead;
  }

  /**
   * Identity of the entity whose instances differ only in template arguments: {@code
   * std::vector<int>::push_back(int const&)} has that of {@code
   * std::vector<Foo>::push_back(Foo&&)}. A special name such as a virtual table has one of its own.
   */
  public long genericId() {
    return id(path.count());
  }

  /** Identity of the namespaces, classes and functions around the entity, without arguments. */
  public long scopeId() {
    return id(path.count() - 1);
  }

  private long id(int to) {
    long hash = IdentityHash.start(path.special());
    for (int i = 0; i < to; i++) {
      hash = mix(hash, path.element(i));
    }
    return IdentityHash.finish(hash);
  }

  /** Identity of all the template arguments together; that of no arguments if there are none. */
  public long argumentsId() {
    long hash = IdentityHash.start(path.listCount());
    for (int i = 0; i < path.listCount(); i++) {
      hash = mixText(hash, path.list(i));
    }
    for (int i = 0; i < path.count(); i++) {
      int element = path.element(i);
      boolean isWord = parser.nodes.kind(element) == ItaniumKind.WORD;
      hash = isWord ? IdentityHash.mix(hash, parser.nodes.a(element)) : hash;
    }
    return IdentityHash.finish(hash);
  }

  /**
   * Whether the symbol was made from a template: it or anything around it has template arguments,
   * also those that an abbreviation such as {@code Ss} for {@code std::string} stands for.
   */
  public boolean isTemplateInstance() {
    return path.isTemplateInstance();
  }

  /** Whether the symbol is a function, or a thunk to one. */
  public boolean isFunction() {
    return path.isFunction();
  }

  /**
   * Whether the symbol is made by the compiler for an entity: a virtual table, type information, a
   * guard variable, a thunk, a reference temporary and their like.
   */
  public boolean isSpecial() {
    return path.special() >= 0;
  }

  /**
   * The variant of a constructor or destructor by its letters, such as {@code C1} for the
   * constructor of a complete object, {@code C2} of a base object, {@code D0} for the destructor
   * that also frees; as {@code letter << 8 | digit}; 0 if the entity is neither.
   */
  public int variant() {
    if (path.count() == 0) {
      return 0;
    }
    int last = path.element(path.count() - 1);
    int kind = parser.nodes.kind(last);
    while (kind == ItaniumKind.TAGGED) {
      last = parser.nodes.a(last);
      kind = parser.nodes.kind(last);
    }
    if (kind == ItaniumKind.CONSTRUCTOR) {
      return 'C' << 8 | parser.nodes.b(last);
    }
    return kind == ItaniumKind.DESTRUCTOR ? 'D' << 8 | parser.nodes.b(last) : 0;
  }

  /** Whether the outermost name is {@code std}. */
  public boolean isStandard() {
    if (path.count() == 0) {
      return false;
    }
    int first = path.element(0);
    int kind = parser.nodes.kind(first);
    if (kind == ItaniumKind.WORD) {
      int word = parser.nodes.a(first);
      return word == ItaniumWords.STD || ItaniumWords.isStandardClass(word);
    }
    return false;
  }

  /**
   * First byte of the outermost name, a namespace, class or function, in the array of the slice; -1
   * if it is {@code std}, which is not spelled, or an operator.
   */
  public int outermostStart() {
    return isOutermostSpelled() ? parser.nodes.a(path.element(0)) : -1;
  }

  /** First byte after the outermost name; -1 if {@link #outermostStart()} is. */
  public int outermostEnd() {
    return isOutermostSpelled() ? parser.nodes.b(path.element(0)) : -1;
  }

  private boolean isOutermostSpelled() {
    return path.count() > 0 && parser.nodes.kind(path.element(0)) == ItaniumKind.NAME;
  }

  /** Number of template arguments of the entity and of all around it, packs taken apart. */
  public int argumentCount() {
    int count = 0;
    for (int i = 0; i < path.listCount(); i++) {
      int list = path.list(i);
      for (int j = 0; j < parser.nodes.size(list); j++) {
        count += weight(parser.nodes.item(list, j));
      }
    }
    return count;
  }

  /** Number of arguments that one item of a list stands for. */
  private int weight(int item) {
    boolean isPack = parser.nodes.kind(item) == ItaniumKind.ARGUMENT_PACK;
    return isPack ? parser.nodes.size(parser.nodes.a(item)) : 1;
  }

  /**
   * Appends the text of a template argument.
   *
   * @param index from 0 to {@link #argumentCount()}, exclusive; those of outer scopes come first
   * @throws IndexOutOfBoundsException if the index is not in that range
   */
  public void appendArgument(int index, TextBuffer out) {
    int left = index;
    for (int i = 0; i < path.listCount() && left >= 0; i++) {
      int list = path.list(i);
      for (int j = 0; j < parser.nodes.size(list); j++) {
        int item = parser.nodes.item(list, j);
        int weight = weight(item);
        if (left < weight) {
          boolean isPack = parser.nodes.kind(item) == ItaniumKind.ARGUMENT_PACK;
          append(isPack ? parser.nodes.item(parser.nodes.a(item), left) : item, out);
          return;
        }
        left -= weight;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  /**
   * Appends the text of what {@link #genericId()} stands for, such as {@code
   * std::vector::push_back} or {@code vtable for std::vector}.
   */
  public void appendGeneric(TextBuffer out) {
    if (path.special() >= 0) {
      out.put(ItaniumWords.text(path.special()));
    }
    appendPath(path.count(), out);
  }

  /** Appends what is around the entity, such as {@code std::vector}; nothing if nothing is. */
  public void appendScope(TextBuffer out) {
    appendPath(path.count() - 1, out);
  }

  private void appendPath(int to, TextBuffer out) {
    for (int i = 0; i < to; i++) {
      if (i > 0) {
        out.putSeparator();
      }
      int element = path.element(i);
      int kind = parser.nodes.kind(element);
      if (kind == ItaniumKind.WORD && ItaniumWords.isStandardInstance(parser.nodes.a(element))) {
        out.put(ItaniumWords.text(ItaniumWords.STD));
        out.putSeparator();
        out.put(ItaniumWords.lastName(parser.nodes.a(element)));
      } else if (kind == ItaniumKind.LAMBDA) {
        out.put(ItaniumWords.text(ItaniumWords.LAMBDA));
        out.putDecimal(parser.nodes.b(element));
        out.put('}');
      } else {
        append(element, out);
      }
    }
  }

  /** Where the suffix starts in the array of the slice; the end of the name if it has none. */
  public int suffixStart() {
    return isRead ? parser.suffixStart() : -1;
  }

  /** Appends a node; nothing if it is more than is written of one name. */
  private boolean append(int node, TextBuffer out) {
    int before = out.length();
    boolean isPrinted = printer.print(parser.nodes, node, bytes, out);
    if (!isPrinted) {
      out.truncate(before);
    }
    return isPrinted;
  }

  private long mixText(long hash, int node) {
    scratch.clear();
    append(node, scratch);
    return scratch.mixInto(hash);
  }

  private long mix(long hash, int node) {
    ItaniumNodes nodes = parser.nodes;
    int a = nodes.a(node);
    switch (nodes.kind(node)) {
      case ItaniumKind.NAME -> {
        return IdentityHash.mix(hash, bytes, a, nodes.b(node));
      }
      case ItaniumKind.WORD -> {
        return mixWord(hash, a);
      }
      case ItaniumKind.OPERATOR -> {
        return IdentityHash.mix(hash, ItaniumOperators.code(a));
      }
      case ItaniumKind.TAGGED -> {
        return mixTagged(hash, node);
      }
      case ItaniumKind.CONSTRUCTOR, ItaniumKind.DESTRUCTOR -> {
        return IdentityHash.mix(hash, nodes.kind(node));
      }
      case ItaniumKind.CONVERSION -> {
        boolean isWord = nodes.kind(a) == ItaniumKind.WORD;
        return IdentityHash.mix(hash, isWord ? nodes.a(a) : -1);
      }
      case ItaniumKind.LAMBDA -> {
        return IdentityHash.mix(hash, (long) nodes.size(a) << 32 | nodes.b(node));
      }
      default -> {
        return mixText(hash, node);
      }
    }
  }

  /** Goes through the tags without recursion, because how many there are is up to the file. */
  private long mixTagged(long hash, int node) {
    long mixed = hash;
    int at = node;
    while (parser.nodes.kind(at) == ItaniumKind.TAGGED) {
      mixed = mix(mixed, parser.nodes.b(at));
      at = parser.nodes.a(at);
    }
    return mix(mixed, at);
  }

  /** An abbreviated class counts as its two names, so that its arguments make no difference. */
  private static long mixWord(long hash, int word) {
    byte[] std = ItaniumWords.text(ItaniumWords.STD);
    byte[] last = ItaniumWords.lastName(word);
    if (!ItaniumWords.isStandardClass(word)) {
      return IdentityHash.mix(hash, last, 0, last.length);
    }
    return IdentityHash.mix(IdentityHash.mix(hash, std, 0, std.length), last, 0, last.length);
  }
}
