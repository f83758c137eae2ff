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
  private final ItaniumSubstitutions substitutions;
  private final ItaniumGrammar grammar;

  ItaniumExpressions(ItaniumTerminals terminals, ItaniumGrammar grammar) {
    this.terminals = terminals;
    in = terminals.in;
    nodes = terminals.nodes;
    substitutions = terminals.substitutions;
    this.grammar = grammar;
  }

  int expression() {
    return in.leave(in.enter() ? anyExpression() : ItaniumNodes.NONE);
  }

  private int anyExpression() {
    int c = in.peek();
    if (Ascii.isDigit(c)) {
      return simpleId();
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
    int inner = in.isDigit() ? simpleId() : operation(in.peek(), in.peek(1));
    return nodes.add(ItaniumKind.NESTED, ItaniumNodes.NONE, inner);
  }

  /** The expressions that begin with a code of two letters. */
  private int operation(int first, int second) {
    int code = first << 8 | second;
    switch (code) {
      case 's' << 8 | 'r' -> {
        return unresolvedName();
      }
      case 'o' << 8 | 'n', 'd' << 8 | 'n' -> {
        return baseUnresolvedName();
      }
      case 'c' << 8 | 'v' -> {
        in.pos += 2;
        return conversionExpression();
      }
      case 't' << 8 | 'l' -> {
        in.pos += 2;
        int type = grammar.type();
        return nodes.add(ItaniumKind.BRACED, type, bracedToEnd());
      }
      case 'i' << 8 | 'l' -> {
        in.pos += 2;
        return nodes.add(ItaniumKind.BRACED, ItaniumNodes.NONE, bracedToEnd());
      }
      case 's' << 8 | 'Z' -> {
        in.pos += 2;
        return nodes.add(ItaniumKind.PACK_SIZE, expression());
      }
      case 's' << 8 | 'P' -> {
        in.pos += 2;
        return nodes.add(ItaniumKind.PACK_SIZE, grammar.argumentsToEnd());
      }
      case 's' << 8 | 'p' -> {
        in.pos += 2;
        return nodes.add(ItaniumKind.EXPANSION, expression(), 1);
      }
      case 'c' << 8 | 'p' -> {
        in.pos += 2;
        return call();
      }
      case 's' << 8 | 'o' -> {
        in.pos += 2;
        return subobject();
      }
      case 'm' << 8 | 'c' -> {
        in.pos += 2;
        return memberConversion();
      }
      default -> {
        return operatorExpression(first, second);
      }
    }
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
      case 'c' << 8 | 'l' -> {
        return call();
      }
      case 'p' << 8 | 'p', 'm' << 8 | 'm' -> {
        int kind = in.eat('_') ? ItaniumKind.UNARY : ItaniumKind.POSTFIX;
        return nodes.add(kind, operator, expression());
      }
      case 'd' << 8 | 't', 'p' << 8 | 't' -> {
        int object = expression();
        // Behind a dot or an arrow stands an unresolved-name, in GCC any expression.
        return nodes.add(ItaniumKind.BINARY, operator, object, expression());
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

  private int call() {
    int callee = expression();
    return nodes.add(ItaniumKind.CALL, callee, expressionsToEnd());
  }

  /** cv type expression | cv type _ expression* E. */
  private int conversionExpression() {
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
    int type = grammar.type();
    int pointer = expression();
    if (in.isDigit() || in.peek() == 'n') {
      in.skipSignedNumber();
    }
    in.expect('E');
    return nodes.add(ItaniumKind.CONVERT, type, pointer);
  }

  /** unresolved-name ::= sr type base | srN type level+ E base | sr level+ E base. */
  private int unresolvedName() {
    in.pos += 2;
    int name;
    if (in.eat('N')) {
      name = grammar.type();
      do {
        name = nodes.add(ItaniumKind.NESTED, name, simpleId());
      } while (!in.broken && !in.eat('E'));
    } else if (in.isDigit()) {
      return qualifiedLevels();
    } else {
      name = grammar.type();
    }
    return nodes.add(ItaniumKind.NESTED, name, baseUnresolvedName());
  }

  /**
   * Levels in their own list, or, as GCC writes a name in a type, one type and its member. Which of
   * them it is shows behind the second part; only GCC's type is a candidate for substitution.
   */
  private int qualifiedLevels() {
    int before = in.pos;
    int candidates = substitutions.count();
    int name = simpleId();
    if (!in.broken && in.peek() != 'E' && isBase() && !isListOfLevels()) {
      in.pos = before;
      substitutions.truncate(candidates);
      name = grammar.type();
      return nodes.add(ItaniumKind.NESTED, name, baseUnresolvedName());
    }
    while (!in.broken && !in.eat('E')) {
      name = nodes.add(ItaniumKind.NESTED, name, simpleId());
    }
    return member(name);
  }

  /** A member with its arguments, if it has some. */
  private int member(int scope) {
    int base = baseUnresolvedName();
    if (in.broken || nodes.kind(base) != ItaniumKind.TEMPLATE) {
      return nodes.add(ItaniumKind.NESTED, scope, base);
    }
    int name = nodes.add(ItaniumKind.NESTED, scope, nodes.a(base));
    return nodes.add(ItaniumKind.TEMPLATE, name, nodes.b(base));
  }

  private boolean isBase() {
    return in.isDigit()
        || (in.peek() == 'o' && in.peek(1) == 'n')
        || (in.peek() == 'd' && in.peek(1) == 'n');
  }

  /** Whether more levels and then E and a base follow. */
  private boolean isListOfLevels() {
    int before = in.pos;
    int candidates = substitutions.count();
    while (!in.broken && in.isDigit()) {
      simpleId();
    }
    boolean isList = in.eat('E') && isBase();
    in.broken = false;
    in.pos = before;
    substitutions.truncate(candidates);
    return isList;
  }

  /** simple-id ::= source-name [template-args]. */
  private int simpleId() {
    int name = terminals.tagged(terminals.sourceName());
    return in.peek() == 'I'
        ? nodes.add(ItaniumKind.TEMPLATE, name, grammar.templateArguments(false))
        : name;
  }

  /** base-unresolved-name ::= simple-id | on operator-name [template-args] | dn destructor-name. */
  private int baseUnresolvedName() {
    if (in.eat('d', 'n')) {
      return nodes.add(ItaniumKind.DESTRUCTOR_NAME, in.isDigit() ? simpleId() : grammar.type());
    }
    if (!in.eat('o', 'n')) {
      return in.isDigit() ? simpleId() : grammar.operatorName();
    }
    int name = grammar.operatorName();
    return in.peek() == 'I'
        ? nodes.add(ItaniumKind.TEMPLATE, name, grammar.templateArguments(false))
        : name;
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
