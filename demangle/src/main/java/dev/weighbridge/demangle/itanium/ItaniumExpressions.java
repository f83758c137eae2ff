package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;

/** The expressions of the grammar (5.1.6). */
abstract class ItaniumExpressions extends ItaniumTypes {
  @Override
  final int expression() {
    return leave(enter() ? anyExpression() : ItaniumNodes.NONE);
  }

  private int anyExpression() {
    int c = peek();
    if (Ascii.isDigit(c)) {
      return simpleId();
    }
    switch (c) {
      case 'L' -> {
        return primary();
      }
      case 'T' -> {
        pos++;
        return templateParameter();
      }
      case 'f' -> {
        return isParameter() ? parameter() : fold();
      }
      case 'u' -> {
        pos++;
        return vendorExpression();
      }
      case 'g' -> {
        if (peek(1) == 's') {
          return globalExpression();
        }
      }
      case 'r' -> {
        if (peek(1) == 'q' || peek(1) == 'Q') {
          return requires();
        }
      }
      default -> {}
    }
    return operation(c, peek(1));
  }

  /** [gs]: with the prefix for the global scope. */
  private int globalExpression() {
    pos += 2;
    int inner = isDigit() ? simpleId() : operation(peek(), peek(1));
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
        pos += 2;
        return conversionExpression();
      }
      case 't' << 8 | 'l' -> {
        pos += 2;
        int type = type();
        return nodes.add(ItaniumKind.BRACED, type, bracedToEnd());
      }
      case 'i' << 8 | 'l' -> {
        pos += 2;
        return nodes.add(ItaniumKind.BRACED, ItaniumNodes.NONE, bracedToEnd());
      }
      case 's' << 8 | 'Z' -> {
        pos += 2;
        return nodes.add(ItaniumKind.PACK_SIZE, expression());
      }
      case 's' << 8 | 'P' -> {
        pos += 2;
        return nodes.add(ItaniumKind.PACK_SIZE, argumentsToEnd());
      }
      case 's' << 8 | 'p' -> {
        pos += 2;
        return nodes.add(ItaniumKind.EXPANSION, expression(), 1);
      }
      case 'c' << 8 | 'p' -> {
        pos += 2;
        return call();
      }
      case 's' << 8 | 'o' -> {
        pos += 2;
        return subobject();
      }
      case 'm' << 8 | 'c' -> {
        pos += 2;
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
      return fail();
    }
    pos += 2;
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
        int kind = eat('_') ? ItaniumKind.UNARY : ItaniumKind.POSTFIX;
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
        return nodes.add(ItaniumKind.UNARY, operator, type());
      }
      default -> {
        // The casts dc, sc, cc and rc.
        int type = type();
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
    int type = type();
    int operand = eat('_') ? expressionsToEnd() : expression();
    return nodes.add(ItaniumKind.CONVERT, type, operand);
  }

  /** nw | na expression* _ type (E | pi expression* E | il ... E). */
  private int newExpression(int operator) {
    int list = nodes.beginList();
    while (!eat('_') && !broken) {
      nodes.item(expression());
    }
    int placement = nodes.endList(list);
    int type = type();
    int made = nodes.add(ItaniumKind.CONVERT, operator, type);
    int initializer = ItaniumNodes.NONE;
    if (eat('p', 'i')) {
      initializer = expressionsToEnd();
    } else if (peek() == 'i' && peek(1) == 'l') {
      initializer = expression();
    } else {
      expect('E');
    }
    return nodes.add(ItaniumKind.NEW, placement, made, initializer);
  }

  /** braced-expression ::= expression | di name value | dx index value | dX from to value. */
  private int braced() {
    return leave(enter() ? anyBraced() : ItaniumNodes.NONE);
  }

  private int anyBraced() {
    if (eat('d', 'i')) {
      int field = sourceName();
      return nodes.add(ItaniumKind.FIELD, field, braced());
    }
    if (eat('d', 'x')) {
      int index = expression();
      return nodes.add(ItaniumKind.ELEMENT, index, braced());
    }
    if (eat('d', 'X')) {
      int from = expression();
      int to = expression();
      return nodes.add(ItaniumKind.ELEMENTS, from, to, braced());
    }
    return expression();
  }

  private int bracedToEnd() {
    int list = nodes.beginList();
    while (!eat('E') && !broken) {
      nodes.item(braced());
    }
    return nodes.endList(list);
  }

  /** The parameters are fp, fpT and fL with a digit; the others are folds. */
  private boolean isParameter() {
    return peek(1) == 'p' || (peek(1) == 'L' && Ascii.isDigit(peek(2)));
  }

  /** function-param ::= fp [CV] [number] _ | fL number p [CV] [number] _ | fpT (5.1.5.9). */
  private int parameter() {
    pos++;
    if (eat('L')) {
      number();
    }
    expect('p');
    if (eat('T')) {
      return nodes.add(ItaniumKind.PARAMETER, 0);
    }
    qualifiers();
    return nodes.add(ItaniumKind.PARAMETER, indexNumber() + 1);
  }

  /** fl | fr operator expression, fL | fR operator expression expression. */
  private int fold() {
    int letter = peek(1);
    pos += 2;
    int operator = ItaniumOperators.find(peek(), peek(1));
    boolean isBinary = letter == 'L' || letter == 'R';
    if (operator < 0 || (!isBinary && letter != 'l' && letter != 'r')) {
      return fail();
    }
    pos += 2;
    int left = expression();
    int right = isBinary ? expression() : ItaniumNodes.NONE;
    return nodes.add(ItaniumKind.FOLD, letter << 8 | operator, left, right);
  }

  private int vendorExpression() {
    int name = sourceName();
    return nodes.add(ItaniumKind.VENDOR_EXPRESSION, name, argumentsToEnd());
  }

  /** so type expression [number] (_ [number])* [p] E: a part of an object. */
  private int subobject() {
    int type = type();
    int object = expression();
    if (isDigit() || peek() == 'n') {
      skipSignedNumber();
    }
    while (eat('_')) {
      if (isDigit()) {
        number();
      }
    }
    eat('p');
    expect('E');
    return nodes.add(ItaniumKind.CONVERT, type, object);
  }

  /** mc type expression [number] E: a conversion of a pointer to member. */
  private int memberConversion() {
    int type = type();
    int pointer = expression();
    if (isDigit() || peek() == 'n') {
      skipSignedNumber();
    }
    expect('E');
    return nodes.add(ItaniumKind.CONVERT, type, pointer);
  }

  /** unresolved-name ::= sr type base | srN type level+ E base | sr level+ E base. */
  private int unresolvedName() {
    pos += 2;
    int name;
    if (eat('N')) {
      name = type();
      do {
        name = nodes.add(ItaniumKind.NESTED, name, simpleId());
      } while (!broken && !eat('E'));
    } else if (isDigit()) {
      return qualifiedLevels();
    } else {
      name = type();
    }
    return nodes.add(ItaniumKind.NESTED, name, baseUnresolvedName());
  }

  /**
   * Levels in their own list, or, as GCC writes a name in a type, one type and its member. Which of
   * them it is shows behind the second part; only GCC's type is a candidate for substitution.
   */
  private int qualifiedLevels() {
    int before = pos;
    int candidates = substitutionCount();
    int name = simpleId();
    if (!broken && peek() != 'E' && isBase() && !isListOfLevels()) {
      pos = before;
      substitutionCount(candidates);
      name = type();
      return nodes.add(ItaniumKind.NESTED, name, baseUnresolvedName());
    }
    while (!broken && !eat('E')) {
      name = nodes.add(ItaniumKind.NESTED, name, simpleId());
    }
    return member(name);
  }

  /** A member with its arguments, if it has some. */
  private int member(int scope) {
    int base = baseUnresolvedName();
    if (broken || nodes.kind(base) != ItaniumKind.TEMPLATE) {
      return nodes.add(ItaniumKind.NESTED, scope, base);
    }
    int name = nodes.add(ItaniumKind.NESTED, scope, nodes.a(base));
    return nodes.add(ItaniumKind.TEMPLATE, name, nodes.b(base));
  }

  private boolean isBase() {
    return isDigit() || (peek() == 'o' && peek(1) == 'n') || (peek() == 'd' && peek(1) == 'n');
  }

  /** Whether more levels and then E and a base follow. */
  private boolean isListOfLevels() {
    int before = pos;
    int candidates = substitutionCount();
    while (!broken && isDigit()) {
      simpleId();
    }
    boolean isList = eat('E') && isBase();
    broken = false;
    pos = before;
    substitutionCount(candidates);
    return isList;
  }

  /** simple-id ::= source-name [template-args]. */
  private int simpleId() {
    int name = tagged(sourceName());
    return peek() == 'I' ? nodes.add(ItaniumKind.TEMPLATE, name, templateArguments(false)) : name;
  }

  /** base-unresolved-name ::= simple-id | on operator-name [template-args] | dn destructor-name. */
  private int baseUnresolvedName() {
    if (eat('d', 'n')) {
      return nodes.add(ItaniumKind.DESTRUCTOR_NAME, isDigit() ? simpleId() : type());
    }
    if (!eat('o', 'n')) {
      return isDigit() ? simpleId() : operatorName();
    }
    int name = operatorName();
    return peek() == 'I' ? nodes.add(ItaniumKind.TEMPLATE, name, templateArguments(false)) : name;
  }

  /** expr-primary ::= L type value E | L [_Z] encoding E (5.1.6.1, 5.1.6.2). */
  final int primary() {
    expect('L');
    if (peek() == '_' && peek(1) == 'Z') {
      pos += 2;
      return external();
    }
    if (peek() == 'Z') {
      pos++;
      return external();
    }
    int type = type();
    int from = pos;
    while (peek() != 'E' && peek() != 0) {
      pos++;
    }
    expect('E');
    return nodes.add(ItaniumKind.LITERAL, type, from, pos - 1);
  }

  private int external() {
    int encoding = encoding();
    expect('E');
    return nodes.add(ItaniumKind.EXTERNAL, encoding);
  }

  /** rq requirement+ E | rQ bare-function-type _ requirement+ E (5.1.6). */
  private int requires() {
    pos++;
    int parameters = ItaniumNodes.NONE;
    if (eat('Q')) {
      parameters = parameters();
      expect('_');
    } else {
      expect('q');
    }
    int list = nodes.beginList();
    do {
      nodes.item(requirement());
    } while (!broken && !eat('E'));
    return nodes.add(ItaniumKind.REQUIRES, parameters, nodes.endList(list));
  }

  /** requirement ::= X expression [N] [R constraint] | T type | Q expression. */
  private int requirement() {
    if (eat('X')) {
      int expression = expression();
      int isNoexcept = eat('N') ? 1 : 0;
      int constraint = eat('R') ? constraint() : ItaniumNodes.NONE;
      return nodes.add(ItaniumKind.REQUIREMENT, expression, isNoexcept, constraint);
    }
    if (eat('T')) {
      return nodes.add(ItaniumKind.REQUIREMENT, type(), 2, ItaniumNodes.NONE);
    }
    expect('Q');
    return nodes.add(ItaniumKind.REQUIREMENT, expression(), 3, ItaniumNodes.NONE);
  }
}
