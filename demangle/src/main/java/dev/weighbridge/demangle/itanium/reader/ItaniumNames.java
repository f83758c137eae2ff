package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumOperators;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** The names of the grammar (5.1.2 to 5.1.4) and those of local entities (5.1.7, 5.1.8). */
final class ItaniumNames {
  private final ItaniumTerminals terminals;
  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumSubstitutions substitutions;
  private final ItaniumScope scope;
  private final ItaniumTemplates templates;
  private final ItaniumGrammar grammar;

  ItaniumNames(ItaniumTerminals terminals, ItaniumTemplates templates, ItaniumGrammar grammar) {
    this.terminals = terminals;
    in = terminals.in;
    nodes = terminals.nodes;
    substitutions = terminals.substitutions;
    scope = terminals.scope;
    this.templates = templates;
    this.grammar = grammar;
  }

  /**
   * name (5.1.3).
   *
   * @param isEncoded whether it is that of an encoding: its template arguments are what the
   *     parameters of the encoding stand for
   */
  int name(boolean isEncoded) {
    int c = in.peek();
    if (c == 'N') {
      return nestedName(isEncoded);
    }
    if (c == 'Z') {
      return localName(isEncoded);
    }
    int name;
    if (c == 'S' && in.peek(1) != 't') {
      name = terminals.substitution();
      if (!in.broken && nodes.kind(name) == ItaniumKind.MODULE) {
        name = substitutedIfTemplate(unqualifiedName(ItaniumNodes.NONE, name));
      }
      if (in.peek() != 'I') {
        return in.broken || !isEncoded ? name : plain(name);
      }
    } else {
      name = substitutedIfTemplate(unscopedName());
    }
    if (in.peek() != 'I') {
      return name;
    }
    return nodes.add(ItaniumKind.TEMPLATE, name, templates.arguments(isEncoded));
  }

  /** A function or variable is never just a substitution. */
  private int plain(int name) {
    return nodes.kind(name) == ItaniumKind.ATTACHED ? name : in.fail();
  }

  /** unscoped-template-name is a candidate for substitution, unscoped-name is not. */
  private int substitutedIfTemplate(int name) {
    return in.peek() == 'I' ? substitutions.add(name) : name;
  }

  /** unscoped-name ::= [St] unqualified-name (5.1.3). */
  private int unscopedName() {
    if (!in.eat('S', 't')) {
      return unqualifiedName(ItaniumNodes.NONE, ItaniumNodes.NONE);
    }
    int std = nodes.add(ItaniumKind.WORD, ItaniumWords.STD);
    in.eat('L');
    return nodes.add(ItaniumKind.NESTED, std, unqualifiedName(std, ItaniumNodes.NONE));
  }

  /** nested-name ::= N [CV] [ref] prefix unqualified-name E (5.1.3). */
  private int nestedName(boolean isEncoded) {
    in.pos++;
    // An explicit object parameter takes the place of the qualifiers.
    int mask = in.eat('H') ? ItaniumQualifiers.EXPLICIT_OBJECT : terminals.qualifiers();
    mask |= terminals.referenceQualifier();
    int name = prefix(isEncoded);
    return mask == 0 || in.broken ? name : nodes.add(ItaniumKind.MEMBER, name, mask);
  }

  private int prefix(boolean isEncoded) {
    int name = ItaniumNodes.NONE;
    boolean isCandidate = false;
    while (!in.broken && !in.eat('E')) {
      int c = in.peek();
      if (c == 'M' && name >= 0) {
        // data-member-prefix (5.1.8): the closure belongs to the initializer of the member.
        in.pos++;
        continue;
      }
      if (c == 'S' && in.peek(1) == 't') {
        in.pos += 2;
        name = name < 0 ? nodes.add(ItaniumKind.WORD, ItaniumWords.STD) : in.fail();
        isCandidate = false;
        continue;
      }
      int before = substitutions.count();
      name = component(name, c, isEncoded);
      isCandidate = !in.broken && (c != 'S' || substitutions.count() > before);
    }
    if (name < 0) {
      return in.fail();
    }
    if (isCandidate) {
      // The whole name is no prefix of itself.
      substitutions.dropLast();
    }
    return name;
  }

  /** One more component of a prefix; each but a substitution is a candidate for one. */
  private int component(int name, int c, boolean isEncoded) {
    if (c == 'I') {
      return name < 0
          ? in.fail()
          : substitutions.add(
              nodes.add(ItaniumKind.TEMPLATE, name, templates.arguments(isEncoded)));
    }
    if (c == 'T' && name < 0) {
      in.pos++;
      return substitutions.add(terminals.templateParameter());
    }
    if (c == 'D' && (in.peek(1) == 't' || in.peek(1) == 'T') && name < 0) {
      return substitutions.add(grammar.decltype());
    }
    int module = ItaniumNodes.NONE;
    if (c == 'S') {
      int node = terminals.substitution();
      if (in.broken || nodes.kind(node) != ItaniumKind.MODULE) {
        return name < 0 ? node : in.fail();
      }
      module = node;
    }
    int last = unqualifiedName(name, module);
    return substitutions.add(name < 0 ? last : nodes.add(ItaniumKind.NESTED, name, last));
  }

  /** local-name ::= Z encoding E (s | [d [number] _] name) [discriminator] (5.1.7). */
  private int localName(boolean isEncoded) {
    in.pos++;
    int function = grammar.encoding();
    in.expect('E');
    if (in.eat('s')) {
      skipDiscriminator();
      int literal = nodes.add(ItaniumKind.WORD, ItaniumWords.STRING_LITERAL);
      return nodes.add(ItaniumKind.LOCAL, function, literal);
    }
    if (in.eat('d')) {
      int argument = nodes.add(ItaniumKind.DEFAULT_ARGUMENT, in.indexNumber() + 1);
      int entity = name(isEncoded);
      return nodes.add(
          ItaniumKind.LOCAL, function, nodes.add(ItaniumKind.NESTED, argument, entity));
    }
    int entity = name(isEncoded);
    skipDiscriminator();
    return nodes.add(ItaniumKind.LOCAL, function, entity);
  }

  /** discriminator ::= _ digit | __ number _ (5.1.7); it tells equal names apart, unseen. */
  private void skipDiscriminator() {
    if (in.peek() != '_') {
      return;
    }
    if (Ascii.isDigit(in.peek(1))) {
      in.pos += 2;
      while (in.isDigit()) {
        in.pos++;
      }
    } else if (in.peek(1) == '_' && Ascii.isDigit(in.peek(2))) {
      in.pos += 2;
      in.number();
      in.expect('_');
    }
  }

  /** unqualified-name ::= [module-name] [F] name [abi-tags] (5.1.3, 5.1.4). */
  int unqualifiedName(int scope, int startModule) {
    int module = moduleName(startModule);
    boolean isFriend = in.eat('F');
    boolean isInternal = in.eat('L');
    int c = in.peek();
    int name;
    if (Ascii.isDigit(c)) {
      name = terminals.sourceName();
    } else if (c == 'D' && in.peek(1) == 'C') {
      name = binding();
    } else if (c == 'C' || c == 'D') {
      name = constructorOrDestructor(scope);
    } else if (c == 'U') {
      name = unnamedType();
    } else {
      name = operatorName();
    }
    if (module >= 0) {
      name = nodes.add(ItaniumKind.ATTACHED, name, module);
    }
    name = terminals.tagged(name);
    if (isInternal && !in.broken) {
      skipDiscriminator();
    }
    return isFriend ? nodes.add(ItaniumKind.FRIEND, name) : name;
  }

  /** module-name ::= (W [P] source-name)*; each part is a candidate for substitution. */
  int moduleName(int start) {
    int module = start;
    while (in.eat('W')) {
      int isPartition = in.eat('P') ? 1 : 0;
      module =
          substitutions.add(
              nodes.add(ItaniumKind.MODULE, module, terminals.sourceName(), isPartition));
    }
    return module;
  }

  /** DC source-name+ E: a structured binding (5.1.3). */
  private int binding() {
    in.pos += 2;
    int list = nodes.beginList();
    do {
      nodes.item(terminals.sourceName());
    } while (!in.broken && !in.eat('E'));
    return nodes.add(ItaniumKind.BINDING, nodes.endList(list));
  }

  /** ctor-dtor-name ::= C [I] digit [base type] | D digit (5.1.4.3). */
  private int constructorOrDestructor(int scope) {
    boolean isConstructor = in.peek() == 'C';
    in.pos++;
    boolean isInherited = isConstructor && in.eat('I');
    int variant = in.peek();
    if (scope < 0 || variant < (isConstructor ? '1' : '0') || variant > '5') {
      return in.fail();
    }
    in.pos++;
    int owner = isInherited ? inheritedFrom(scope) : scope;
    int kind = isConstructor ? ItaniumKind.CONSTRUCTOR : ItaniumKind.DESTRUCTOR;
    return nodes.add(kind, owner, variant);
  }

  /**
   * The class by whose name an inherited constructor goes: as GNU has it, what was spelled last.
   * That is the base class, unless it is referred to.
   */
  private int inheritedFrom(int scope) {
    int c = in.peek();
    boolean isReferredTo = c == 'T' || (c == 'S' && !Ascii.isLower(in.peek(1)));
    int base = base(c);
    return isReferredTo ? scope : base;
  }

  /** A base class: arguments behind it are its own, or else those of the constructor. */
  private int base(int c) {
    boolean isName = Ascii.isDigit(c) || c == 'S';
    terminals.hasChoice |= isName;
    if (!isName || !terminals.isSecondReading) {
      return grammar.type();
    }
    return c == 'S' && in.peek(1) != 't'
        ? terminals.substitution()
        : substitutions.add(unscopedName());
  }

  /**
   * unnamed-type-name ::= Ut [number] _ | Ul lambda-sig E [number] _ (5.1.7, 5.1.8); Ub of blocks.
   */
  private int unnamedType() {
    in.pos++;
    if (in.eat('t')) {
      return nodes.add(ItaniumKind.UNNAMED, in.indexNumber() + 1);
    }
    if (in.eat('b')) {
      in.indexNumber();
      return nodes.add(ItaniumKind.WORD, ItaniumWords.BLOCK_LITERAL);
    }
    if (!in.eat('l')) {
      return in.fail();
    }
    scope.lambdaDepth++;
    int declarations = templates.declarations();
    if (in.eat('Q')) {
      grammar.expression();
    }
    int parameters = grammar.parameters();
    if (in.eat('Q')) {
      grammar.expression();
    }
    scope.lambdaDepth--;
    in.expect('E');
    return nodes.add(ItaniumKind.LAMBDA, parameters, in.indexNumber() + 1, declarations);
  }

  /** operator-name (5.1.4.1). */
  int operatorName() {
    int first = in.peek();
    int second = in.peek(1);
    if (first == 'c' && second == 'v') {
      in.pos += 2;
      return conversion();
    }
    if (first == 'l' && second == 'i') {
      in.pos += 2;
      return nodes.add(ItaniumKind.LITERAL_OPERATOR, terminals.sourceName());
    }
    if (first == 'v' && Ascii.isDigit(second)) {
      in.pos += 2;
      return nodes.add(ItaniumKind.CONVERSION, terminals.sourceName());
    }
    int operator = ItaniumOperators.find(first, second);
    if (operator < 0) {
      return in.fail();
    }
    in.pos += 2;
    return nodes.add(ItaniumKind.OPERATOR, operator);
  }

  /** The parameters in the type stand for the arguments of the operator, which come behind it. */
  private int conversion() {
    boolean before = scope.isForward;
    boolean outer = scope.isOperatorType;
    scope.isForward = scope.isConversionOfEncoding;
    scope.isOperatorType = scope.isForward;
    int type = grammar.type();
    scope.isForward = before;
    scope.isOperatorType = outer;
    return nodes.add(ItaniumKind.CONVERSION, type);
  }
}
