package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.text.Ascii;

/** The names in expressions whose scope depends on template arguments (5.1.6). */
final class ItaniumUnresolvedNames {
  private final ItaniumTerminals terminals;
  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumSubstitutions substitutions;
  private final ItaniumGrammar grammar;

  ItaniumUnresolvedNames(ItaniumTerminals terminals, ItaniumGrammar grammar) {
    this.terminals = terminals;
    in = terminals.in;
    nodes = terminals.nodes;
    substitutions = terminals.substitutions;
    this.grammar = grammar;
  }

  /**
   * unresolved-name ::= sr type base | srN type level+ E base | sr level+ E base.
   *
   * <p>The second form reads like a nested-name as the type of the first, which is how GCC writes
   * it; but only the parts of a nested-name are candidates for substitution.
   */
  int name() {
    in.pos += 2;
    if (in.isDigit()) {
      return qualifiedLevels();
    }
    if (isUnresolvedType()) {
      terminals.hasChoice = true;
      if (terminals.isSecondReading) {
        return levelsOfType();
      }
    }
    int type = grammar.type();
    return nodes.add(ItaniumKind.NESTED, type, base());
  }

  /** Whether an N follows and then what may be an unresolved-type: a parameter or decltype. */
  private boolean isUnresolvedType() {
    if (in.peek() != 'N') {
      return false;
    }
    int c = in.peek(1);
    return c == 'T' || c == 'D' || (c == 'S' && !Ascii.isLower(in.peek(2)));
  }

  private int levelsOfType() {
    in.pos++;
    int name = grammar.type();
    do {
      name = nodes.add(ItaniumKind.NESTED, name, simpleId());
    } while (!in.broken && !in.eat('E'));
    return nodes.add(ItaniumKind.NESTED, name, base());
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
      return nodes.add(ItaniumKind.NESTED, name, base());
    }
    while (!in.broken && !in.eat('E')) {
      name = nodes.add(ItaniumKind.NESTED, name, simpleId());
    }
    return member(name);
  }

  /** A member with its arguments, if it has some. */
  private int member(int scope) {
    int base = base();
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
  int simpleId() {
    int name = terminals.tagged(terminals.sourceName());
    return in.peek() == 'I'
        ? nodes.add(ItaniumKind.TEMPLATE, name, grammar.templateArguments(false))
        : name;
  }

  /** base-unresolved-name ::= simple-id | on operator-name [template-args] | dn destructor-name. */
  int base() {
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
}
