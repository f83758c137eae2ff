package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.List;

/** Writes generic signatures, what they require, and conformances. */
final class SwiftSignaturePrinter {
  /** The reference does not write more of one list. */
  private static final int MOST_PARAMETERS = 128;

  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final boolean isBrief;

  SwiftSignaturePrinter(SwiftOutput out, SwiftNodePrinter nodes, boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.isBrief = isBrief;
  }

  /** Writes a node if it is of generics. */
  boolean print(SwiftNode node) {
    switch (node.kind()) {
      case GENERIC_PARAMETER -> out.put(name(node.child(0).number(), node.child(1).number()));
      case GENERIC_TYPE -> {
        nodes.print(node.child(0));
        out.put(SwiftFunctionTypePrinter.needsSpace(node.child(1)) ? " " : "");
        nodes.print(node.child(1));
      }
      case SIGNATURE, PSEUDO_SIGNATURE -> signature(node);
      case CONFORMS -> nodes.printAll(node, ": ");
      case SAME_TYPE -> nodes.printAll(node, " == ");
      case SAME_SHAPE -> {
        nodes.print(node.child(0));
        out.put(".shape == ");
        nodes.print(node.child(1));
        out.put(".shape");
      }
      case LAYOUT -> layout(node);
      case INVERSE -> {
        nodes.print(node.child(0));
        long bit = node.child(1).number();
        out.put(
            bit == 0
                ? ": ~Swift.Copyable"
                : bit == 1 ? ": ~Swift.Escapable" : ": ~Swift.<bit " + bit + ">");
      }
      case CONFORMANCE -> conformance(node);
      case CONCRETE_CONFORMANCE -> {
        out.put("concrete protocol conformance ");
        nodes.print(node.child(0));
        out.put(" to ");
        nodes.print(node.child(1));
        if (node.child(2).count() > 0) {
          out.put(" with conditional requirements: ");
          nodes.print(node.child(2));
        }
      }
      case CONFORMANCE_LIST -> {
        out.put("(");
        nodes.printAll(node, ", ");
        out.put(")");
      }
      case PACK_CONFORMANCE -> {
        out.put("pack protocol conformance ");
        nodes.print(node.child(0));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Letters for the place, {@code A} first, and the depth if it is not 0. */
  static String name(long depth, long index) {
    StringBuilder name = new StringBuilder();
    long rest = index;
    do {
      name.append((char) ('A' + rest % 26));
      rest /= 26;
    } while (rest > 0);
    return depth == 0 ? name.toString() : name.append(depth).toString();
  }

  private void signature(SwiftNode node) {
    List<SwiftNode> children = node.children();
    int counts = 0;
    while (counts < children.size() && children.get(counts).is(SwiftKind.PARAMETER_COUNT)) {
      counts++;
    }
    int requirements = counts;
    while (requirements < children.size() && isMarker(children.get(requirements))) {
      requirements++;
    }
    List<SwiftNode> markers = children.subList(counts, requirements);
    out.put("<");
    for (int depth = 0; depth < counts; depth++) {
      out.put(depth > 0 ? "><" : "");
      long count = children.get(depth).number();
      for (long index = 0; index < count; index++) {
        out.put(index > 0 ? ", " : "");
        if (index >= MOST_PARAMETERS) {
          out.put("...");
          break;
        }
        parameter(markers, depth, index);
      }
    }
    if (requirements < children.size() && !isBrief) {
      out.put(" where ");
      for (int i = requirements; i < children.size(); i++) {
        out.put(i > requirements ? ", " : "");
        nodes.print(children.get(i));
      }
    }
    out.put(">");
  }

  private static boolean isMarker(SwiftNode node) {
    return node.is(SwiftKind.PARAMETER_PACK) || node.is(SwiftKind.PARAMETER_VALUE);
  }

  private void parameter(List<SwiftNode> markers, long depth, long index) {
    SwiftNode marker = null;
    for (SwiftNode candidate : markers) {
      SwiftNode parameter = candidate.child(0).unwrapped();
      if (!parameter.is(SwiftKind.GENERIC_PARAMETER)) {
        throw new SwiftRefusal();
      }
      boolean isIt = parameter.child(0).number() == depth && parameter.child(1).number() == index;
      marker = isIt ? candidate : marker;
    }
    if (marker != null) {
      out.put(marker.is(SwiftKind.PARAMETER_PACK) ? "each " : "let ");
    }
    out.put(name(depth, index));
    if (marker != null && marker.is(SwiftKind.PARAMETER_VALUE)) {
      out.put(": ");
      nodes.print(marker.child(1));
    }
  }

  private void layout(SwiftNode node) {
    nodes.print(node.child(0));
    out.put(": ");
    nodes.print(node.child(1));
    if (node.count() > 2) {
      out.put("(" + node.child(2).number());
      out.put(node.count() > 3 ? ", " + node.child(3).number() : "");
      out.put(")");
    }
  }

  private void conformance(SwiftNode node) {
    nodes.print(node.child(0));
    if (!isBrief) {
      out.put(" : ");
      nodes.print(node.child(1));
      out.put(" in ");
      nodes.print(node.child(2));
    }
  }
}
