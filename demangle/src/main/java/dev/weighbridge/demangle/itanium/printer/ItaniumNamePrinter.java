package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumOperators;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** Writes names. */
final class ItaniumNamePrinter {
  private static final byte[] ANONYMOUS = Ascii.bytes("_GLOBAL_");

  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumLists lists;
  private final ItaniumEncodingPrinter encodings;
  private final ItaniumLambdaPrinter lambdas;
  private final ItaniumNodePrinter printer;

  ItaniumNamePrinter(
      ItaniumOutput out,
      ItaniumMeanings meanings,
      ItaniumLists lists,
      ItaniumEncodingPrinter encodings,
      ItaniumLambdaPrinter lambdas,
      ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.lists = lists;
    this.encodings = encodings;
    this.lambdas = lambdas;
    this.printer = printer;
  }

  /** Writes a name. */
  void print(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.NAME -> printSourceName(node);
      case ItaniumKind.WORD -> out.put(ItaniumWords.text(nodes.a(node)));
      case ItaniumKind.NESTED -> {
        if (nodes.a(node) >= 0) {
          printer.print(nodes.a(node));
        }
        out.text.putSeparator();
        printer.print(nodes.b(node));
      }
      case ItaniumKind.LOCAL -> {
        encodings.printScope(nodes.a(node));
        out.text.putSeparator();
        printer.print(nodes.b(node));
      }
      case ItaniumKind.TEMPLATE -> {
        printer.print(nodes.a(node));
        lists.printArguments(nodes.b(node));
      }
      case ItaniumKind.LIST -> lists.print(node);
      case ItaniumKind.ARGUMENT_PACK -> lists.print(nodes.a(node));
      case ItaniumKind.EXPANSION -> lists.printExpansion(nodes.a(node));
      case ItaniumKind.CONSTRUCTOR -> printLastName(nodes.a(node));
      case ItaniumKind.DESTRUCTOR -> {
        out.put('~');
        printLastName(nodes.a(node));
      }
      case ItaniumKind.MEMBER -> {
        printer.print(nodes.a(node));
        ItaniumQualifiers.print(node == encodings.hiddenMember() ? 0 : nodes.b(node), out.text);
      }
      default -> printRareName(node);
    }
  }

  private void printRareName(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.TAGGED -> {
        printer.print(nodes.a(node));
        out.put("[abi:");
        printer.print(nodes.b(node));
        out.put(']');
      }
      case ItaniumKind.OPERATOR -> ItaniumOperators.printName(nodes.a(node), out.text);
      case ItaniumKind.CONVERSION -> {
        out.put("operator ");
        printer.print(nodes.a(node));
      }
      case ItaniumKind.LITERAL_OPERATOR -> {
        out.put("operator\"\" ");
        printer.print(nodes.a(node));
      }
      case ItaniumKind.UNNAMED -> printNumbered("{unnamed type#", nodes.a(node));
      case ItaniumKind.DEFAULT_ARGUMENT -> printNumbered("{default arg#", nodes.a(node));
      case ItaniumKind.LAMBDA -> lambdas.print(node);
      case ItaniumKind.LAMBDA_DECLARATION -> lambdas.printDeclaration(node, 0);
      case ItaniumKind.TEMPLATE_PARAMETER -> lambdas.printAuto(nodes.a(node) + 1);
      case ItaniumKind.BINDING -> {
        out.put('[');
        lists.print(nodes.a(node));
        out.put(']');
      }
      case ItaniumKind.ATTACHED -> {
        printer.print(nodes.a(node));
        out.put('@');
        printer.print(nodes.b(node));
      }
      case ItaniumKind.MODULE -> printModule(node);
      case ItaniumKind.FRIEND -> {
        printer.print(nodes.a(node));
        out.put("[friend]");
      }
      default -> out.fail();
    }
  }

  private void printSourceName(int node) {
    int from = nodes.a(node);
    int to = nodes.b(node);
    if (isAnonymous(out.bytes, from, to)) {
      out.put("(anonymous namespace)");
    } else {
      out.putRange(from, to);
    }
  }

  /** Compilers call an unnamed namespace _GLOBAL_, one of . _ $, and N (5.1.3). */
  static boolean isAnonymous(byte[] bytes, int from, int to) {
    if (to - from < 10 || bytes[from] != '_' || bytes[from + 9] != 'N') {
      return false;
    }
    for (int i = 1; i < ANONYMOUS.length; i++) {
      if (bytes[from + i] != ANONYMOUS[i]) {
        return false;
      }
    }
    int mark = bytes[from + 8];
    return mark == '_' || mark == '.' || mark == '$';
  }

  private void printNumbered(String text, int number) {
    out.put(text);
    out.putNumber(number);
    out.put('}');
  }

  /** The name by which constructors and destructors of a class go. */
  private void printLastName(int owner) {
    int at = meanings.of(owner);
    for (int steps = 0; at >= 0 && steps < ItaniumNodes.MAX_DEPTH; steps++) {
      switch (nodes.kind(at)) {
        case ItaniumKind.NESTED, ItaniumKind.LOCAL -> at = meanings.of(nodes.b(at));
        case ItaniumKind.TEMPLATE, ItaniumKind.TAGGED, ItaniumKind.ATTACHED, ItaniumKind.MEMBER ->
            at = meanings.of(nodes.a(at));
        case ItaniumKind.WORD -> {
          out.put(ItaniumWords.lastName(nodes.a(at)));
          return;
        }
        default -> {
          printer.print(at);
          return;
        }
      }
    }
  }

  private void printModule(int node) {
    if (nodes.a(node) >= 0) {
      printer.print(nodes.a(node));
      out.put(nodes.c(node) == 1 ? ':' : '.');
    } else if (nodes.c(node) == 1) {
      out.put(':');
    }
    printer.print(nodes.b(node));
  }
}
