package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;

/** Writes the names and encodings of Itanium C++ as GNU c++filt does. */
final class ItaniumPrinter extends ItaniumExpressionPrinter {
  private static final byte[] ANONYMOUS = Ascii.bytes("_GLOBAL_");

  /** The member name whose qualifiers are written behind the parameters, not behind the name. */
  private int hiddenMember;

  /**
   * Appends the text of a node.
   *
   * @return false if it is too long, too deep or too much work; then it is cut somewhere
   */
  boolean print(ItaniumNodes newNodes, int node, byte[] newBytes, Utf8Buffer newOut) {
    begin(newNodes, newBytes, newOut);
    hiddenMember = ItaniumNodes.NONE;
    out.limit();
    print(node);
    boolean isPrinted = !isBroken();
    int length = out.length();
    out.unlimit();
    out.truncate(length);
    return isPrinted;
  }

  @Override
  void printName(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.NAME -> printSourceName(node);
      case ItaniumKind.WORD -> out.put(ItaniumWords.text(nodes.a(node)));
      case ItaniumKind.NESTED -> {
        if (nodes.a(node) >= 0) {
          print(nodes.a(node));
        }
        out.putSeparator();
        print(nodes.b(node));
      }
      case ItaniumKind.LOCAL -> {
        printScope(nodes.a(node));
        out.putSeparator();
        print(nodes.b(node));
      }
      case ItaniumKind.TEMPLATE -> {
        print(nodes.a(node));
        printArguments(nodes.b(node));
      }
      case ItaniumKind.LIST -> printList(node);
      case ItaniumKind.ARGUMENT_PACK -> printList(nodes.a(node));
      case ItaniumKind.EXPANSION -> printExpansion(nodes.a(node));
      case ItaniumKind.CONSTRUCTOR -> printLastName(nodes.a(node));
      case ItaniumKind.DESTRUCTOR -> {
        out.put('~');
        printLastName(nodes.a(node));
      }
      case ItaniumKind.MEMBER -> {
        print(nodes.a(node));
        ItaniumQualifiers.print(node == hiddenMember ? 0 : nodes.b(node), out);
      }
      default -> printRareName(node);
    }
  }

  private void printRareName(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.TAGGED -> {
        print(nodes.a(node));
        put("[abi:");
        print(nodes.b(node));
        out.put(']');
      }
      case ItaniumKind.OPERATOR -> ItaniumOperators.printName(nodes.a(node), out);
      case ItaniumKind.CONVERSION -> {
        put("operator ");
        print(nodes.a(node));
      }
      case ItaniumKind.LITERAL_OPERATOR -> {
        put("operator\"\" ");
        print(nodes.a(node));
      }
      case ItaniumKind.UNNAMED -> printNumbered("{unnamed type#", nodes.a(node));
      case ItaniumKind.DEFAULT_ARGUMENT -> printNumbered("{default arg#", nodes.a(node));
      case ItaniumKind.LAMBDA -> printLambda(node);
      case ItaniumKind.LAMBDA_DECLARATION -> printDeclaration(node, 0);
      case ItaniumKind.TEMPLATE_PARAMETER -> printAuto(nodes.a(node) + 1);
      case ItaniumKind.BINDING -> {
        out.put('[');
        printList(nodes.a(node));
        out.put(']');
      }
      case ItaniumKind.ATTACHED -> {
        print(nodes.a(node));
        out.put('@');
        print(nodes.b(node));
      }
      case ItaniumKind.MODULE -> printModule(node);
      case ItaniumKind.FRIEND -> {
        put("friend ");
        print(nodes.a(node));
      }
      default -> printEncoding(node);
    }
  }

  private void printEncoding(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.FUNCTION_ENTITY -> printFunction(node, true);
      case ItaniumKind.SPECIAL -> {
        out.put(ItaniumWords.text(nodes.a(node)));
        print(nodes.b(node));
      }
      case ItaniumKind.CONSTRUCTION_TABLE -> {
        put("construction vtable for ");
        print(nodes.a(node));
        put("-in-");
        print(nodes.b(node));
      }
      case ItaniumKind.TEMPORARY -> {
        put("reference temporary #");
        out.putDecimal(nodes.a(node));
        put(" for ");
        print(nodes.b(node));
      }
      default -> printExpression(node);
    }
  }

  private void printSourceName(int node) {
    int from = nodes.a(node);
    int to = nodes.b(node);
    if (isAnonymous(bytes, from, to)) {
      put("(anonymous namespace)");
    } else {
      out.put(bytes, from, to - from);
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
    put(text);
    out.putDecimal(number);
    out.put('}');
  }

  /** The function around a local entity, without its return type. */
  private void printScope(int node) {
    if (nodes.kind(node) == ItaniumKind.FUNCTION_ENTITY && enter()) {
      printFunction(node, false);
      leave();
    } else {
      print(node);
    }
  }

  /** Name, parameters and what is right of them; for templates the return type before it. */
  private void printFunction(int node, boolean hasResult) {
    int name = nodes.a(node);
    int type = nodes.b(node);
    int outerMember = hiddenMember;
    int outerArguments = scopeArguments;
    boolean outerLambda = isLambda;
    isLambda = false;
    hiddenMember = member(name);
    scopeArguments = arguments(name);
    int result = hasResult ? nodes.a(type) : ItaniumNodes.NONE;
    if (result >= 0) {
      left(result);
      if (!isDeclarator(result)) {
        out.put(' ');
      }
    }
    print(name);
    printParameters(nodes.b(type));
    if (hiddenMember >= 0) {
      ItaniumQualifiers.print(nodes.b(hiddenMember), out);
    }
    if (result >= 0) {
      right(result);
    }
    if (nodes.c(node) >= 0) {
      put(" requires ");
      print(nodes.c(node));
    }
    hiddenMember = outerMember;
    scopeArguments = outerArguments;
    isLambda = outerLambda;
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
    for (int steps = 0; steps < ItaniumCursor.MAX_DEPTH; steps++) {
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

  /** The name by which constructors and destructors of a class go. */
  private void printLastName(int owner) {
    int at = meaning(owner);
    for (int steps = 0; at >= 0 && steps < ItaniumCursor.MAX_DEPTH; steps++) {
      switch (nodes.kind(at)) {
        case ItaniumKind.NESTED, ItaniumKind.LOCAL -> at = meaning(nodes.b(at));
        case ItaniumKind.TEMPLATE, ItaniumKind.TAGGED, ItaniumKind.ATTACHED, ItaniumKind.MEMBER ->
            at = meaning(nodes.a(at));
        case ItaniumKind.WORD -> {
          out.put(ItaniumWords.lastName(nodes.a(at)));
          return;
        }
        default -> {
          print(at);
          return;
        }
      }
    }
  }

  private void printLambda(int node) {
    boolean outerLambda = isLambda;
    int outerDeclarations = lambdaDeclarations;
    isLambda = true;
    lambdaDeclarations = nodes.c(node);
    put("{lambda");
    if (lambdaDeclarations >= 0) {
      printDeclarations(lambdaDeclarations);
    }
    printParameters(nodes.a(node));
    isLambda = outerLambda;
    lambdaDeclarations = outerDeclarations;
    printNumbered("#", nodes.b(node));
  }

  private void printDeclarations(int list) {
    out.put('<');
    for (int i = 0; i < nodes.size(list) && !isBroken(); i++) {
      if (i > 0) {
        put(", ");
      }
      if (enter()) {
        printDeclaration(nodes.item(list, i), i);
      }
      leave();
    }
    out.put('>');
  }

  /** A template parameter that a lambda declares: it is called by its sort and number. */
  private void printDeclaration(int node, int number) {
    int content = nodes.c(node);
    int letter = nodes.b(node);
    if (nodes.a(node) >= 0) {
      print(content);
      out.put(' ');
      print(nodes.a(node));
      return;
    }
    if (letter == 'p') {
      printSort(content);
      put("...");
    } else {
      printSort(node);
    }
    out.put(' ');
    printParameterName(letter == 'p' ? nodes.b(content) : letter, number);
  }

  private void printSort(int node) {
    int content = nodes.c(node);
    switch (nodes.b(node)) {
      case 'n', 'k' -> print(content);
      case 't' -> {
        put("template");
        printDeclarations(content);
        put(" typename");
      }
      default -> put("typename");
    }
  }

  private void printParameterName(int letter, int number) {
    put(letter == 'n' ? "$N" : letter == 't' ? "$TT" : "$T");
    out.putDecimal(number);
  }

  private void printAuto(int number) {
    if (lambdaDeclarations < 0 || number > nodes.size(lambdaDeclarations)) {
      put("auto:");
      out.putDecimal(number);
      return;
    }
    int declaration = nodes.item(lambdaDeclarations, number - 1);
    int letter = nodes.b(declaration);
    printParameterName(letter == 'p' ? nodes.b(nodes.c(declaration)) : letter, number - 1);
  }

  private void printModule(int node) {
    if (nodes.a(node) >= 0) {
      print(nodes.a(node));
      out.put(nodes.c(node) == 1 ? ':' : '.');
    } else if (nodes.c(node) == 1) {
      out.put(':');
    }
    print(nodes.b(node));
  }
}
