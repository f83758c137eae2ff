package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.text.Utf8Buffer;

/** Writes a tree as GNU c++filt does, with one class for each sort of nodes. */
public final class ItaniumPrinter implements ItaniumNodePrinter {
  private final ItaniumNodes nodes;
  private final ItaniumOutput out;
  private final ItaniumMeanings meanings;
  private final ItaniumTypePrinter types;
  private final ItaniumEncodingPrinter encodings;
  private final ItaniumNamePrinter names;
  private final ItaniumExpressionPrinter expressions;

  /** Makes a printer of one tree, whatever it holds when it is printed. */
  public ItaniumPrinter(ItaniumNodes nodes) {
    this.nodes = nodes;
    out = new ItaniumOutput(nodes);
    meanings = new ItaniumMeanings(out);
    ItaniumLists lists = new ItaniumLists(out, meanings, this);
    types = new ItaniumTypePrinter(out, meanings, lists, this);
    encodings = new ItaniumEncodingPrinter(out, meanings, lists, types, this);
    ItaniumLambdaPrinter lambdas = new ItaniumLambdaPrinter(out, meanings, lists, this);
    names = new ItaniumNamePrinter(out, meanings, lists, encodings, lambdas, this);
    expressions = new ItaniumExpressionPrinter(out, meanings, lists, this);
  }

  /**
   * Appends the text of a node.
   *
   * @param bytes holds the name that the tree was read from
   * @return false if it is too long, too deep or too much work; then it is cut somewhere
   */
  public boolean print(int node, byte[] bytes, Utf8Buffer text) {
    out.begin(bytes, text);
    meanings.begin();
    encodings.begin();
    text.limit();
    print(node);
    boolean isPrinted = !out.isBroken();
    int length = text.length();
    text.unlimit();
    text.truncate(length);
    return isPrinted;
  }

  @Override
  public void print(int node) {
    if (ItaniumKind.isLeaf(nodes.kind(node))) {
      names.print(node);
      return;
    }
    if (out.enter()) {
      int meaning = meanings.of(node);
      if (meaning >= 0) {
        printLeft(meaning);
        printRight(meaning);
      }
    }
    out.leave();
  }

  @Override
  public void left(int node) {
    if (out.enter()) {
      int meaning = meanings.of(node);
      if (meaning >= 0) {
        printLeft(meaning);
      }
    }
    out.leave();
  }

  @Override
  public void right(int node) {
    if (out.enter()) {
      int meaning = meanings.of(node);
      if (meaning >= 0) {
        printRight(meaning);
      }
    }
    out.leave();
  }

  private void printLeft(int node) {
    int kind = nodes.kind(node);
    if (ItaniumKind.isName(kind)) {
      names.print(node);
    } else if (ItaniumKind.isType(kind)) {
      types.printLeft(node);
    } else if (ItaniumKind.isEncoding(kind)) {
      encodings.print(node);
    } else {
      expressions.print(node);
    }
  }

  private void printRight(int node) {
    if (ItaniumKind.isType(nodes.kind(node))) {
      types.printRight(node);
    }
  }
}
