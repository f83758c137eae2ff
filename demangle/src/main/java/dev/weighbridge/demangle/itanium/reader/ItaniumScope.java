package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import java.util.Arrays;

/** What template parameters stand for where a name is read (5.1.5.8). */
final class ItaniumScope {
  /** Arguments that template parameters may stand for; those of inner scopes come behind. */
  private int[] arguments = new int[32];

  private int count;

  /** Where the arguments of each level begin, from the outermost template of a scope inwards. */
  private int[] levels = new int[16];

  private int levelCount;

  /** The first level of this scope, and of those around it. */
  private int[] scopes = new int[8];

  private int scopeCount;

  /** How many argument lists of encodings are not complete. */
  private int openLists;

  /** The requires-clause of the template arguments read last for the encoding; -1 if none. */
  int constraint;

  /** Whether a constraint is read: it counts the levels of templates from the outermost. */
  boolean isConstraint;

  /** Whether parameters stand for arguments that come later, as in a conversion operator. */
  boolean isForward;

  /** Whether arguments behind a parameter may be those of the conversion operator to it. */
  boolean isOperatorType;

  /** Whether a conversion operator that is read now names the encoding itself. */
  boolean isConversionOfEncoding;

  /** How many generic lambdas are open; their parameters are no template arguments. */
  int lambdaDepth;

  void clear() {
    count = 0;
    levelCount = 0;
    scopeCount = 0;
    openLists = 0;
    constraint = ItaniumNodes.NONE;
    isConstraint = false;
    isForward = false;
    isOperatorType = false;
    isConversionOfEncoding = false;
    lambdaDepth = 0;
  }

  /** Opens a scope without arguments, that of another encoding. */
  void open() {
    if (scopeCount == scopes.length) {
      scopes = Arrays.copyOf(scopes, 2 * scopeCount);
    }
    scopes[scopeCount++] = levelCount;
  }

  /** Closes the scope opened last. */
  void close() {
    int level = scopes[--scopeCount];
    if (level < levelCount) {
      count = levels[level];
      levelCount = level;
    }
  }

  /** Begins the arguments of one more template; those of its class are no parameters any more. */
  void beginArguments() {
    if (levelCount == levels.length) {
      levels = Arrays.copyOf(levels, 2 * levelCount);
    }
    levels[levelCount++] = count;
    openLists++;
  }

  /** Says that the arguments of a template are complete. */
  void endArguments() {
    openLists--;
  }

  /** Whether all arguments are there, so that what has none will not get one. */
  boolean isComplete() {
    return openLists == 0;
  }

  void addArgument(int node) {
    if (count == arguments.length) {
      arguments = Arrays.copyOf(arguments, 2 * count);
    }
    arguments[count++] = node;
  }

  /** The argument a parameter of the innermost template stands for; -1 if there is none. */
  int argument(int index) {
    int level = levelCount - 1;
    return level < firstLevel() ? ItaniumNodes.NONE : at(levels[level], index, count);
  }

  /** The argument a parameter stands for whose template is counted from the outermost; or -1. */
  int argument(int level, int index) {
    int at = firstLevel() + level;
    if (at >= levelCount) {
      return ItaniumNodes.NONE;
    }
    return at(levels[at], index, at + 1 < levelCount ? levels[at + 1] : count);
  }

  private int firstLevel() {
    return scopeCount == 0 ? 0 : scopes[scopeCount - 1];
  }

  private int at(int start, int index, int end) {
    return index < end - start ? arguments[start + index] : ItaniumNodes.NONE;
  }
}
