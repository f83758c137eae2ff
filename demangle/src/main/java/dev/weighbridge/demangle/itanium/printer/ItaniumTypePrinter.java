package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;

/**
 * Writes types the way C++ does, inside out: what stands left of the declared thing, then what
 * stands right of it.
 */
final class ItaniumTypePrinter {
  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumLists lists;
  private final ItaniumNodePrinter printer;

  ItaniumTypePrinter(
      ItaniumOutput out, ItaniumMeanings meanings, ItaniumLists lists, ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.lists = lists;
    this.printer = printer;
  }

  /** Writes what stands left of the declared thing. */
  void printLeft(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.POINTER -> pointerLeft(nodes.a(node), "*");
      case ItaniumKind.REFERENCE, ItaniumKind.RVALUE_REFERENCE ->
          pointerLeft(referred(node), isRvalue(node) ? "&&" : "&");
      case ItaniumKind.QUALIFIED -> {
        printer.left(nodes.a(node));
        ItaniumQualifiers.print(nodes.b(node) & ~innerQualifiers(nodes.a(node)), out.text);
      }
      case ItaniumKind.VENDOR_QUALIFIED -> {
        printer.left(nodes.a(node));
        printVendor(node);
      }
      case ItaniumKind.FUNCTION -> {
        printer.left(nodes.a(node));
        if (!isDeclarator(nodes.a(node))) {
          out.put(' ');
        }
      }
      case ItaniumKind.ARRAY -> printer.left(nodes.a(node));
      case ItaniumKind.MEMBER_POINTER -> memberPointerLeft(node);
      case ItaniumKind.SUFFIXED -> printSuffixed(node);
      case ItaniumKind.VECTOR -> printVector(node);
      case ItaniumKind.BIT_INTEGER -> {
        out.put(nodes.b(node) == 1 ? "_BitInt(" : "unsigned _BitInt(");
        printer.print(nodes.a(node));
        out.put(')');
      }
      default -> out.fail();
    }
  }

  /** Writes what stands right of the declared thing; nothing for anything but a type. */
  void printRight(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.POINTER -> pointerRight(nodes.a(node));
      case ItaniumKind.REFERENCE, ItaniumKind.RVALUE_REFERENCE -> pointerRight(referred(node));
      case ItaniumKind.QUALIFIED, ItaniumKind.VENDOR_QUALIFIED -> printer.right(nodes.a(node));
      case ItaniumKind.FUNCTION -> functionRight(node, 0);
      case ItaniumKind.ARRAY -> arrayRight(node);
      case ItaniumKind.MEMBER_POINTER -> pointerRight(nodes.b(node));
      default -> {}
    }
  }

  /** Whether a type is a function or an array, so that a pointer to it needs parentheses. */
  private boolean isFunctionOrArray(int type) {
    int at = unqualified(type);
    return at >= 0
        && (nodes.kind(at) == ItaniumKind.FUNCTION || nodes.kind(at) == ItaniumKind.ARRAY);
  }

  /** Whether a type has something that stands right of the declared thing. */
  boolean isDeclarator(int type) {
    int at = type;
    for (int steps = 0; steps < ItaniumNodes.MAX_DEPTH; steps++) {
      at = unqualified(at);
      if (at < 0) {
        return false;
      }
      switch (nodes.kind(at)) {
        case ItaniumKind.FUNCTION, ItaniumKind.ARRAY -> {
          return true;
        }
        case ItaniumKind.POINTER, ItaniumKind.REFERENCE, ItaniumKind.RVALUE_REFERENCE ->
            at = nodes.a(at);
        case ItaniumKind.MEMBER_POINTER -> at = nodes.b(at);
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private int unqualified(int type) {
    int at = meanings.of(type);
    while (at >= 0 && isQualified(nodes.kind(at))) {
      at = meanings.of(nodes.a(at));
    }
    return at;
  }

  private static boolean isQualified(int kind) {
    return kind == ItaniumKind.QUALIFIED || kind == ItaniumKind.VENDOR_QUALIFIED;
  }

  /**
   * Qualifiers that the type has already, as an argument does that a parameter stands for; those of
   * an array are those of its elements.
   */
  private int innerQualifiers(int type) {
    int at = meanings.of(type);
    for (int steps = 0; at >= 0 && nodes.kind(at) == ItaniumKind.ARRAY; steps++) {
      at = steps < ItaniumNodes.MAX_DEPTH ? meanings.of(nodes.a(at)) : ItaniumNodes.NONE;
    }
    return at >= 0 && nodes.kind(at) == ItaniumKind.QUALIFIED ? nodes.b(at) : 0;
  }

  private void pointerLeft(int type, String mark) {
    pointedLeft(type, false);
    out.put(mark);
  }

  /** Writes what stands left of a pointer's mark; false if that needs no parenthesis. */
  private boolean pointedLeft(int type, boolean isMember) {
    int function = vendorQualifiedFunction(type);
    printer.left(function < 0 ? type : function);
    boolean isOpen = openParenthesis(type, isMember || function >= 0);
    if (function >= 0) {
      printQualifiersOf(type);
    }
    return isOpen;
  }

  /**
   * The function behind qualifiers of a vendor, which stand beside the mark; -1 if there is none.
   */
  private int vendorQualifiedFunction(int type) {
    boolean isVendor = false;
    int at = meanings.of(type);
    while (at >= 0 && isQualified(nodes.kind(at))) {
      isVendor |= nodes.kind(at) == ItaniumKind.VENDOR_QUALIFIED;
      at = meanings.of(nodes.a(at));
    }
    boolean isFunction = at >= 0 && nodes.kind(at) == ItaniumKind.FUNCTION;
    return isVendor && isFunction ? at : ItaniumNodes.NONE;
  }

  /** Writes the qualifiers around a type without the type, the innermost first. */
  private void printQualifiersOf(int type) {
    int at = meanings.of(type);
    if (out.enter() && at >= 0 && isQualified(nodes.kind(at))) {
      printQualifiersOf(nodes.a(at));
      if (nodes.kind(at) == ItaniumKind.VENDOR_QUALIFIED) {
        printVendor(at);
      } else {
        ItaniumQualifiers.print(nodes.b(at), out.text);
      }
    }
    out.leave();
  }

  private void pointerRight(int type) {
    if (isFunctionOrArray(type)) {
      out.put(')');
    }
    printer.right(type);
  }

  /** Opens the parentheses that a pointer to a function or an array needs; false for any other. */
  private boolean openParenthesis(int type, boolean isApart) {
    int at = unqualified(type);
    if (at < 0) {
      return false;
    }
    int last = out.lastByte();
    if (nodes.kind(at) == ItaniumKind.ARRAY) {
      out.put(last == ' ' ? "(" : " (");
      return true;
    }
    if (nodes.kind(at) == ItaniumKind.FUNCTION) {
      boolean isTight = last == ' ' || (!isApart && (last == '(' || last == '*'));
      out.put(isTight ? "(" : " (");
      return true;
    }
    return false;
  }

  /** A reference to a reference is one: of the two kinds the lvalue reference wins. */
  private int referred(int node) {
    int at = meanings.of(nodes.a(node));
    while (at >= 0 && isReference(nodes.kind(at))) {
      at = meanings.of(nodes.a(at));
    }
    return at < 0 ? nodes.a(node) : at;
  }

  private boolean isRvalue(int node) {
    int at = node;
    while (at >= 0 && isReference(nodes.kind(at))) {
      if (nodes.kind(at) == ItaniumKind.REFERENCE) {
        return false;
      }
      at = meanings.of(nodes.a(at));
    }
    return true;
  }

  private static boolean isReference(int kind) {
    return kind == ItaniumKind.REFERENCE || kind == ItaniumKind.RVALUE_REFERENCE;
  }

  private void memberPointerLeft(int node) {
    if (!pointedLeft(nodes.b(node), true)) {
      out.put(' ');
    }
    printer.print(nodes.a(node));
    out.put("::*");
  }

  /** Writes parameters, the qualifiers of this, and what stands right of the return type. */
  void functionRight(int node, int thisQualifiers) {
    lists.printParameters(nodes.b(node));
    int qualifiers = nodes.c(node);
    ItaniumQualifiers.print(thisQualifiers | (qualifiers < 0 ? 0 : nodes.a(qualifiers)), out.text);
    if (qualifiers >= 0 && nodes.b(qualifiers) >= 0) {
      out.put(' ');
      printer.print(nodes.b(qualifiers));
    }
    if (nodes.a(node) >= 0) {
      printer.right(nodes.a(node));
    }
  }

  private void arrayRight(int node) {
    if (out.lastByte() != ']') {
      out.put(' ');
    }
    out.put('[');
    if (nodes.b(node) >= 0) {
      printer.print(nodes.b(node));
    }
    out.put(']');
    printer.right(nodes.a(node));
  }

  private void printVendor(int node) {
    out.put(' ');
    printer.print(nodes.b(node));
    if (nodes.c(node) >= 0) {
      lists.printArguments(nodes.c(node));
    }
  }

  private void printSuffixed(int node) {
    boolean isFloat = nodes.b(node) == ItaniumWords.floatWord();
    if (isFloat) {
      out.put(ItaniumWords.text(nodes.b(node)));
    }
    printer.print(nodes.a(node));
    if (!isFloat) {
      out.put(ItaniumWords.text(nodes.b(node)));
    } else if (nodes.c(node) == 1) {
      out.put('x');
    }
  }

  private void printVector(int node) {
    if (nodes.a(node) < 0) {
      out.put("pixel");
    } else {
      printer.print(nodes.a(node));
    }
    out.put(" __vector(");
    printer.print(nodes.b(node));
    out.put(')');
  }
}
