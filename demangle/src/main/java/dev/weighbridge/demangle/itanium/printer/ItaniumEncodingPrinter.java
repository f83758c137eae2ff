package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;

/** Writes encodings and special names. */
final class ItaniumEncodingPrinter {
  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumLists lists;
  private final ItaniumTypePrinter types;
  private final ItaniumNodePrinter printer;

  /** The member name whose qualifiers are written behind the parameters, not behind the name. */
  private int hiddenMember;

  ItaniumEncodingPrinter(
      ItaniumOutput out,
      ItaniumMeanings meanings,
      ItaniumLists lists,
      ItaniumTypePrinter types,
      ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.lists = lists;
    this.types = types;
    this.printer = printer;
  }

  void begin() {
    hiddenMember = ItaniumNodes.NONE;
  }

  /** The member name whose qualifiers are not to be written behind it; -1 if there is none. */
  int hiddenMember() {
    return hiddenMember;
  }

  /** Writes an encoding or a special name. */
  void print(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.FUNCTION_ENTITY -> printFunction(node, true);
      case ItaniumKind.SPECIAL -> {
        out.put(ItaniumWords.text(nodes.a(node)));
        printer.print(nodes.b(node));
      }
      case ItaniumKind.CONSTRUCTION_TABLE -> {
        out.put("construction vtable for ");
        printer.print(nodes.a(node));
        out.put("-in-");
        printer.print(nodes.b(node));
      }
      case ItaniumKind.TEMPORARY -> {
        out.put("reference temporary #");
        out.putNumber(nodes.a(node));
        out.put(" for ");
        printer.print(nodes.b(node));
      }
      default -> out.fail();
    }
  }

  /** The function around a local entity, without its return type. */
  void printScope(int node) {
    if (nodes.kind(node) == ItaniumKind.FUNCTION_ENTITY && out.enter()) {
      printFunction(node, false);
      out.leave();
    } else {
      printer.print(node);
    }
  }

  /** Name, parameters and what is right of them; for templates the return type before it. */
  private void printFunction(int node, boolean hasResult) {
    int name = nodes.a(node);
    int type = nodes.b(node);
    int outerMember = hiddenMember;
    int outerArguments = meanings.scopeArguments;
    boolean outerLambda = meanings.isLambda;
    meanings.isLambda = false;
    hiddenMember = member(name);
    meanings.scopeArguments = arguments(name);
    int result = hasResult ? nodes.a(type) : ItaniumNodes.NONE;
    if (result >= 0) {
      printer.left(result);
      if (!types.isDeclarator(result)) {
        out.put(' ');
      }
    }
    printer.print(name);
    boolean isMember = hiddenMember >= 0;
    boolean hasObject =
        isMember && (nodes.b(hiddenMember) & ItaniumQualifiers.EXPLICIT_OBJECT) != 0;
    lists.printParameters(nodes.b(type), hasObject ? "this " : "");
    if (isMember) {
      ItaniumQualifiers.print(nodes.b(hiddenMember), out.text);
    }
    if (result >= 0) {
      printer.right(result);
    }
    if (nodes.c(node) >= 0) {
      printClauses(nodes.c(node));
    }
    hiddenMember = outerMember;
    meanings.scopeArguments = outerArguments;
    meanings.isLambda = outerLambda;
  }

  private void printClauses(int list) {
    boolean outer = meanings.isConstraint;
    meanings.isConstraint = true;
    for (int i = 0; i < nodes.size(list) && !out.isBroken(); i++) {
      int clause = nodes.item(list, i);
      if (nodes.kind(clause) == ItaniumKind.ENABLE_IF) {
        out.put(" [enable_if:");
        lists.print(nodes.a(clause));
        out.put(']');
      } else {
        out.put(" requires ");
        printer.print(nodes.a(clause));
      }
    }
    meanings.isConstraint = outer;
  }

  /** The part of a function's name that has the qualifiers of this; -1 if there are none. */
  private int member(int name) {
    int at = lastEntity(name);
    return nodes.kind(at) == ItaniumKind.MEMBER ? at : ItaniumNodes.NONE;
  }

  /** The arguments of a function's name itself; -1 if it has none. */
  private int arguments(int name) {
    int at = lastEntity(name);
    if (nodes.kind(at) == ItaniumKind.MEMBER) {
      at = nodes.a(at);
    }
    return nodes.kind(at) == ItaniumKind.TEMPLATE ? nodes.b(at) : ItaniumNodes.NONE;
  }

  private int lastEntity(int name) {
    int at = name;
    for (int steps = 0; steps < ItaniumNodes.MAX_DEPTH; steps++) {
      int kind = nodes.kind(at);
      boolean isInArgument =
          kind == ItaniumKind.NESTED
              && nodes.a(at) >= 0
              && nodes.kind(nodes.a(at)) == ItaniumKind.DEFAULT_ARGUMENT;
      if (kind != ItaniumKind.LOCAL && !isInArgument) {
        return at;
      }
      at = nodes.b(at);
    }
    return at;
  }
}
