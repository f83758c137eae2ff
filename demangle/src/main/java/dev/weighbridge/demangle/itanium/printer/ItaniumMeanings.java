package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;

/** What template parameters stand for where they are written, and how far in a pack that is. */
final class ItaniumMeanings {
  /** Size of the pack met last, since an expansion began without one. */
  static final int NO_PACK = -1;

  /** Parameters that may stand for one another in turn. */
  private static final int MAX_CHAIN = 8;

  /** Stands for all elements of a pack at once. */
  static final int WHOLE_PACK = -1;

  /** Which element of a pack is printed; {@link #WHOLE_PACK} in a fold. */
  int packIndex;

  /** Size of the pack met last; {@link #NO_PACK} since an expansion began. */
  int packSize;

  /** Arguments of the function template that is printed; -1 if it is none. */
  int scopeArguments;

  /** Whether the parameters of a lambda are printed. */
  boolean isLambda;

  /** Whether a constraint is printed, whose parameters may be those of other templates. */
  boolean isConstraint;

  /** The template parameters that a lambda declares; -1 if it declares none. */
  int lambdaDeclarations;

  private final ItaniumOutput out;
  private final ItaniumNodes nodes;

  ItaniumMeanings(ItaniumOutput out) {
    this.out = out;
    nodes = out.nodes;
  }

  void begin() {
    packIndex = 0;
    packSize = NO_PACK;
    scopeArguments = ItaniumNodes.NONE;
    isLambda = false;
    isConstraint = false;
    lambdaDeclarations = ItaniumNodes.NONE;
  }

  /**
   * What a node stands for: itself; for a template parameter its argument, and of that the element
   * that is due if it is a pack; -1 if it stands for nothing.
   */
  int of(int node) {
    int at = node;
    for (int steps = 0; at >= 0 && isParameter(at); steps++) {
      int argument = argument(at);
      if (argument == at) {
        // Only the parameters of a generic lambda have no argument.
        if (nodes.c(at) == 0) {
          out.fail();
        }
        return at;
      }
      if (steps > MAX_CHAIN) {
        out.fail();
        return ItaniumNodes.NONE;
      }
      boolean isPack = nodes.kind(argument) == ItaniumKind.ARGUMENT_PACK;
      if (isPack && packIndex == WHOLE_PACK) {
        return argument;
      }
      at = isPack ? packElement(nodes.a(argument)) : argument;
    }
    return at;
  }

  private boolean isParameter(int node) {
    return !isLambda && nodes.kind(node) == ItaniumKind.TEMPLATE_PARAMETER;
  }

  /**
   * The argument a parameter stands for: that of the function being written, because the parameter
   * may be a substitution for one of another function; or the one known when it was read.
   */
  private int argument(int parameter) {
    if (isConstraint && nodes.c(parameter) == 2) {
      return nodes.b(parameter);
    }
    int index = nodes.a(parameter);
    if (scopeArguments >= 0 && index < nodes.size(scopeArguments)) {
      return nodes.item(scopeArguments, index);
    }
    return nodes.b(parameter) >= 0 ? nodes.b(parameter) : parameter;
  }

  /** The element of a pack that is due; -1 if there is none. */
  private int packElement(int list) {
    int size = nodes.size(list);
    packSize = Math.max(packSize, size);
    return packIndex < size ? nodes.item(list, packIndex) : ItaniumNodes.NONE;
  }

  /** Whether an operand needs no parentheses: a name, a list in braces or a parameter. */
  boolean isSimple(int node) {
    int at = of(node);
    if (at >= 0 && nodes.kind(at) == ItaniumKind.EXTERNAL) {
      at = nodes.a(at);
    }
    if (at < 0) {
      return false;
    }
    int kind = nodes.kind(at);
    return kind == ItaniumKind.NAME
        || (kind == ItaniumKind.NESTED && nodes.a(at) >= 0)
        || kind == ItaniumKind.BRACED
        || kind == ItaniumKind.PARAMETER;
  }
}
