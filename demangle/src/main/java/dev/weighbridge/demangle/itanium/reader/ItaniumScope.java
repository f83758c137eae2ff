package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import java.util.Arrays;

/** What template parameters stand for where a name is read (5.1.5.8). */
final class ItaniumScope {
  /** Arguments that template parameters may stand for; those of inner scopes come behind. */
  private int[] arguments = new int[32];

  private int base;
  private int count;

  /** Whether parameters stand for arguments that come later, as in a conversion operator. */
  boolean isForward;

  /** Whether arguments behind a parameter may be those of the conversion operator to it. */
  boolean isOperatorType;

  /** Whether a conversion operator that is read now names the encoding itself. */
  boolean isConversionOfEncoding;

  /** How many generic lambdas are open; their parameters are no template arguments. */
  int lambdaDepth;

  void clear() {
    base = 0;
    count = 0;
    isForward = false;
    isOperatorType = false;
    isConversionOfEncoding = false;
    lambdaDepth = 0;
  }

  /** Opens a scope without arguments, that of another encoding; the answer closes it. */
  long open() {
    long outer = (long) base << 32 | count;
    base = count;
    return outer;
  }

  void close(long outer) {
    base = (int) (outer >>> 32);
    count = (int) outer;
  }

  /** Forgets the arguments of this scope: those of an enclosing class are no parameters here. */
  void forgetArguments() {
    count = base;
  }

  void addArgument(int node) {
    if (count == arguments.length) {
      arguments = Arrays.copyOf(arguments, 2 * count);
    }
    arguments[count++] = node;
  }

  /** The argument a parameter stands for; -1 if there is none. */
  int argument(int index) {
    return index < count - base ? arguments[base + index] : ItaniumNodes.NONE;
  }
}
