package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;

/**
 * The template arguments of the grammar (5.1.5.10) and the parameters of generic lambdas (5.1.8).
 */
final class ItaniumTemplates {
  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumScope scope;
  private final ItaniumGrammar grammar;

  ItaniumTemplates(ItaniumTerminals terminals, ItaniumGrammar grammar) {
    in = terminals.in;
    nodes = terminals.nodes;
    scope = terminals.scope;
    this.grammar = grammar;
  }

  /** template-args ::= I template-arg+ E (5.1.5.10). */
  int arguments(boolean areParameters) {
    in.expect('I');
    if (areParameters) {
      scope.beginArguments();
    }
    boolean before = scope.isConversionOfEncoding;
    boolean outer = scope.isOperatorType;
    scope.isConversionOfEncoding = false;
    scope.isOperatorType = false;
    int list = nodes.beginList();
    while (!in.eat('E') && !in.broken) {
      if (in.peek() == 'Q') {
        int constraint = constraint();
        scope.constraint = areParameters ? constraint : scope.constraint;
        continue;
      }
      int argument = argument();
      nodes.item(argument);
      if (areParameters && !in.broken) {
        scope.addArgument(argument);
      }
    }
    if (areParameters) {
      scope.endArguments();
    }
    scope.isConversionOfEncoding = before;
    scope.isOperatorType = outer;
    return nodes.endList(list);
  }

  /** Q constraint-expression (5.1.5.10), if one follows; -1 if none. */
  int constraint() {
    if (!in.eat('Q')) {
      return ItaniumNodes.NONE;
    }
    boolean outer = scope.isConstraint;
    scope.isConstraint = true;
    int clause = nodes.add(ItaniumKind.REQUIRES_CLAUSE, grammar.expression());
    scope.isConstraint = outer;
    return clause;
  }

  /** template-arg ::= type | X expression E | expr-primary | J template-arg* E (5.1.5.10). */
  int argument() {
    // The declaration of a parameter that its argument does not tell.
    while (isDeclaration()) {
      parameterDeclaration();
    }
    return switch (in.peek()) {
      case 'X' -> {
        in.pos++;
        int expression = grammar.expression();
        in.expect('E');
        yield expression;
      }
      case 'L' -> grammar.primary();
      case 'J', 'I' -> {
        in.pos++;
        yield in.leave(in.enter() ? pack() : ItaniumNodes.NONE);
      }
      default -> grammar.type();
    };
  }

  /** Adds arguments up to the {@code E} as a list. */
  int argumentsToEnd() {
    int list = nodes.beginList();
    while (!in.eat('E') && !in.broken) {
      nodes.item(argument());
    }
    return nodes.endList(list);
  }

  private int pack() {
    return nodes.add(ItaniumKind.ARGUMENT_PACK, argumentsToEnd());
  }

  /** The template parameters that a lambda declares (5.1.8); -1 if it declares none. */
  int declarations() {
    if (!isDeclaration()) {
      return ItaniumNodes.NONE;
    }
    int list = nodes.beginList();
    while (isDeclaration()) {
      nodes.item(parameterDeclaration());
    }
    return nodes.endList(list);
  }

  private boolean isDeclaration() {
    return in.peek() == 'T' && "yntpk".indexOf(in.peek(1)) >= 0;
  }

  int parameterDeclaration() {
    return in.leave(in.enter() ? declaration() : ItaniumNodes.NONE);
  }

  private int declaration() {
    int letter = in.peek(1);
    in.pos += 2;
    int content =
        switch (letter) {
          case 'y' -> ItaniumNodes.NONE;
          case 'k' -> concept();
          case 'n' -> grammar.type();
          case 'p' -> isDeclaration() ? parameterDeclaration() : in.fail();
          default -> templateDeclaration();
        };
    return nodes.add(ItaniumKind.LAMBDA_DECLARATION, ItaniumNodes.NONE, letter, content);
  }

  private int concept() {
    boolean outer = scope.isConstraint;
    scope.isConstraint = true;
    int name = grammar.name(false);
    scope.isConstraint = outer;
    return name;
  }

  /** The parameters of a template template parameter. */
  private int templateDeclaration() {
    int list = nodes.beginList();
    while (isDeclaration()) {
      nodes.item(parameterDeclaration());
    }
    if (in.eat('Q')) {
      grammar.expression();
    }
    in.expect('E');
    return nodes.endList(list);
  }
}
