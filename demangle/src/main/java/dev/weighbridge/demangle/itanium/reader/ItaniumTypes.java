package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** The types of the grammar (5.1.5). */
final class ItaniumTypes {
  private final ItaniumTerminals terminals;
  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumSubstitutions substitutions;
  private final ItaniumScope scope;
  private final ItaniumGrammar grammar;

  /** Whether arguments are read only to see what follows them. */
  private boolean isLooking;

  ItaniumTypes(ItaniumTerminals terminals, ItaniumGrammar grammar) {
    this.terminals = terminals;
    in = terminals.in;
    nodes = terminals.nodes;
    substitutions = terminals.substitutions;
    scope = terminals.scope;
    this.grammar = grammar;
  }

  int type() {
    int word = ItaniumWords.builtin(in.peek());
    if (word >= 0) {
      in.pos++;
      return nodes.add(ItaniumKind.WORD, word);
    }
    return in.leave(in.enter() ? substitutedType() : ItaniumNodes.NONE);
  }

  /** A type, which is a candidate for substitution unless it is builtin or substituted. */
  private int substitutedType() {
    int c = in.peek();
    switch (c) {
      case 'r', 'V', 'K' -> {
        return qualifiedType();
      }
      case 'F' -> {
        return substitutions.add(function(0));
      }
      case 'A' -> {
        return substitutions.add(array());
      }
      case 'M' -> {
        return substitutions.add(memberPointer());
      }
      case 'T' -> {
        return templateParameterType();
      }
      case 'P', 'R', 'O', 'C', 'G' -> {
        return substitutions.add(compound(c));
      }
      case 'U' -> {
        return substitutions.add(vendorOrUnnamed());
      }
      case 'D' -> {
        return dType();
      }
      case 'S' -> {
        return substitutionType();
      }
      case 'u' -> {
        return substitutions.add(vendorType());
      }
      default -> {
        return substitutions.add(grammar.name(false));
      }
    }
  }

  /** CV-qualifiers ::= [r] [V] [K] (5.1.5.1); before a function type they are about this. */
  private int qualifiedType() {
    int mask = terminals.qualifiers();
    if (in.peek() == 'F' || isFunctionPrefix()) {
      return substitutions.add(function(mask));
    }
    int inner = type();
    return substitutions.add(nodes.add(ItaniumKind.QUALIFIED, inner, mask));
  }

  private boolean isFunctionPrefix() {
    int c = in.peek(1);
    return in.peek() == 'D' && (c == 'o' || c == 'O' || c == 'w' || c == 'x');
  }

  private int compound(int tag) {
    in.pos++;
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
    if (in.eat('D', 'x')) {
      mask |= ItaniumQualifiers.TRANSACTION_SAFE;
    }
    in.expect('F');
    in.eat('Y');
    int result = type();
    int parameters = parameters();
    mask |= terminals.referenceQualifier();
    in.expect('E');
    int qualifiers =
        mask == 0 && exceptions < 0
            ? ItaniumNodes.NONE
            : nodes.add(ItaniumKind.FUNCTION_QUALIFIERS, mask, exceptions);
    return nodes.add(ItaniumKind.FUNCTION, result, parameters, qualifiers);
  }

  /** exception-spec ::= Do | DO expression E | Dw type+ E (5.1.5.3). */
  private int exceptionSpecification() {
    if (in.eat('D', 'o')) {
      return nodes.add(ItaniumKind.NOEXCEPT, ItaniumNodes.NONE);
    }
    if (in.eat('D', 'O')) {
      int condition = grammar.expression();
      in.expect('E');
      return nodes.add(ItaniumKind.NOEXCEPT, condition);
    }
    if (!in.eat('D', 'w')) {
      return ItaniumNodes.NONE;
    }
    int list = nodes.beginList();
    while (!in.eat('E') && !in.broken) {
      nodes.item(type());
    }
    return nodes.add(ItaniumKind.THROWS, nodes.endList(list));
  }

  /** array-type ::= A [dimension] _ type (5.1.5.6). */
  private int array() {
    in.pos++;
    int dimension = ItaniumNodes.NONE;
    if (in.isDigit()) {
      dimension = terminals.digits();
    } else if (in.peek() != '_') {
      dimension = grammar.expression();
    }
    in.expect('_');
    int element = type();
    return nodes.add(ItaniumKind.ARRAY, element, dimension);
  }

  private int memberPointer() {
    in.pos++;
    int owner = type();
    int member = type();
    return nodes.add(ItaniumKind.MEMBER_POINTER, owner, member);
  }

  /** A parameter, or the arguments of a template template parameter (5.1.5.8). */
  private int templateParameterType() {
    int word = ItaniumWords.elaborated(in.peek(1));
    if (word >= 0) {
      in.pos += 2;
      return substitutions.add(nodes.add(ItaniumKind.SPECIAL, word, grammar.name(false)));
    }
    in.pos++;
    int parameter = substitutions.add(terminals.templateParameter());
    // The arguments behind a conversion to T are those of the operator, unless more follow them.
    if (in.peek() != 'I' || (scope.isOperatorType && !isTemplateTemplate())) {
      return parameter;
    }
    return substitutions.add(
        nodes.add(ItaniumKind.TEMPLATE, parameter, grammar.templateArguments(false)));
  }

  /** Whether behind the arguments that follow there are the arguments of the operator itself. */
  private boolean isTemplateTemplate() {
    if (isLooking) {
      return true;
    }
    int before = in.pos;
    int candidates = substitutions.count();
    isLooking = true;
    grammar.templateArguments(false);
    isLooking = false;
    boolean isFollowed = in.peek() == 'I';
    // What the arguments refer to may be there only when they are those of the operator.
    in.broken = false;
    in.pos = before;
    substitutions.truncate(candidates);
    return isFollowed;
  }

  /** U source-name [template-args] type (5.1.5.1), or an unnamed type. */
  private int vendorOrUnnamed() {
    if (!Ascii.isDigit(in.peek(1))) {
      return grammar.name(false);
    }
    in.pos++;
    int qualifier = terminals.sourceName();
    int list = in.peek() == 'I' ? grammar.templateArguments(false) : ItaniumNodes.NONE;
    int inner = type();
    return nodes.add(ItaniumKind.VENDOR_QUALIFIED, inner, qualifier, list);
  }

  private int vendorType() {
    in.pos++;
    int name = terminals.sourceName();
    return in.peek() == 'I'
        ? nodes.add(ItaniumKind.TEMPLATE, name, grammar.templateArguments(false))
        : name;
  }

  private int substitutionType() {
    if (in.peek(1) == 't') {
      return substitutions.add(grammar.name(false));
    }
    int before = in.pos;
    int substituted = terminals.substitution();
    int c = in.peek();
    if (c == 'I') {
      return substitutions.add(
          nodes.add(ItaniumKind.TEMPLATE, substituted, grammar.templateArguments(false)));
    }
    if (!in.broken && nodes.kind(substituted) == ItaniumKind.MODULE) {
      in.pos = before;
      return substitutions.add(grammar.name(false));
    }
    return substituted;
  }

  /** The types that begin with D (5.1.5.2 and others). */
  private int dType() {
    int c = in.peek(1);
    switch (c) {
      case 't', 'T' -> {
        return substitutions.add(decltype());
      }
      case 'p' -> {
        in.pos += 2;
        return substitutions.add(nodes.add(ItaniumKind.EXPANSION, type(), 0));
      }
      case 'o', 'O', 'w', 'x' -> {
        return substitutions.add(function(0));
      }
      case 'v' -> {
        in.pos += 2;
        return substitutions.add(vector());
      }
      case 'F' -> {
        in.pos += 2;
        return floatType();
      }
      case 'B', 'U' -> {
        in.pos += 2;
        return bitInteger(c == 'B' ? 1 : 0);
      }
      case 'k', 'K' -> {
        in.pos += 2;
        return substitutions.add(deducedType(c));
      }
      case 'C' -> {
        return substitutions.add(grammar.name(false));
      }
      default -> {
        return dBuiltin(c);
      }
    }
  }

  private int dBuiltin(int c) {
    int word = ItaniumWords.builtinD(c);
    if (word < 0) {
      return in.fail();
    }
    in.pos += 2;
    return nodes.add(ItaniumKind.WORD, word);
  }

  /** decltype ::= Dt expression E | DT expression E (5.1.5.4). */
  int decltype() {
    in.pos += 2;
    int expression = grammar.expression();
    in.expect('E');
    return nodes.add(ItaniumKind.DECLTYPE, expression);
  }

  /** Constrained {@code auto}: the concept is written before it. */
  private int deducedType(int letter) {
    int concept = grammar.name(false);
    int word = ItaniumWords.builtinD(letter == 'k' ? 'a' : 'c');
    return nodes.add(
        ItaniumKind.LAMBDA_DECLARATION, nodes.add(ItaniumKind.WORD, word), 'k', concept);
  }

  /** Dv dimension _ (type | p), of GCC's vectors. */
  private int vector() {
    int dimension;
    if (in.isDigit()) {
      dimension = terminals.digits();
    } else {
      in.eat('_');
      dimension = grammar.expression();
    }
    in.expect('_');
    int element = in.eat('p') ? ItaniumNodes.NONE : type();
    return nodes.add(ItaniumKind.VECTOR, element, dimension);
  }

  /** DF bits (_ | b | x) (5.1.5.2). */
  private int floatType() {
    int bits = terminals.digits();
    if (in.eat('b')) {
      return nodes.add(ItaniumKind.WORD, ItaniumWords.BFLOAT);
    }
    int isExtended = in.eat('x') ? 1 : 0;
    if (isExtended == 0) {
      in.expect('_');
    }
    return nodes.add(ItaniumKind.SUFFIXED, bits, ItaniumWords.floatWord(), isExtended);
  }

  private int bitInteger(int isSigned) {
    int bits = in.isDigit() ? terminals.digits() : grammar.expression();
    in.expect('_');
    return nodes.add(ItaniumKind.BIT_INTEGER, bits, isSigned);
  }

  /** Types as long as the next byte does not end a parameter list; one at least. */
  int parameters() {
    int list = nodes.beginList();
    do {
      nodes.item(type());
    } while (!in.broken && !isEndOfParameters());
    return nodes.endList(list);
  }

  private boolean isEndOfParameters() {
    int c = in.peek();
    if (c == 'R' || c == 'O') {
      return in.peek(1) == 'E';
    }
    return c == 0 || c == 'E' || c == '.' || c == 'Q' || c == '_' || c == '@';
  }
}
