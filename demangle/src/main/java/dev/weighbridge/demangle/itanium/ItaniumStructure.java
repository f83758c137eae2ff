package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.itanium.printer.ItaniumPrinter;
import dev.weighbridge.demangle.itanium.reader.ItaniumReader;
import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumOperators;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.IdentityHash;
import dev.weighbridge.demangle.text.Utf8Buffer;

/**
 * The structure of one name after another, read without making an object for any of them. The
 * facade's reader says in full what each answer means.
 */
public final class ItaniumStructure {
  private final ItaniumReader reader = new ItaniumReader();
  private final ItaniumPrinter printer = new ItaniumPrinter(reader.nodes());
  private final ItaniumPath path = new ItaniumPath();
  private final Utf8Buffer scratch = new Utf8Buffer();
  private byte[] bytes = new byte[0];
  private boolean isRead;

  /** Reads a name; false if it is not Itanium C++, and then it tells nothing. */
  public boolean read(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    int node = reader.read(bytes, from, to);
    isRead = node >= 0 && !LegacyRustName.is(reader.nodes(), node, bytes);
    if (isRead) {
      path.walk(reader.nodes(), node);
    } else {
      path.clear();
    }
    return isRead;
  }

  /** Identity of the path without template arguments. */
  public long genericId() {
    return id(path.count());
  }

  /** Identity of the path without its last name. */
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

  /** Identity of all the template arguments together. */
  public long argumentsId() {
    long hash = IdentityHash.start(path.listCount());
    for (int i = 0; i < path.listCount(); i++) {
      hash = mixText(hash, path.list(i));
    }
    for (int i = 0; i < path.count(); i++) {
      int element = path.element(i);
      boolean isWord = reader.nodes().kind(element) == ItaniumKind.WORD;
      hash = isWord ? IdentityHash.mix(hash, reader.nodes().a(element)) : hash;
    }
    return IdentityHash.finish(hash);
  }

  /** Whether something in the name has template arguments, spelled or abbreviated. */
  public boolean isTemplateInstance() {
    return path.isTemplateInstance();
  }

  /** Whether the symbol is a function, or a thunk to one. */
  public boolean isFunction() {
    return path.isFunction();
  }

  /** Whether the symbol is made by the compiler for an entity. */
  public boolean isSpecial() {
    return path.special() >= 0;
  }

  /**
   * The variant of a constructor or destructor, as letter and digit; 0 if the entity is neither.
   */
  public int variant() {
    if (path.count() == 0) {
      return 0;
    }
    int last = path.element(path.count() - 1);
    int kind = reader.nodes().kind(last);
    while (kind == ItaniumKind.TAGGED) {
      last = reader.nodes().a(last);
      kind = reader.nodes().kind(last);
    }
    if (kind == ItaniumKind.CONSTRUCTOR) {
      return 'C' << 8 | reader.nodes().b(last);
    }
    return kind == ItaniumKind.DESTRUCTOR ? 'D' << 8 | reader.nodes().b(last) : 0;
  }

  /** Whether the outermost name is {@code std}. */
  public boolean isStandard() {
    if (path.count() == 0) {
      return false;
    }
    int first = path.element(0);
    int kind = reader.nodes().kind(first);
    if (kind == ItaniumKind.WORD) {
      int word = reader.nodes().a(first);
      return word == ItaniumWords.STD || ItaniumWords.isStandardClass(word);
    }
    return false;
  }

  /** First byte of the outermost name; -1 if it is not spelled. */
  public int outermostStart() {
    return isOutermostSpelled() ? reader.nodes().a(path.element(0)) : -1;
  }

  /** First byte after the outermost name; -1 if it is not spelled. */
  public int outermostEnd() {
    return isOutermostSpelled() ? reader.nodes().b(path.element(0)) : -1;
  }

  private boolean isOutermostSpelled() {
    return path.count() > 0 && reader.nodes().kind(path.element(0)) == ItaniumKind.NAME;
  }

  /** Number of template arguments of the entity and of all around it, packs taken apart. */
  public int argumentCount() {
    int count = 0;
    for (int i = 0; i < path.listCount(); i++) {
      int list = path.list(i);
      for (int j = 0; j < reader.nodes().size(list); j++) {
        count += weight(reader.nodes().item(list, j));
      }
    }
    return count;
  }

  /** Number of arguments that one item of a list stands for. */
  private int weight(int item) {
    boolean isPack = reader.nodes().kind(item) == ItaniumKind.ARGUMENT_PACK;
    return isPack ? reader.nodes().size(reader.nodes().a(item)) : 1;
  }

  /** Appends the text of a template argument; those of outer scopes come first. */
  public void appendArgument(int index, Utf8Buffer out) {
    int left = index;
    for (int i = 0; i < path.listCount() && left >= 0; i++) {
      int list = path.list(i);
      for (int j = 0; j < reader.nodes().size(list); j++) {
        int item = reader.nodes().item(list, j);
        int weight = weight(item);
        if (left < weight) {
          boolean isPack = reader.nodes().kind(item) == ItaniumKind.ARGUMENT_PACK;
          append(isPack ? reader.nodes().item(reader.nodes().a(item), left) : item, out);
          return;
        }
        left -= weight;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Appends the text of what {@link #genericId()} stands for. */
  public void appendGeneric(Utf8Buffer out) {
    if (path.special() >= 0) {
      out.put(ItaniumWords.text(path.special()));
    }
    appendPath(path.count(), out);
  }

  /** Appends what is around the entity; nothing if nothing is. */
  public void appendScope(Utf8Buffer out) {
    appendPath(path.count() - 1, out);
  }

  private void appendPath(int to, Utf8Buffer out) {
    for (int i = 0; i < to; i++) {
      if (i > 0) {
        out.putSeparator();
      }
      int element = path.element(i);
      int kind = reader.nodes().kind(element);
      if (kind == ItaniumKind.WORD && ItaniumWords.isStandardInstance(reader.nodes().a(element))) {
        out.put(ItaniumWords.text(ItaniumWords.STD));
        out.putSeparator();
        out.put(ItaniumWords.lastName(reader.nodes().a(element)));
      } else if (kind == ItaniumKind.LAMBDA) {
        out.put(ItaniumWords.text(ItaniumWords.LAMBDA));
        out.putDecimal(reader.nodes().b(element));
        out.put('}');
      } else {
        append(element, out);
      }
    }
  }

  /** Where the suffix starts; the end of the name if it has none; -1 if there is no name. */
  public int suffixStart() {
    return isRead ? reader.suffixStart() : -1;
  }

  /** Appends a node; nothing if it is more than is written of one name. */
  private boolean append(int node, Utf8Buffer out) {
    int before = out.length();
    boolean isPrinted = printer.print(node, bytes, out);
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
    ItaniumNodes nodes = reader.nodes();
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
        return IdentityHash.mix(hash, nodes.kind(node) == ItaniumKind.CONSTRUCTOR ? 'C' : 'D');
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
    while (reader.nodes().kind(at) == ItaniumKind.TAGGED) {
      mixed = mix(mixed, reader.nodes().b(at));
      at = reader.nodes().a(at);
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
