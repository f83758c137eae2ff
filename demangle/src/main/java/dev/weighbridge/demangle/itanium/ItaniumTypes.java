package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;

/** The types of the grammar (5.1.5). */
abstract class ItaniumTypes extends ItaniumSyntax {
  /** Whether arguments are read only to see what follows them. */
  private boolean isLooking;

  @Override
  final int type() {
    return leave(enter() ? substitutedType() : ItaniumNodes.NONE);
  }

  /** A type, which is a candidate for substitution unless it is builtin or substituted. */
  private int substitutedType() {
    int c = peek();
    switch (c) {
      case 'r', 'V', 'K' -> {
        return qualifiedType();
      }
      case 'F' -> {
        return substitutable(function(0));
      }
      case 'A' -> {
        return substitutable(array());
      }
      case 'M' -> {
        return substitutable(memberPointer());
      }
      case 'T' -> {
        return templateParameterType();
      }
      case 'P', 'R', 'O', 'C', 'G' -> {
        return substitutable(compound(c));
      }
      case 'U' -> {
        return substitutable(vendorOrUnnamed());
      }
      case 'D' -> {
        return dType();
      }
      case 'S' -> {
        return substitutionType();
      }
      case 'u' -> {
        return substitutable(vendorType());
      }
      default -> {
        return builtinOrName(c);
      }
    }
  }

  private int builtinOrName(int c) {
    int word = ItaniumWords.builtin(c);
    if (word >= 0) {
      pos++;
      return nodes.add(ItaniumKind.WORD, word);
    }
    return substitutable(name());
  }

  /** CV-qualifiers ::= [r] [V] [K] (5.1.5.1); before a function type they are about this. */
  private int qualifiedType() {
    int mask = qualifiers();
    if (peek() == 'F' || isFunctionPrefix()) {
      return substitutable(function(mask));
    }
    int inner = type();
    return substitutable(nodes.add(ItaniumKind.QUALIFIED, inner, mask));
  }

  final int qualifiers() {
    int mask = eat('r') ? ItaniumQualifiers.RESTRICT : 0;
    mask |= eat('V') ? ItaniumQualifiers.VOLATILE : 0;
    return mask | (eat('K') ? ItaniumQualifiers.CONST : 0);
  }

  private boolean isFunctionPrefix() {
    int c = peek(1);
    return peek() == 'D' && (c == 'o' || c == 'O' || c == 'w' || c == 'x');
  }

  private int compound(int tag) {
    pos++;
    int inner = type();
    return switch (tag) {
      case 'P' -> nodes.add(ItaniumKind.POINTER, inner);
      case 'R' -> nodes.add(ItaniumKind.REFERENCE, inner);
      case 'O' -> nodes.add(ItaniumKind.RVALUE_REFERENCE, inner);
      case 'C' -> nodes.add(ItaniumKind.SUFFIXED, inner, ItaniumWords.COMPLEX);
      default -> nodes.add(ItaniumKind.SUFFIXED, inner, ItaniumWords.IMAGINARY);
    };
  }

  /** function-type ::= [CV] [exception-spec] [Dx] F [Y] type+ [ref-qualifier] E (5.1.5.3). */
  private int function(int thisQualifiers) {
    int mask = thisQualifiers;
    int exceptions = exceptionSpecification();
    if (eat('D', 'x')) {
      mask |= ItaniumQualifiers.TRANSACTION_SAFE;
    }
    expect('F');
    eat('Y');
    int result = type();
    int parameters = parameters();
    if (eat('R')) {
      mask |= ItaniumQualifiers.REFERENCE;
    } else if (eat('O')) {
      mask |= ItaniumQualifiers.RVALUE_REFERENCE;
    }
    expect('E');
    int qualifiers =
        mask == 0 && exceptions < 0
            ? ItaniumNodes.NONE
            : nodes.add(ItaniumKind.FUNCTION_QUALIFIERS, mask, exceptions);
    return nodes.add(ItaniumKind.FUNCTION, result, parameters, qualifiers);
  }

  /** exception-spec ::= Do | DO expression E | Dw type+ E (5.1.5.3). */
  private int exceptionSpecification() {
    if (eat('D', 'o')) {
      return nodes.add(ItaniumKind.NOEXCEPT, ItaniumNodes.NONE);
    }
    if (eat('D', 'O')) {
      int condition = expression();
      expect('E');
      return nodes.add(ItaniumKind.NOEXCEPT, condition);
    }
    if (!eat('D', 'w')) {
      return ItaniumNodes.NONE;
    }
    int list = nodes.beginList();
    while (!eat('E') && !broken) {
      nodes.item(type());
    }
    return nodes.add(ItaniumKind.THROWS, nodes.endList(list));
  }

  /** array-type ::= A [dimension] _ type (5.1.5.6). */
  private int array() {
    pos++;
    int dimension = ItaniumNodes.NONE;
    if (isDigit()) {
      dimension = digits();
    } else if (peek() != '_') {
      dimension = expression();
    }
    expect('_');
    int element = type();
    return nodes.add(ItaniumKind.ARRAY, element, dimension);
  }

  final int digits() {
    int from = pos;
    while (isDigit()) {
      pos++;
    }
    return nodes.add(ItaniumKind.DIGITS, from, pos);
  }

  private int memberPointer() {
    pos++;
    int owner = type();
    int member = type();
    return nodes.add(ItaniumKind.MEMBER_POINTER, owner, member);
  }

  /** A parameter, or the arguments of a template template parameter (5.1.5.8). */
  private int templateParameterType() {
    int word = ItaniumWords.elaborated(peek(1));
    if (word >= 0) {
      pos += 2;
      return substitutable(nodes.add(ItaniumKind.SPECIAL, word, name()));
    }
    pos++;
    int parameter = substitutable(templateParameter());
    // The arguments behind a conversion to T are those of the operator, unless more follow them.
    if (peek() != 'I' || (isOperatorType && !isTemplateTemplate())) {
      return parameter;
    }
    return substitutable(nodes.add(ItaniumKind.TEMPLATE, parameter, templateArguments(false)));
  }

  /** Whether behind the arguments that follow there are the arguments of the operator itself. */
  private boolean isTemplateTemplate() {
    if (isLooking) {
      return true;
    }
    int before = pos;
    int candidates = substitutionCount();
    isLooking = true;
    templateArguments(false);
    isLooking = false;
    boolean isFollowed = peek() == 'I';
    pos = before;
    substitutionCount(candidates);
    return isFollowed;
  }

  /** U source-name [template-args] type (5.1.5.1), or an unnamed type. */
  private int vendorOrUnnamed() {
    if (!Ascii.isDigit(peek(1))) {
      return name();
    }
    pos++;
    int qualifier = sourceName();
    int list = peek() == 'I' ? templateArguments(false) : ItaniumNodes.NONE;
    int inner = type();
    return nodes.add(ItaniumKind.VENDOR_QUALIFIED, inner, qualifier, list);
  }

  private int vendorType() {
    pos++;
    int name = sourceName();
    return peek() == 'I' ? nodes.add(ItaniumKind.TEMPLATE, name, templateArguments(false)) : name;
  }

  private int substitutionType() {
    if (peek(1) == 't') {
      return substitutable(name());
    }
    int before = pos;
    int substituted = substitution();
    int c = peek();
    if (c == 'I') {
      return substitutable(nodes.add(ItaniumKind.TEMPLATE, substituted, templateArguments(false)));
    }
    if (!broken && nodes.kind(substituted) == ItaniumKind.MODULE) {
      pos = before;
      return substitutable(name());
    }
    return substituted;
  }

  /** substitution, but for {@code St}, which never stands alone (5.1.10). */
  final int substitution() {
    expect('S');
    int word = ItaniumWords.standard(peek());
    if (word < 0) {
      return numberedSubstitution();
    }
    pos++;
    int node = nodes.add(ItaniumKind.WORD, word);
    return peek() == 'B' ? substitutable(tagged(node)) : node;
  }

  /** abi-tags ::= (B source-name)* (5.1.4). */
  final int tagged(int name) {
    int node = name;
    while (eat('B')) {
      node = nodes.add(ItaniumKind.TAGGED, node, sourceName());
    }
    return node;
  }

  /** The types that begin with D (5.1.5.2 and others). */
  private int dType() {
    int c = peek(1);
    switch (c) {
      case 't', 'T' -> {
        return substitutable(decltype());
      }
      case 'p' -> {
        pos += 2;
        return substitutable(nodes.add(ItaniumKind.EXPANSION, type(), 0));
      }
      case 'o', 'O', 'w', 'x' -> {
        return substitutable(function(0));
      }
      case 'v' -> {
        pos += 2;
        return substitutable(vector());
      }
      case 'F' -> {
        pos += 2;
        return floatType();
      }
      case 'B', 'U' -> {
        pos += 2;
        return bitInteger(c == 'B' ? 1 : 0);
      }
      case 'k', 'K' -> {
        pos += 2;
        return substitutable(deducedType(c));
      }
      case 'C' -> {
        return substitutable(name());
      }
      default -> {
        return dBuiltin(c);
      }
    }
  }

  private int dBuiltin(int c) {
    int word = ItaniumWords.builtinD(c);
    if (word < 0) {
      return fail();
    }
    pos += 2;
    return nodes.add(ItaniumKind.WORD, word);
  }

  /** decltype ::= Dt expression E | DT expression E (5.1.5.4). */
  final int decltype() {
    pos += 2;
    int expression = expression();
    expect('E');
    return nodes.add(ItaniumKind.DECLTYPE, expression);
  }

  /** Constrained {@code auto}: the concept is written before it. */
  private int deducedType(int letter) {
    int concept = constraint();
    int word = ItaniumWords.builtinD(letter == 'k' ? 'a' : 'c');
    return nodes.add(
        ItaniumKind.LAMBDA_DECLARATION, nodes.add(ItaniumKind.WORD, word), 'k', concept);
  }

  /** Dv dimension _ (type | p), of GCC's vectors. */
  private int vector() {
    int dimension;
    if (isDigit()) {
      dimension = digits();
    } else {
      eat('_');
      dimension = expression();
    }
    expect('_');
    int element = eat('p') ? ItaniumNodes.NONE : type();
    return nodes.add(ItaniumKind.VECTOR, element, dimension);
  }

  /** DF bits (_ | b | x) (5.1.5.2). */
  private int floatType() {
    int bits = digits();
    if (eat('b')) {
      return nodes.add(ItaniumKind.WORD, ItaniumWords.BFLOAT);
    }
    int isExtended = eat('x') ? 1 : 0;
    if (isExtended == 0) {
      expect('_');
    }
    return nodes.add(ItaniumKind.SUFFIXED, bits, ItaniumWords.floatWord(), isExtended);
  }

  private int bitInteger(int isSigned) {
    int bits = isDigit() ? digits() : expression();
    expect('_');
    return nodes.add(ItaniumKind.BIT_INTEGER, bits, isSigned);
  }
}
