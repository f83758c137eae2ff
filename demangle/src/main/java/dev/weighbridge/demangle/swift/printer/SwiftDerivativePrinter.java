package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;

/** Writes derivatives of functions. */
final class SwiftDerivativePrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final boolean isBrief;

  SwiftDerivativePrinter(SwiftOutput out, SwiftNodePrinter nodes, boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.isBrief = isBrief;
  }

  /** Writes a node if it is one. */
  boolean print(SwiftNode node) {
    switch (node.kind()) {
      case AUTODIFF -> derivative(node, "", " of ");
      case AUTODIFF_VTABLE_THUNK -> derivative(node, "vtable thunk for ", " of ");
      case DIFFERENTIABILITY_WITNESS -> derivative(node, "", " differentiability witness for ");
      case AUTODIFF_SELF_REORDERING -> {
        out.put("autodiff self-reordering reabstraction thunk for ");
        if (isBrief) {
          nodes.print(node.child(1));
          return true;
        }
        nodes.print(node.child(0));
        signature(node, "");
        // The reference has two spaces behind a signature.
        out.put(node.first(SwiftKind.SIGNATURE) == null ? " from " : "  from ");
        nodes.print(node.child(1));
        out.put(" to ");
        nodes.print(node.child(2));
      }
      case AUTODIFF_SUBSET_THUNK -> subset(node);
      case INDICES -> out.put(node.text());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void derivative(SwiftNode node, String before, String of) {
    out.put(before);
    nodes.print(node.child(0));
    out.put(of);
    nodes.print(node.child(1));
    if (!isBrief || node.is(SwiftKind.DIFFERENTIABILITY_WITNESS)) {
      respect(node, 2);
      signature(node, " with ");
    }
  }

  private void respect(SwiftNode node, int first) {
    out.put(" with respect to parameters ");
    nodes.print(node.child(first));
    out.put(" and results ");
    nodes.print(node.child(first + 1));
  }

  private void signature(SwiftNode node, String before) {
    SwiftNode signature = node.first(SwiftKind.SIGNATURE);
    if (signature != null) {
      out.put(before);
      nodes.print(signature);
    }
  }

  private void subset(SwiftNode node) {
    out.put("autodiff subset parameters thunk for ");
    nodes.print(node.child(0));
    out.put(" from ");
    nodes.print(node.child(1));
    respect(node, 2);
    out.put(" to parameters ");
    nodes.print(node.child(4));
    if (node.count() > 5 && node.child(5).is(SwiftKind.TYPE)) {
      out.put(" of type ");
      nodes.print(node.child(5));
    }
  }
}
