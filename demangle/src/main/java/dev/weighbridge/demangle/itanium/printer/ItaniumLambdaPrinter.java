package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;

/** Writes closure types and the template parameters that they declare. */
final class ItaniumLambdaPrinter {
  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumLists lists;
  private final ItaniumNodePrinter printer;

  ItaniumLambdaPrinter(
      ItaniumOutput out, ItaniumMeanings meanings, ItaniumLists lists, ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.lists = lists;
    this.printer = printer;
  }

  /** Writes a closure type: its parameters and number. */
  void print(int node) {
    boolean outerLambda = meanings.isLambda;
    int outerDeclarations = meanings.lambdaDeclarations;
    meanings.isLambda = true;
    meanings.lambdaDeclarations = nodes.c(node);
    out.put("{lambda");
    if (meanings.lambdaDeclarations >= 0) {
      printDeclarations(meanings.lambdaDeclarations);
    }
    lists.printParameters(nodes.a(node));
    meanings.isLambda = outerLambda;
    meanings.lambdaDeclarations = outerDeclarations;
    out.put('#');
    out.putNumber(nodes.b(node));
    out.put('}');
  }

  private void printDeclarations(int list) {
    out.put('<');
    for (int i = 0; i < nodes.size(list) && !out.isBroken(); i++) {
      if (i > 0) {
        out.put(", ");
      }
      if (out.enter()) {
        printDeclaration(nodes.item(list, i), i);
      }
      out.leave();
    }
    out.put('>');
  }

  /** A template parameter that a lambda declares: it is called by its sort and number. */
  void printDeclaration(int node, int number) {
    int content = nodes.c(node);
    int letter = nodes.b(node);
    if (nodes.a(node) >= 0) {
      printer.print(content);
      out.put(' ');
      printer.print(nodes.a(node));
      return;
    }
    printSort(node);
    out.put(' ');
    printParameterName(letter == 'p' ? nodes.b(content) : letter, number);
  }

  private void printSort(int node) {
    int content = nodes.c(node);
    switch (nodes.b(node)) {
      case 'n', 'k' -> printer.print(content);
      case 't' -> printTemplateSort(content);
      case 'p' -> {
        printSort(content);
        out.put("...");
      }
      default -> out.put("typename");
    }
  }

  /** Parameters of a template that is a parameter have no names. */
  private void printTemplateSort(int list) {
    out.put("template<");
    for (int i = 0; i < nodes.size(list) && !out.isBroken(); i++) {
      if (i > 0) {
        out.put(", ");
      }
      if (out.enter()) {
        printSort(nodes.item(list, i));
      }
      out.leave();
    }
    out.put("> class");
  }

  private void printParameterName(int letter, int number) {
    out.put(letter == 'n' ? "$N" : letter == 't' ? "$TT" : "$T");
    out.putNumber(number);
  }

  /** Writes a parameter of a generic lambda by its number from 1. */
  void printAuto(int number) {
    if (meanings.lambdaDeclarations < 0 || number > nodes.size(meanings.lambdaDeclarations)) {
      out.put("auto:");
      out.putNumber(number);
      return;
    }
    int declaration = nodes.item(meanings.lambdaDeclarations, number - 1);
    int letter = nodes.b(declaration);
    printParameterName(letter == 'p' ? nodes.b(nodes.c(declaration)) : letter, number - 1);
  }
}
