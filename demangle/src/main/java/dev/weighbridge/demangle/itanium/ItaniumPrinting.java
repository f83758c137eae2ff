package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Utf8Buffer;

/** What the printers of an Itanium C++ name share: lists, packs and the bounds on the work. */
abstract class ItaniumPrinting {
  /** Deepest nesting that is printed: of the name itself and what its parameters stand for. */
  private static final int MAX_DEPTH = 256;

  /** Nodes that are printed for one name; a million bytes of text need fewer. */
  private static final int MAX_STEPS = 500_000;

  private static final int NO_PACK = -1;

  /** Parameters that may stand for one another in turn. */
  private static final int MAX_CHAIN = 8;

  ItaniumNodes nodes;
  byte[] bytes;
  Utf8Buffer out;

  /** Which element of a pack is printed. */
  private int packIndex;

  /** Size of the pack met last; {@link #NO_PACK} since an expansion began. */
  private int packSize;

  /** Arguments of the function template that is printed; -1 if it is none. */
  int scopeArguments;

  /** Whether the parameters of a lambda are printed. */
  boolean isLambda;

  /** The template parameters that a lambda declares; -1 if it declares none. */
  int lambdaDeclarations;

  private int depth;
  private int steps;
  private boolean broken;

  final void begin(ItaniumNodes newNodes, byte[] newBytes, Utf8Buffer newOut) {
    nodes = newNodes;
    bytes = newBytes;
    out = newOut;
    packIndex = 0;
    packSize = NO_PACK;
    scopeArguments = ItaniumNodes.NONE;
    lambdaDeclarations = ItaniumNodes.NONE;
    isLambda = false;
    depth = 0;
    steps = 0;
    broken = false;
  }

  final boolean isBroken() {
    return broken || out.isFull();
  }

  final void fail() {
    broken = true;
  }

  final boolean enter() {
    depth++;
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      broken = true;
    }
    return !isBroken();
  }

  final void leave() {
    depth--;
  }

  final void put(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      out.put(ascii.charAt(i));
    }
  }

  final int lastByte() {
    return out.length() == 0 ? 0 : out.byteAt(out.length() - 1);
  }

  /** Writes the items with commas; one that writes nothing, as an empty pack, has none. */
  final void printList(int list) {
    int size = nodes.size(list);
    boolean isFirst = true;
    for (int i = 0; i < size && !isBroken(); i++) {
      int before = out.length();
      if (!isFirst) {
        put(", ");
      }
      int start = out.length();
      print(nodes.item(list, i));
      if (out.length() == start && !isBroken()) {
        out.truncate(before);
      } else {
        isFirst = false;
      }
    }
  }

  /** Writes parameters between parentheses; a single void stands for none. */
  final void printParameters(int list) {
    out.put('(');
    if (nodes.size(list) != 1 || !isVoid(nodes.item(list, 0))) {
      printList(list);
    }
    out.put(')');
  }

  private boolean isVoid(int node) {
    return nodes.kind(node) == ItaniumKind.WORD && ItaniumWords.letter(nodes.a(node)) == 'v';
  }

  /** Writes a pattern once for each element of the packs in it; without a pack with dots. */
  final void printExpansion(int pattern) {
    int outerIndex = packIndex;
    int outerSize = packSize;
    int before = out.length();
    packIndex = 0;
    packSize = NO_PACK;
    print(pattern);
    int size = packSize;
    if (size == NO_PACK) {
      if (!isSimple(pattern)) {
        out.insert(before, '(');
        out.put(')');
      }
      put("...");
    } else if (size == 0) {
      out.truncate(before);
    }
    for (int i = 1; i < size && !isBroken(); i++) {
      put(", ");
      packIndex = i;
      print(pattern);
    }
    packIndex = outerIndex;
    packSize = outerSize;
  }

  /** How many elements an expansion of a pattern has; -1 if no pack is in it. */
  final int expansionSize(int pattern) {
    int outerIndex = packIndex;
    int outerSize = packSize;
    int before = out.length();
    packIndex = 0;
    packSize = NO_PACK;
    print(pattern);
    int size = packSize;
    packIndex = outerIndex;
    packSize = outerSize;
    if (!isBroken()) {
      out.truncate(before);
    }
    return size;
  }

  /** The element of a pack that is due; -1 if there is none. */
  private int packElement(int list) {
    packSize = Math.max(packSize, nodes.size(list));
    return packIndex < nodes.size(list) ? nodes.item(list, packIndex) : ItaniumNodes.NONE;
  }

  /**
   * What a node stands for: itself; for a template parameter its argument, and of that the element
   * that is due if it is a pack; -1 if it stands for nothing.
   */
  final int meaning(int node) {
    int at = node;
    for (int steps = 0; at >= 0 && isParameter(at); steps++) {
      int argument = argument(at);
      if (argument == at) {
        // Only the parameters of a generic lambda have no argument.
        broken |= nodes.c(at) == 0;
        return at;
      }
      if (steps > MAX_CHAIN) {
        broken = true;
        return ItaniumNodes.NONE;
      }
      boolean isPack = nodes.kind(argument) == ItaniumKind.ARGUMENT_PACK;
      at = isPack ? packElement(nodes.a(argument)) : argument;
    }
    return at;
  }

  private boolean isParameter(int node) {
    return !isLambda && nodes.kind(node) == ItaniumKind.TEMPLATE_PARAMETER;
  }

  /**
   * The argument a parameter stands for: that of the function being written, because the parameter
   * may be a substitution for one of another function; or the one known when it was read.
   */
  private int argument(int parameter) {
    int index = nodes.a(parameter);
    if (scopeArguments >= 0 && index < nodes.size(scopeArguments)) {
      return nodes.item(scopeArguments, index);
    }
    return nodes.b(parameter) >= 0 ? nodes.b(parameter) : parameter;
  }

  /** Writes a whole node. */
  abstract void print(int node);

  /** Whether an operand needs no parentheses. */
  abstract boolean isSimple(int node);

  /** Writes a node that is neither a type nor an expression. */
  abstract void printName(int node);

  /** Writes an expression. */
  abstract void printExpression(int node);
}
