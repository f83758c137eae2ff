package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;

/** The names of the grammar (5.1.2 to 5.1.4) and those of local entities (5.1.7, 5.1.8). */
abstract class ItaniumNames extends ItaniumExpressions {
  /** Whether a conversion operator that is read now names the encoding itself. */
  boolean isConversionOfEncoding;

  @Override
  final int name() {
    return nameOf(false);
  }

  /** The name of an encoding: its template arguments are what its parameters stand for. */
  final int encodedName() {
    return nameOf(true);
  }

  private int nameOf(boolean isEncoded) {
    int c = peek();
    if (c == 'N') {
      return nestedName(isEncoded);
    }
    if (c == 'Z') {
      return localName(isEncoded);
    }
    int name;
    if (c == 'S' && peek(1) != 't') {
      name = substitution();
      if (!broken && nodes.kind(name) == ItaniumKind.MODULE) {
        name = substitutedIfTemplate(unqualifiedName(ItaniumNodes.NONE, name));
      }
      if (peek() != 'I') {
        return broken || !isEncoded ? name : plain(name);
      }
    } else {
      name = substitutedIfTemplate(unscopedName());
    }
    if (peek() != 'I') {
      return name;
    }
    return nodes.add(ItaniumKind.TEMPLATE, name, templateArguments(isEncoded));
  }

  /** A function or variable is never just a substitution. */
  private int plain(int name) {
    return nodes.kind(name) == ItaniumKind.ATTACHED ? name : fail();
  }

  /** unscoped-template-name is a candidate for substitution, unscoped-name is not. */
  private int substitutedIfTemplate(int name) {
    return peek() == 'I' ? substitutable(name) : name;
  }

  /** unscoped-name ::= [St] unqualified-name (5.1.3). */
  private int unscopedName() {
    if (!eat('S', 't')) {
      return unqualifiedName(ItaniumNodes.NONE, ItaniumNodes.NONE);
    }
    int std = nodes.add(ItaniumKind.WORD, ItaniumWords.STD);
    eat('L');
    return nodes.add(ItaniumKind.NESTED, std, unqualifiedName(std, ItaniumNodes.NONE));
  }

  /** nested-name ::= N [CV] [ref] prefix unqualified-name E (5.1.3). */
  private int nestedName(boolean isEncoded) {
    pos++;
    // An explicit object parameter takes the place of the qualifiers.
    int mask = eat('H') ? 0 : qualifiers();
    if (eat('R')) {
      mask |= ItaniumQualifiers.REFERENCE;
    } else if (eat('O')) {
      mask |= ItaniumQualifiers.RVALUE_REFERENCE;
    }
    int name = prefix(isEncoded);
    return mask == 0 || broken ? name : nodes.add(ItaniumKind.MEMBER, name, mask);
  }

  private int prefix(boolean isEncoded) {
    int name = ItaniumNodes.NONE;
    boolean isCandidate = false;
    while (!broken && !eat('E')) {
      int c = peek();
      if (c == 'M' && name >= 0) {
        // data-member-prefix (5.1.8): the closure belongs to the initializer of the member.
        pos++;
        continue;
      }
      if (c == 'S' && peek(1) == 't') {
        pos += 2;
        name = name < 0 ? nodes.add(ItaniumKind.WORD, ItaniumWords.STD) : fail();
        isCandidate = false;
        continue;
      }
      int before = substitutionCount();
      name = component(name, c, isEncoded);
      isCandidate = !broken && (c != 'S' || substitutionCount() > before);
    }
    if (name < 0) {
      return fail();
    }
    if (isCandidate) {
      // The whole name is no prefix of itself.
      dropSubstitution();
    }
    return name;
  }

  /** One more component of a prefix; each but a substitution is a candidate for one. */
  private int component(int name, int c, boolean isEncoded) {
    if (c == 'I') {
      return name < 0
          ? fail()
          : substitutable(nodes.add(ItaniumKind.TEMPLATE, name, templateArguments(isEncoded)));
    }
    if (c == 'T' && name < 0) {
      pos++;
      return substitutable(templateParameter());
    }
    if (c == 'D' && (peek(1) == 't' || peek(1) == 'T') && name < 0) {
      return substitutable(decltype());
    }
    int module = ItaniumNodes.NONE;
    if (c == 'S') {
      int node = substitution();
      if (broken || nodes.kind(node) != ItaniumKind.MODULE) {
        return name < 0 ? node : fail();
      }
      module = node;
    }
    int last = unqualifiedName(name, module);
    return substitutable(name < 0 ? last : nodes.add(ItaniumKind.NESTED, name, last));
  }

  /** local-name ::= Z encoding E (s | [d [number] _] name) [discriminator] (5.1.7). */
  private int localName(boolean isEncoded) {
    pos++;
    int function = encoding();
    expect('E');
    if (eat('s')) {
      skipDiscriminator();
      int literal = nodes.add(ItaniumKind.WORD, ItaniumWords.STRING_LITERAL);
      return nodes.add(ItaniumKind.LOCAL, function, literal);
    }
    if (eat('d')) {
      int argument = nodes.add(ItaniumKind.DEFAULT_ARGUMENT, indexNumber() + 1);
      int entity = isEncoded ? encodedName() : name();
      return nodes.add(
          ItaniumKind.LOCAL, function, nodes.add(ItaniumKind.NESTED, argument, entity));
    }
    int entity = isEncoded ? encodedName() : name();
    skipDiscriminator();
    return nodes.add(ItaniumKind.LOCAL, function, entity);
  }

  /** discriminator ::= _ digit | __ number _ (5.1.7); it tells equal names apart, unseen. */
  private void skipDiscriminator() {
    if (peek() != '_') {
      return;
    }
    if (Ascii.isDigit(peek(1))) {
      pos += 2;
      while (isDigit()) {
        pos++;
      }
    } else if (peek(1) == '_' && Ascii.isDigit(peek(2))) {
      pos += 2;
      number();
      expect('_');
    }
  }

  /** unqualified-name ::= [module-name] [F] name [abi-tags] (5.1.3, 5.1.4). */
  @Override
  final int unqualifiedName(int scope, int startModule) {
    int module = moduleName(startModule);
    boolean isFriend = eat('F');
    boolean isInternal = eat('L');
    int c = peek();
    int name;
    if (Ascii.isDigit(c)) {
      name = sourceName();
    } else if (c == 'D' && peek(1) == 'C') {
      name = binding();
    } else if (c == 'C' || c == 'D') {
      name = constructorOrDestructor(scope);
    } else if (c == 'U') {
      name = unnamedType();
    } else {
      name = operatorName();
    }
    name = tagged(name);
    if (isInternal && !broken) {
      skipDiscriminator();
    }
    if (module >= 0) {
      name = nodes.add(ItaniumKind.ATTACHED, name, module);
    }
    return isFriend ? nodes.add(ItaniumKind.FRIEND, name) : name;
  }

  /** module-name ::= (W [P] source-name)*; each part is a candidate for substitution. */
  final int moduleName(int start) {
    int module = start;
    while (eat('W')) {
      int isPartition = eat('P') ? 1 : 0;
      module = substitutable(nodes.add(ItaniumKind.MODULE, module, sourceName(), isPartition));
    }
    return module;
  }

  /** DC source-name+ E: a structured binding (5.1.3). */
  private int binding() {
    pos += 2;
    int list = nodes.beginList();
    do {
      nodes.item(sourceName());
    } while (!broken && !eat('E'));
    return nodes.add(ItaniumKind.BINDING, nodes.endList(list));
  }

  /** ctor-dtor-name ::= C [I] digit [base type] | D digit (5.1.4.3). */
  private int constructorOrDestructor(int scope) {
    boolean isConstructor = peek() == 'C';
    pos++;
    boolean isInherited = isConstructor && eat('I');
    int variant = peek();
    if (scope < 0 || variant < (isConstructor ? '1' : '0') || variant > '5') {
      return fail();
    }
    pos++;
    int owner = isInherited ? type() : scope;
    int kind = isConstructor ? ItaniumKind.CONSTRUCTOR : ItaniumKind.DESTRUCTOR;
    return nodes.add(kind, owner, variant);
  }

  /**
   * unnamed-type-name ::= Ut [number] _ | Ul lambda-sig E [number] _ (5.1.7, 5.1.8); Ub of blocks.
   */
  private int unnamedType() {
    pos++;
    if (eat('t')) {
      return nodes.add(ItaniumKind.UNNAMED, indexNumber() + 1);
    }
    if (eat('b')) {
      indexNumber();
      return nodes.add(ItaniumKind.WORD, ItaniumWords.BLOCK_LITERAL);
    }
    if (!eat('l')) {
      return fail();
    }
    lambdaDepth++;
    int declarations = declarations();
    if (eat('Q')) {
      expression();
    }
    int parameters = parameters();
    if (eat('Q')) {
      expression();
    }
    lambdaDepth--;
    expect('E');
    return nodes.add(ItaniumKind.LAMBDA, parameters, indexNumber() + 1, declarations);
  }

  private int declarations() {
    if (!isDeclaration()) {
      return ItaniumNodes.NONE;
    }
    int list = nodes.beginList();
    while (isDeclaration()) {
      nodes.item(templateParameterDeclaration());
    }
    return nodes.endList(list);
  }

  private boolean isDeclaration() {
    return peek() == 'T' && "yntpk".indexOf(peek(1)) >= 0;
  }

  @Override
  final int templateParameterDeclaration() {
    return leave(enter() ? declaration() : ItaniumNodes.NONE);
  }

  private int declaration() {
    int letter = peek(1);
    pos += 2;
    int content =
        switch (letter) {
          case 'y' -> ItaniumNodes.NONE;
          case 'k' -> constraint();
          case 'n' -> type();
          case 'p' -> isDeclaration() ? templateParameterDeclaration() : fail();
          default -> templateDeclaration();
        };
    return nodes.add(ItaniumKind.LAMBDA_DECLARATION, ItaniumNodes.NONE, letter, content);
  }

  /** The parameters of a template template parameter. */
  private int templateDeclaration() {
    int list = nodes.beginList();
    while (isDeclaration()) {
      nodes.item(templateParameterDeclaration());
    }
    if (eat('Q')) {
      expression();
    }
    expect('E');
    return nodes.endList(list);
  }

  /** operator-name (5.1.4.1). */
  @Override
  final int operatorName() {
    int first = peek();
    int second = peek(1);
    if (first == 'c' && second == 'v') {
      pos += 2;
      return conversion();
    }
    if (first == 'l' && second == 'i') {
      pos += 2;
      return nodes.add(ItaniumKind.LITERAL_OPERATOR, sourceName());
    }
    if (first == 'v' && Ascii.isDigit(second)) {
      pos += 2;
      return nodes.add(ItaniumKind.CONVERSION, sourceName());
    }
    int operator = ItaniumOperators.find(first, second);
    if (operator < 0) {
      return fail();
    }
    pos += 2;
    return nodes.add(ItaniumKind.OPERATOR, operator);
  }

  /** The parameters in the type stand for the arguments of the operator, which come behind it. */
  private int conversion() {
    boolean before = isForward;
    boolean outer = isOperatorType;
    isForward = isConversionOfEncoding;
    isOperatorType = isForward;
    int type = type();
    isForward = before;
    isOperatorType = outer;
    return nodes.add(ItaniumKind.CONVERSION, type);
  }

  /** template-args ::= I template-arg+ E (5.1.5.10). */
  @Override
  final int templateArguments(boolean areParameters) {
    expect('I');
    if (areParameters) {
      forgetArguments();
    }
    boolean before = isConversionOfEncoding;
    boolean outer = isOperatorType;
    isConversionOfEncoding = false;
    isOperatorType = false;
    int list = nodes.beginList();
    while (!eat('E') && !broken) {
      if (eat('Q')) {
        // The constraints of the template, which is not part of its arguments.
        expression();
        continue;
      }
      int argument = templateArgument();
      nodes.item(argument);
      if (areParameters && !broken) {
        addArgument(argument);
      }
    }
    isConversionOfEncoding = before;
    isOperatorType = outer;
    return nodes.endList(list);
  }

  /** template-arg ::= type | X expression E | expr-primary | J template-arg* E (5.1.5.10). */
  @Override
  final int templateArgument() {
    // The declaration of a parameter that its argument does not tell.
    while (isDeclaration()) {
      templateParameterDeclaration();
    }
    return switch (peek()) {
      case 'X' -> {
        pos++;
        int expression = expression();
        expect('E');
        yield expression;
      }
      case 'L' -> primary();
      case 'J', 'I' -> {
        pos++;
        yield leave(enter() ? pack() : ItaniumNodes.NONE);
      }
      default -> type();
    };
  }

  private int pack() {
    return nodes.add(ItaniumKind.ARGUMENT_PACK, argumentsToEnd());
  }
}
