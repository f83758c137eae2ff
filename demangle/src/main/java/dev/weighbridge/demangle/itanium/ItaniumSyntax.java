package dev.weighbridge.demangle.itanium;

import java.util.Arrays;

/**
 * What the productions of the grammar share: the nodes, the substitutions, the template parameters
 * in reach, and the bound on nesting.
 */
abstract class ItaniumSyntax extends ItaniumCursor {
  /** Deepest nesting of productions that is followed. Real names stay below 60. */
  static final int MAX_DEPTH = 256;

  final ItaniumNodes nodes = new ItaniumNodes();

  /**
   * Productions that are followed for each byte of a name, and for any name. One byte never needs
   * more than one; only looking ahead reads bytes again.
   */
  private static final int STEPS_PER_BYTE = 8;

  private static final int MIN_STEPS = 20_000;

  private int depth;
  private int stepsLeft;

  private int[] substitutions = new int[64];
  private int substitutionCount;

  /** Arguments that template parameters may stand for; those of inner scopes come behind. */
  private int[] arguments = new int[32];

  private int argumentBase;
  private int argumentCount;

  /** Whether parameters stand for arguments that come later, as in a conversion operator. */
  boolean isForward;

  /** Whether arguments behind a parameter may be those of the conversion operator to it. */
  boolean isOperatorType;

  /** How many generic lambdas are open; their parameters are no template arguments. */
  int lambdaDepth;

  final void begin(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    pos = from;
    end = to;
    broken = false;
    nodes.clear();
    depth = 0;
    stepsLeft = MIN_STEPS + STEPS_PER_BYTE * (to - from);
    substitutionCount = 0;
    argumentBase = 0;
    argumentCount = 0;
    isForward = false;
    isOperatorType = false;
    lambdaDepth = 0;
  }

  /** Goes into a production; the name is refused if that is too deep. */
  final boolean enter() {
    if (++depth > MAX_DEPTH || --stepsLeft < 0) {
      broken = true;
    }
    return !broken;
  }

  final int leave(int node) {
    depth--;
    return node;
  }

  /** Refuses the name. */
  final int fail() {
    broken = true;
    return ItaniumNodes.NONE;
  }

  /** Makes a node a candidate for later substitutions (5.1.10). */
  final int substitutable(int node) {
    if (substitutionCount == substitutions.length) {
      substitutions = Arrays.copyOf(substitutions, 2 * substitutionCount);
    }
    substitutions[substitutionCount++] = node;
    return node;
  }

  /** Takes the newest candidate back. */
  final void dropSubstitution() {
    substitutionCount--;
  }

  final int substitutionCount() {
    return substitutionCount;
  }

  final void substitutionCount(int count) {
    substitutionCount = count;
  }

  /** substitution ::= S [seq-id] _ behind its {@code S}. */
  final int numberedSubstitution() {
    int index = sequenceNumber();
    return broken || index >= substitutionCount ? fail() : substitutions[index];
  }

  /** Opens a scope without arguments, that of another encoding; the answer closes it. */
  final long openScope() {
    long outer = (long) argumentBase << 32 | argumentCount;
    argumentBase = argumentCount;
    return outer;
  }

  final void closeScope(long outer) {
    argumentBase = (int) (outer >>> 32);
    argumentCount = (int) outer;
  }

  /** Forgets the arguments of this scope: those of an enclosing class are no parameters here. */
  final void forgetArguments() {
    argumentCount = argumentBase;
  }

  final void addArgument(int node) {
    if (argumentCount == arguments.length) {
      arguments = Arrays.copyOf(arguments, 2 * argumentCount);
    }
    arguments[argumentCount++] = node;
  }

  /** template-param ::= T [L level _] [number] _ behind its {@code T} (5.1.5.8). */
  final int templateParameter() {
    int level = eat('L') ? indexNumber() + 1 : 0;
    int index = indexNumber();
    if (broken) {
      return ItaniumNodes.NONE;
    }
    int known = ItaniumNodes.NONE;
    boolean isOfLambda = lambdaDepth > 0;
    if (!isOfLambda && !isForward) {
      known = level > 0 ? fail() : argument(index);
    }
    return nodes.add(ItaniumKind.TEMPLATE_PARAMETER, index, known, isOfLambda ? 1 : 0);
  }

  private int argument(int index) {
    return index < argumentCount - argumentBase ? arguments[argumentBase + index] : fail();
  }

  /** source-name ::= length identifier (5.1.2). */
  final int sourceName() {
    int length = number();
    if (broken || length == 0 || length > end - pos) {
      return fail();
    }
    pos += length;
    return nodes.add(ItaniumKind.NAME, pos - length, pos);
  }

  /** Adds template arguments up to the {@code E} as a list. */
  final int argumentsToEnd() {
    int list = nodes.beginList();
    while (!eat('E') && !broken) {
      nodes.item(templateArgument());
    }
    return nodes.endList(list);
  }

  /** Adds expressions up to the {@code E} as a list. */
  final int expressionsToEnd() {
    int list = nodes.beginList();
    while (!eat('E') && !broken) {
      nodes.item(expression());
    }
    return nodes.endList(list);
  }

  /** Adds types as long as the next byte does not end a parameter list; one at least. */
  final int parameters() {
    int list = nodes.beginList();
    do {
      nodes.item(type());
    } while (!broken && !isEndOfParameters());
    return nodes.endList(list);
  }

  private boolean isEndOfParameters() {
    int c = peek();
    if (c == 'R' || c == 'O') {
      return peek(1) == 'E';
    }
    return c == 0 || c == 'E' || c == '.' || c == 'Q' || c == '_' || c == '@';
  }

  abstract int type();

  abstract int expression();

  abstract int name();

  abstract int encoding();

  abstract int templateArgument();

  abstract int templateArguments(boolean areParameters);

  abstract int unqualifiedName(int scope, int module);

  abstract int operatorName();

  /** type-constraint ::= name (5.1.5.8). */
  final int constraint() {
    return name();
  }

  /** template-param-decl ::= Ty | Tk constraint | Tn type | Tt decl* E | Tp decl (5.1.5.8). */
  abstract int templateParameterDeclaration();
}
