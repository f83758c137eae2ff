package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumOperators;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** The expressions of the grammar (5.1.6). */
final class ItaniumExpressions {
  private final ItaniumTerminals terminals;
  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumUnresolvedNames unresolved;
  private final ItaniumGrammar grammar;

  ItaniumExpressions(
      ItaniumTerminals terminals, ItaniumUnresolvedNames unresolved, ItaniumGrammar grammar) {
    this.terminals = terminals;
    in = terminals.in;
    nodes = terminals.nodes;
    this.unresolved = unresolved;
    this.grammar = grammar;
  }

  int expression() {
    return in.leave(in.enter() ? anyExpression() : ItaniumNodes.NONE);
  }

  private int anyExpression() {
    int c = in.peek();
    if (Ascii.isDigit(c)) {
      return unresolved.simpleId();
    }
    switch (c) {
      case 'L' -> {
        return primary();
      }
      case 'T' -> {
        in.pos++;
        return terminals.templateParameter();
      }
      case 'f' -> {
        return isParameter() ? parameter() : fold();
      }
      case 'u' -> {
        in.pos++;
        return vendorExpression();
      }
      case 'g' -> {
        if (in.peek(1) == 's') {
          return globalExpression();
        }
      }
      case 'r' -> {
        if (in.peek(1) == 'q' || in.peek(1) == 'Q') {
          return requires();
        }
      }
      default -> {}
    }
    return operation(c, in.peek(1));
  }

  /** [gs]: with the prefix for the global scope. */
  private int globalExpression() {
    in.pos += 2;
    int inner = in.isDigit() ? unresolved.simpleId() : operation(in.peek(), in.peek(1));
    return nodes.add(ItaniumKind.NESTED, ItaniumNodes.NONE, inner);
  }

  /** The expressions that begin with a code of two letters. */
  private int operation(int first, int second) {
    return switch (first << 8 | second) {
      case 's' << 8 | 'r' -> unresolved.name();
      case 'o' << 8 | 'n', 'd' << 8 | 'n' -> unresolved.base();
      case 'c' << 8 | 'v' -> conversion();
      case 't' << 8 | 'l', 'i' << 8 | 'l' -> bracedList(first == 't');
      case 's' << 8 | 'Z', 's' << 8 | 'P', 's' << 8 | 'p' -> packOperation(second);
      case 'c' << 8 | 'l', 'c' << 8 | 'p' -> call();
      case 's' << 8 | 'o' -> subobject();
      case 'm' << 8 | 'c' -> memberConversion();
      default -> operatorExpression(first, second);
    };
  }

  /** tl type braced-expression* E, or il without the type. */
  private int bracedList(boolean hasType) {
    in.pos += 2;
    int type = hasType ? grammar.type() : ItaniumNodes.NONE;
    return nodes.add(ItaniumKind.BRACED, type, bracedToEnd());
  }

  /** sZ: the size of a pack; sP: of captured arguments; sp: its expansion. */
  private int packOperation(int letter) {
    in.pos += 2;
    if (letter == 'p') {
      return nodes.add(ItaniumKind.EXPANSION, expression(), 1);
    }
    if (letter == 'P') {
      return nodes.add(ItaniumKind.PACK_SIZE, grammar.argumentsToEnd());
    }
    if (in.peek() == 'T' && terminals.isUnknownParameter()) {
      // GCC counts the packs of a class as if they were the function's own; GNU takes 0 then.
      in.pos++;
      in.indexNumber();
      return nodes.add(ItaniumKind.PACK_SIZE, nodes.endList(nodes.beginList()));
    }
    return nodes.add(ItaniumKind.PACK_SIZE, expression());
  }

  private int operatorExpression(int first, int second) {
    int operator = ItaniumOperators.find(first, second);
    if (operator < 0) {
      return in.fail();
    }
    in.pos += 2;
    switch (ItaniumOperators.arity(operator)) {
      case ItaniumOperators.UNARY -> {
        return nodes.add(ItaniumKind.UNARY, operator, expression());
      }
      case ItaniumOperators.BINARY -> {
        int left = expression();
        return nodes.add(ItaniumKind.BINARY, operator, left, expression());
      }
      case ItaniumOperators.TERNARY -> {
        int condition = expression();
        int one = expression();
        return nodes.add(ItaniumKind.CONDITIONAL, condition, one, expression());
      }
      case ItaniumOperators.NULLARY -> {
        return nodes.add(ItaniumKind.WORD, ItaniumWords.THROW);
      }
      default -> {
        return specialOperation(operator, first, second);
      }
    }
  }

  private int specialOperation(int operator, int first, int second) {
    switch (first << 8 | second) {
      case 'p' << 8 | 'p', 'm' << 8 | 'm' -> {
        int kind = in.eat('_') ? ItaniumKind.UNARY : ItaniumKind.POSTFIX;
        return nodes.add(kind, operator, expression());
      }
      case 'd' << 8 | 't', 'p' << 8 | 't' -> {
        int object = expression();
        return nodes.add(ItaniumKind.BINARY, operator, object, member());
      }
      case 'n' << 8 | 'w', 'n' << 8 | 'a' -> {
        return newExpression(operator);
      }
      case 's' << 8 | 't', 'a' << 8 | 't', 't' << 8 | 'i' -> {
        return nodes.add(ItaniumKind.UNARY, operator, grammar.type());
      }
      default -> {
        // The casts dc, sc, cc and rc.
        int type = grammar.type();
        return nodes.add(ItaniumKind.CAST, operator, type, expression());
      }
    }
  }

  /** cl expression+ E, or cp where the name stands in parentheses. */
  private int call() {
    in.pos += 2;
    int callee = expression();
    return nodes.add(ItaniumKind.CALL, callee, expressionsToEnd());
  }

  /**
   * Behind a dot or an arrow stands an unresolved-name, in GCC any expression, and in names of old
   * compilers an operator without its {@code on}.
   */
  private int member() {
    boolean isOperator = in.peek(2) == 'E' && ItaniumOperators.find(in.peek(), in.peek(1)) >= 0;
    return isOperator ? grammar.operatorName() : expression();
  }

  /** cv type expression | cv type _ expression* E. */
  private int conversion() {
    in.pos += 2;
    int type = grammar.type();
    int operand = in.eat('_') ? expressionsToEnd() : expression();
    return nodes.add(ItaniumKind.CONVERT, type, operand);
  }

  /** nw | na expression* _ type (E | pi expression* E | il ... E). */
  private int newExpression(int operator) {
    int list = nodes.beginList();
    while (!in.eat('_') && !in.broken) {
      nodes.item(expression());
    }
    int placement = nodes.endList(list);
    int type = grammar.type();
    int made = nodes.add(ItaniumKind.CONVERT, operator, type);
    int initializer = ItaniumNodes.NONE;
    if (in.eat('p', 'i')) {
      initializer = expressionsToEnd();
    } else if (in.peek() == 'i' && in.peek(1) == 'l') {
      initializer = expression();
    } else {
      in.expect('E');
    }
    return nodes.add(ItaniumKind.NEW, placement, made, initializer);
  }

  /** braced-expression ::= expression | di name value | dx index value | dX from to value. */
  private int braced() {
    return in.leave(in.enter() ? anyBraced() : ItaniumNodes.NONE);
  }

  private int anyBraced() {
    if (in.eat('d', 'i')) {
      int field = terminals.sourceName();
      return nodes.add(ItaniumKind.FIELD, field, braced());
    }
    if (in.eat('d', 'x')) {
      int index = expression();
      return nodes.add(ItaniumKind.ELEMENT, index, braced());
    }
    if (in.eat('d', 'X')) {
      int from = expression();
      int to = expression();
      return nodes.add(ItaniumKind.ELEMENTS, from, to, braced());
    }
    return expression();
  }

  /** Adds expressions up to the {@code E} as a list. */
  private int expressionsToEnd() {
    int list = nodes.beginList();
    while (!in.eat('E') && !in.broken) {
      nodes.item(expression());
    }
    return nodes.endList(list);
  }

  private int bracedToEnd() {
    int list = nodes.beginList();
    while (!in.eat('E') && !in.broken) {
      nodes.item(braced());
    }
    return nodes.endList(list);
  }

  /** The parameters are fp, fpT and fL with a digit; the others are folds. */
  private boolean isParameter() {
    return in.peek(1) == 'p' || (in.peek(1) == 'L' && Ascii.isDigit(in.peek(2)));
  }

  /** function-param ::= fp [CV] [number] _ | fL number p [CV] [number] _ | fpT (5.1.5.9). */
  private int parameter() {
    in.pos++;
    if (in.eat('L')) {
      in.number();
    }
    in.expect('p');
    if (in.eat('T')) {
      return nodes.add(ItaniumKind.PARAMETER, 0);
    }
    terminals.qualifiers();
    return nodes.add(ItaniumKind.PARAMETER, in.indexNumber() + 1);
  }

  /** fl | fr operator expression, fL | fR operator expression expression. */
  private int fold() {
    int letter = in.peek(1);
    in.pos += 2;
    int operator = ItaniumOperators.find(in.peek(), in.peek(1));
    boolean isBinary = letter == 'L' || letter == 'R';
    if (operator < 0 || (!isBinary && letter != 'l' && letter != 'r')) {
      return in.fail();
    }
    in.pos += 2;
    int left = expression();
    int right = isBinary ? expression() : ItaniumNodes.NONE;
    return nodes.add(ItaniumKind.FOLD, letter << 8 | operator, left, right);
  }

  private int vendorExpression() {
    int name = terminals.sourceName();
    return nodes.add(ItaniumKind.VENDOR_EXPRESSION, name, grammar.argumentsToEnd());
  }

  /** so type expression [number] (_ [number])* [p] E: a part of an object. */
  private int subobject() {
    in.pos += 2;
    int type = grammar.type();
    int object = expression();
    if (in.isDigit() || in.peek() == 'n') {
      in.skipSignedNumber();
    }
    while (in.eat('_')) {
      if (in.isDigit()) {
        in.number();
      }
    }
    in.eat('p');
    in.expect('E');
    return nodes.add(ItaniumKind.CONVERT, type, object);
  }

  /** mc type expression [number] E: a conversion of a pointer to member. */
  private int memberConversion() {
    in.pos += 2;
    int type = grammar.type();
    int pointer = expression();
    if (in.isDigit() || in.peek() == 'n') {
      in.skipSignedNumber();
    }
    in.expect('E');
    return nodes.add(ItaniumKind.CONVERT, type, pointer);
  }

  /** expr-primary ::= L type value E | L [_Z] encoding E (5.1.6.1, 5.1.6.2). */
  int primary() {
    in.expect('L');
    if (in.peek() == '_' && in.peek(1) == 'Z') {
      in.pos += 2;
      return external();
    }
    if (in.peek() == 'Z') {
      in.pos++;
      return external();
    }
    int type = grammar.type();
    int from = in.pos;
    while (in.peek() != 'E' && in.peek() != 0) {
      in.pos++;
    }
    in.expect('E');
    return nodes.add(ItaniumKind.LITERAL, type, from, in.pos - 1);
  }

  private int external() {
    int encoding = grammar.encoding();
    in.expect('E');
    return nodes.add(ItaniumKind.EXTERNAL, encoding);
  }

  /** rq requirement+ E | rQ bare-function-type _ requirement+ E (5.1.6). */
  private int requires() {
    in.pos++;
    int parameters = ItaniumNodes.NONE;
    if (in.eat('Q')) {
      parameters = grammar.parameters();
      in.expect('_');
    } else {
      in.expect('q');
    }
    int list = nodes.beginList();
    do {
      nodes.item(requirement());
    } while (!in.broken && !in.eat('E'));
    return nodes.add(ItaniumKind.REQUIRES, parameters, nodes.endList(list));
  }

  /** requirement ::= X expression [N] [R constraint] | T type | Q expression. */
  private int requirement() {
    if (in.eat('X')) {
      int expression = expression();
      int isNoexcept = in.eat('N') ? 1 : 0;
      int constraint = in.eat('R') ? grammar.name(false) : ItaniumNodes.NONE;
      return nodes.add(ItaniumKind.REQUIREMENT, expression, isNoexcept, constraint);
    }
    if (in.eat('T')) {
      return nodes.add(ItaniumKind.REQUIREMENT, grammar.type(), 2, ItaniumNodes.NONE);
    }
    in.expect('Q');
    return nodes.add(ItaniumKind.REQUIREMENT, expression(), 3, ItaniumNodes.NONE);
  }
}
