package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;

/** Writes lists of types and arguments, and packs as often as they have elements. */
final class ItaniumLists {
  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumNodePrinter printer;

  ItaniumLists(ItaniumOutput out, ItaniumMeanings meanings, ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.printer = printer;
  }

  /** Writes the items with commas; one that writes nothing, as an empty pack, has none. */
  void print(int list) {
    int size = nodes.size(list);
    boolean isFirst = true;
    for (int i = 0; i < size && !out.isBroken(); i++) {
      int before = out.text.length();
      if (!isFirst) {
        out.put(", ");
      }
      int start = out.text.length();
      printer.print(nodes.item(list, i));
      if (out.text.length() == start && !out.isBroken()) {
        out.text.truncate(before);
      } else {
        isFirst = false;
      }
    }
  }

  /** Writes parameters between parentheses; a single void stands for none. */
  void printParameters(int list) {
    printParameters(list, "");
  }

  /** The same with a word before the first. */
  void printParameters(int list, String word) {
    out.put('(');
    if (nodes.size(list) != 1 || !isVoid(nodes.item(list, 0))) {
      out.put(word);
      print(list);
    }
    out.put(')');
  }

  private boolean isVoid(int node) {
    return nodes.kind(node) == ItaniumKind.WORD && ItaniumWords.letter(nodes.a(node)) == 'v';
  }

  /** Writes arguments in angle brackets; two of them that meet are kept apart, as in C++98. */
  void printArguments(int list) {
    if (out.lastByte() == '<') {
      out.put(' ');
    }
    out.put('<');
    print(list);
    if (out.lastByte() == '>') {
      out.put(' ');
    }
    out.put('>');
  }

  /** Writes a pattern once for each element of the packs in it; without a pack with dots. */
  void printExpansion(int pattern) {
    int outerIndex = meanings.packIndex;
    int outerSize = meanings.packSize;
    int before = out.text.length();
    meanings.packIndex = 0;
    meanings.packSize = ItaniumMeanings.NO_PACK;
    printer.print(pattern);
    int size = meanings.packSize;
    if (size == ItaniumMeanings.NO_PACK) {
      if (!meanings.isSimple(pattern)) {
        out.text.insert(before, '(');
        out.put(')');
      }
      out.put("...");
    } else if (size == 0) {
      out.text.truncate(before);
    }
    for (int i = 1; i < size && !out.isBroken(); i++) {
      out.put(", ");
      meanings.packIndex = i;
      printer.print(pattern);
    }
    meanings.packIndex = outerIndex;
    meanings.packSize = outerSize;
  }

  /** How many elements an expansion of a pattern has; -1 if no pack is in it. */
  int expansionSize(int pattern) {
    int outerIndex = meanings.packIndex;
    int outerSize = meanings.packSize;
    int before = out.text.length();
    meanings.packIndex = 0;
    meanings.packSize = ItaniumMeanings.NO_PACK;
    printer.print(pattern);
    int size = meanings.packSize;
    meanings.packIndex = outerIndex;
    meanings.packSize = outerSize;
    if (!out.isBroken()) {
      out.text.truncate(before);
    }
    return size;
  }
}
