package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumOperators;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import org.jspecify.annotations.Nullable;

/** Writes expressions; operands stand in parentheses, because precedence is not looked at. */
final class ItaniumExpressionPrinter {
  private final ItaniumOutput out;
  private final ItaniumNodes nodes;
  private final ItaniumMeanings meanings;
  private final ItaniumLists lists;
  private final ItaniumNodePrinter printer;

  ItaniumExpressionPrinter(
      ItaniumOutput out, ItaniumMeanings meanings, ItaniumLists lists, ItaniumNodePrinter printer) {
    this.out = out;
    nodes = out.nodes;
    this.meanings = meanings;
    this.lists = lists;
    this.printer = printer;
  }

  /** Writes an expression. */
  void print(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.DIGITS -> out.putRange(nodes.a(node), nodes.b(node));
      case ItaniumKind.DECLTYPE -> {
        out.put("decltype (");
        printer.print(nodes.a(node));
        out.put(')');
      }
      case ItaniumKind.UNARY -> printUnary(nodes.a(node), nodes.b(node));
      case ItaniumKind.POSTFIX -> {
        printOperand(nodes.b(node));
        out.put(ItaniumOperators.text(nodes.a(node)));
      }
      case ItaniumKind.BINARY -> printBinary(nodes.a(node), nodes.b(node), nodes.c(node));
      case ItaniumKind.CALL -> {
        printOperand(callee(nodes.a(node)));
        printParenthesized(nodes.b(node));
      }
      case ItaniumKind.CAST -> printCast(node);
      case ItaniumKind.CONVERT -> {
        printParenthesized(nodes.a(node));
        printOperandOrList(nodes.b(node));
      }
      case ItaniumKind.CONDITIONAL -> printConditional(node);
      case ItaniumKind.LITERAL -> printLiteral(node);
      case ItaniumKind.EXTERNAL -> printer.print(nodes.a(node));
      case ItaniumKind.PARAMETER -> printParameter(nodes.a(node));
      default -> printRareExpression(node);
    }
  }

  private void printRareExpression(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.NEW -> printNew(node);
      case ItaniumKind.BRACED -> printBraced(node);
      case ItaniumKind.FIELD, ItaniumKind.ELEMENT, ItaniumKind.ELEMENTS -> printDesignated(node);
      case ItaniumKind.FOLD -> printFold(nodes.a(node), nodes.b(node), nodes.c(node));
      case ItaniumKind.PACK_SIZE -> printPackSize(nodes.a(node));
      case ItaniumKind.DESTRUCTOR_NAME -> {
        out.put('~');
        printer.print(nodes.a(node));
      }
      case ItaniumKind.VENDOR_EXPRESSION -> {
        printer.print(nodes.a(node));
        printParenthesized(nodes.b(node));
      }
      default -> printSpecification(node);
    }
  }

  private void printCast(int node) {
    out.put(ItaniumOperators.text(nodes.a(node)));
    out.put('<');
    printer.print(nodes.b(node));
    out.put(">(");
    printer.print(nodes.c(node));
    out.put(')');
  }

  private void printConditional(int node) {
    printOperand(nodes.a(node));
    out.put('?');
    printOperand(nodes.b(node));
    out.put(" : ");
    printOperand(nodes.c(node));
  }

  private void printBraced(int node) {
    if (nodes.a(node) >= 0) {
      printer.print(nodes.a(node));
    }
    out.put('{');
    printer.print(nodes.b(node));
    out.put('}');
  }

  /** Writes {@code .field=value}, {@code [index]=value} or {@code [from ... to]=value}. */
  private void printDesignated(int node) {
    int kind = nodes.kind(node);
    if (kind == ItaniumKind.FIELD) {
      out.put('.');
      printer.print(nodes.a(node));
      printInitializer(nodes.b(node));
      return;
    }
    out.put('[');
    printer.print(nodes.a(node));
    if (kind == ItaniumKind.ELEMENTS) {
      out.put(" ... ");
      printer.print(nodes.b(node));
    }
    out.put(']');
    printInitializer(kind == ItaniumKind.ELEMENTS ? nodes.c(node) : nodes.b(node));
  }

  private void printSpecification(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.NOEXCEPT -> {
        out.put("noexcept");
        if (nodes.a(node) >= 0) {
          printParenthesized(nodes.a(node));
        }
      }
      case ItaniumKind.THROWS -> {
        out.put("throw");
        printParenthesized(nodes.a(node));
      }
      case ItaniumKind.REQUIRES -> {
        out.put("requires ");
        if (nodes.a(node) >= 0) {
          lists.printParameters(nodes.a(node));
          out.put(' ');
        }
        out.put('{');
        for (int i = 0; i < nodes.size(nodes.b(node)) && !out.isBroken(); i++) {
          out.put(i == 0 ? "" : " ");
          printer.print(nodes.item(nodes.b(node), i));
          out.put(';');
        }
        out.put('}');
      }
      case ItaniumKind.REQUIREMENT -> printRequirement(node);
      default -> out.fail();
    }
  }

  /** Writes an operand, in parentheses unless it is simple. */
  private void printOperand(int node) {
    if (meanings.isSimple(node)) {
      printer.print(node);
    } else {
      printParenthesized(node);
    }
  }

  private void printParenthesized(int node) {
    out.put('(');
    printer.print(node);
    out.put(')');
  }

  private void printOperandOrList(int node) {
    if (nodes.kind(node) == ItaniumKind.LIST) {
      printParenthesized(node);
    } else {
      printOperand(node);
    }
  }

  /** A function that is called or whose address is taken goes without its parameters. */
  private int callee(int node) {
    if (nodes.kind(node) != ItaniumKind.EXTERNAL) {
      return node;
    }
    int encoding = nodes.a(node);
    return nodes.kind(encoding) == ItaniumKind.FUNCTION_ENTITY ? nodes.a(encoding) : encoding;
  }

  private void printUnary(int operator, int operand) {
    out.put(ItaniumOperators.text(operator));
    if (ItaniumOperators.is(operator, "ad")) {
      int name = callee(operand);
      printOperand(nodes.kind(name) == ItaniumKind.NESTED ? name : operand);
    } else if (ItaniumOperators.isAboutType(operator)) {
      printParenthesized(operand);
    } else {
      printOperand(operand);
    }
  }

  private void printBinary(int operator, int left, int right) {
    // Inside template arguments a bare > would be their end.
    boolean isGreater = ItaniumOperators.is(operator, "gt");
    if (isGreater) {
      out.put('(');
    }
    printOperand(left);
    if (ItaniumOperators.is(operator, "ix")) {
      out.put('[');
      printer.print(right);
      out.put(']');
    } else {
      out.put(ItaniumOperators.text(operator));
      printOperand(right);
    }
    if (isGreater) {
      out.put(')');
    }
  }

  private void printNew(int node) {
    int made = nodes.b(node);
    int initializer = nodes.c(node);
    out.put(ItaniumOperators.is(nodes.a(made), "na") ? "new[] " : "new ");
    if (nodes.size(nodes.a(node)) > 0) {
      printParenthesized(nodes.a(node));
      out.put(' ');
    }
    printer.print(nodes.b(made));
    if (initializer >= 0) {
      if (nodes.kind(initializer) == ItaniumKind.LIST) {
        printParenthesized(initializer);
      } else {
        printer.print(initializer);
      }
    }
  }

  private void printInitializer(int value) {
    int kind = nodes.kind(value);
    boolean isDesignated =
        kind == ItaniumKind.FIELD || kind == ItaniumKind.ELEMENT || kind == ItaniumKind.ELEMENTS;
    if (isDesignated) {
      printer.print(value);
    } else {
      out.put('=');
      printOperand(value);
    }
  }

  /** A pack that is folded is written with all its elements. */
  private void printFold(int letterAndOperator, int left, int right) {
    int outerIndex = meanings.packIndex;
    meanings.packIndex = ItaniumMeanings.WHOLE_PACK;
    printFoldedPack(letterAndOperator, left, right);
    meanings.packIndex = outerIndex;
  }

  private void printFoldedPack(int letterAndOperator, int left, int right) {
    int letter = letterAndOperator >> 8;
    byte[] operator = ItaniumOperators.text(letterAndOperator & 0xff);
    out.put('(');
    if (letter != 'l') {
      printOperand(left);
      out.put(operator);
    }
    out.put("...");
    if (letter == 'l') {
      out.put(operator);
      printOperand(left);
    } else if (right >= 0) {
      out.put(operator);
      printOperand(right);
    }
    out.put(')');
  }

  /** The size of a pack is a number where the pack is known. */
  private void printPackSize(int counted) {
    int size = size(counted);
    if (size >= 0) {
      out.putNumber(size);
    } else {
      out.put("sizeof...");
      printParenthesized(counted);
    }
  }

  private int size(int counted) {
    if (nodes.kind(counted) != ItaniumKind.LIST) {
      return lists.expansionSize(counted);
    }
    int total = 0;
    for (int i = 0; i < nodes.size(counted) && total >= 0; i++) {
      int item = nodes.item(counted, i);
      boolean isExpansion = nodes.kind(item) == ItaniumKind.EXPANSION;
      int size = isExpansion ? lists.expansionSize(nodes.a(item)) : 1;
      total = size < 0 ? size : total + size;
    }
    return total;
  }

  private void printParameter(int number) {
    if (number == 0) {
      out.put("this");
      return;
    }
    out.put("{parm#");
    out.putNumber(number);
    out.put('}');
  }

  /** expr-primary (5.1.6.1): integers with the suffix of their type or a cast to it. */
  private void printLiteral(int node) {
    int type = meanings.of(nodes.a(node));
    int from = nodes.b(node);
    int to = nodes.c(node);
    int letter =
        type >= 0 && nodes.kind(type) == ItaniumKind.WORD ? ItaniumWords.letter(nodes.a(type)) : 0;
    if (from == to) {
      printEmptyLiteral(type);
    } else if (letter == 'b'
        && to - from == 1
        && (out.bytes[from] == '0' || out.bytes[from] == '1')) {
      out.put(out.bytes[from] == '1' ? "true" : "false");
    } else {
      printNumber(type, letter, from, to);
    }
  }

  /** A null pointer, or a string of which only the type is in the name. */
  private void printEmptyLiteral(int type) {
    int kind = type < 0 ? ItaniumNodes.NONE : nodes.kind(type);
    if (kind == ItaniumKind.WORD && ItaniumWords.isNullptrType(nodes.a(type))) {
      out.put(ItaniumWords.text(ItaniumWords.NULLPTR));
    } else if (kind == ItaniumKind.ARRAY) {
      out.put("\"<");
      printer.print(type);
      out.put(">\"");
    } else if (kind == ItaniumKind.LAMBDA || kind == ItaniumKind.LOCAL) {
      printer.print(type);
    } else {
      out.fail();
    }
  }

  private void printNumber(int type, int letter, int from, int to) {
    String suffix = suffix(letter);
    boolean isFloat = letter == 'f' || letter == 'd' || letter == 'e' || letter == 'g';
    if (suffix == null && type >= 0) {
      printParenthesized(type);
    }
    if (isFloat) {
      out.put('[');
    }
    boolean isNegative = out.bytes[from] == 'n';
    if (isNegative) {
      out.put('-');
    }
    int start = isNegative ? from + 1 : from;
    out.putRange(start, to);
    if (isFloat) {
      out.put(']');
    }
    if (suffix != null) {
      out.put(suffix);
    }
  }

  /** What follows an integer of a type in C++; null if there is nothing and a cast is needed. */
  private static @Nullable String suffix(int letter) {
    return switch (letter) {
      case 'i' -> "";
      case 'j' -> "u";
      case 'l' -> "l";
      case 'm' -> "ul";
      case 'x' -> "ll";
      case 'y' -> "ull";
      default -> null;
    };
  }

  private void printRequirement(int node) {
    int sort = nodes.b(node);
    if (sort == 2) {
      out.put("typename ");
    } else if (sort == 3) {
      out.put("requires ");
    }
    boolean isCompound = sort == 1 || nodes.c(node) >= 0;
    out.put(isCompound ? "{" : "");
    printer.print(nodes.a(node));
    out.put(isCompound ? "}" : "");
    out.put(sort == 1 ? " noexcept" : "");
    if (nodes.c(node) >= 0) {
      out.put(" -> ");
      printer.print(nodes.c(node));
    }
  }
}
