package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumQualifiers;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;

/**
 * The productions of the grammar that hold no types, names or expressions, and the state they and
 * all others share.
 */
final class ItaniumTerminals {
  final ItaniumCursor in = new ItaniumCursor();
  final ItaniumNodes nodes = new ItaniumNodes();
  final ItaniumSubstitutions substitutions = new ItaniumSubstitutions();
  final ItaniumScope scope = new ItaniumScope();

  /**
   * Whether the less likely way is taken where the grammar leaves two; the name is read so if it
   * cannot be read the first way.
   */
  boolean isSecondReading;

  /** Whether there were two ways. */
  boolean hasChoice;

  void begin(byte[] bytes, int from, int to, boolean newIsSecondReading) {
    isSecondReading = newIsSecondReading;
    hasChoice = false;
    in.begin(bytes, from, to);
    nodes.clear();
    substitutions.clear();
    scope.clear();
  }

  /** source-name ::= length identifier (5.1.2). */
  int sourceName() {
    int length = in.number();
    if (in.broken || length == 0 || length > in.end - in.pos) {
      return in.fail();
    }
    in.pos += length;
    return nodes.add(ItaniumKind.NAME, in.pos - length, in.pos);
  }

  int digits() {
    int from = in.pos;
    while (in.isDigit()) {
      in.pos++;
    }
    return nodes.add(ItaniumKind.DIGITS, from, in.pos);
  }

  /** CV-qualifiers ::= [r] [V] [K] (5.1.5.1). */
  int qualifiers() {
    int mask = in.eat('r') ? ItaniumQualifiers.RESTRICT : 0;
    mask |= in.eat('V') ? ItaniumQualifiers.VOLATILE : 0;
    return mask | (in.eat('K') ? ItaniumQualifiers.CONST : 0);
  }

  /** ref-qualifier ::= R | O (5.1.5.3). */
  int referenceQualifier() {
    if (in.eat('R')) {
      return ItaniumQualifiers.REFERENCE;
    }
    return in.eat('O') ? ItaniumQualifiers.RVALUE_REFERENCE : 0;
  }

  /** abi-tags ::= (B source-name)* (5.1.4). */
  int tagged(int name) {
    int node = name;
    while (in.eat('B')) {
      node = nodes.add(ItaniumKind.TAGGED, node, sourceName());
    }
    return node;
  }

  /** substitution, but for {@code St}, which never stands alone (5.1.10). */
  int substitution() {
    in.expect('S');
    int word = ItaniumWords.standard(in.peek());
    if (word < 0) {
      return numberedSubstitution();
    }
    in.pos++;
    int node = nodes.add(ItaniumKind.WORD, word);
    return in.peek() == 'B' ? substitutions.add(tagged(node)) : node;
  }

  /** substitution ::= S [seq-id] _ behind its {@code S}. */
  private int numberedSubstitution() {
    int index = in.sequenceNumber();
    return in.broken || index >= substitutions.count() ? in.fail() : substitutions.get(index);
  }

  /** template-param ::= T [L level-1 _] [number] _ behind its {@code T} (5.1.5.8). */
  int templateParameter() {
    int from = in.pos - 1;
    int level = in.eat('L') ? Math.max(1, in.indexNumber()) : 0;
    int index = in.indexNumber();
    if (in.broken) {
      return ItaniumNodes.NONE;
    }
    boolean isOfLambda = scope.lambdaDepth > 0;
    if (scope.isConstraint && !isOfLambda) {
      // What a constraint speaks of is written as it stands if the name does not tell it.
      int argument = scope.argument(level, index);
      int known = argument < 0 ? nodes.add(ItaniumKind.NAME, from, in.pos) : argument;
      return nodes.add(ItaniumKind.TEMPLATE_PARAMETER, index, known, 2);
    }
    int known = ItaniumNodes.NONE;
    if (!isOfLambda && !scope.isForward) {
      known = level > 0 ? ItaniumNodes.NONE : scope.argument(index);
      in.broken = known < 0;
    }
    return nodes.add(ItaniumKind.TEMPLATE_PARAMETER, index, known, isOfLambda ? 1 : 0);
  }

  /** Whether the template parameter that follows stands for nothing the name tells. */
  boolean isUnknownParameter() {
    int before = in.pos;
    in.expect('T');
    int index = in.indexNumber();
    boolean isFixed = scope.isComplete() && scope.lambdaDepth == 0 && !scope.isForward;
    boolean isUnknown = !in.broken && isFixed && scope.argument(index) < 0;
    in.broken = false;
    in.pos = before;
    return isUnknown;
  }
}
