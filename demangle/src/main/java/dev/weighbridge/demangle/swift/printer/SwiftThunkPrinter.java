package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;

/** Writes what compilers make beside what source has: thunks, descriptors, tables. */
final class SwiftThunkPrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final SwiftDerivativePrinter derivatives;
  private final boolean isBrief;

  SwiftThunkPrinter(SwiftOutput out, SwiftNodePrinter nodes, boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.isBrief = isBrief;
    derivatives = new SwiftDerivativePrinter(out, nodes, isBrief);
  }

  /** Writes a node that is a text before what it is about. */
  void prefixed(SwiftNode node, String prefix) {
    switch (node.kind()) {
      case KEY_PATH_GETTER, KEY_PATH_SETTER, KEY_PATH_UNAPPLIED, KEY_PATH_APPLIED ->
          keyPath(node, prefix);
      case ONCE_FUNCTION, ONCE_TOKEN -> {
        out.put(prefix);
        SwiftNode names = node.child(1);
        out.put(names.count() == 1 ? "" : "(");
        nodes.printAll(names, ", ");
        out.put(names.count() == 1 ? "" : ")");
      }
      default -> {
        out.put(prefix);
        nodes.printAll(node, "");
      }
    }
  }

  private void keyPath(SwiftNode node, String prefix) {
    out.put(prefix);
    nodes.print(node.child(0));
    out.put(" : ");
    for (SwiftNode child : node.children().subList(1, node.count())) {
      out.put(child.is(SwiftKind.SERIALIZED) ? ", " : "");
      nodes.print(child);
    }
  }

  /** Writes a node if it is of these. */
  boolean print(SwiftNode node) {
    switch (node.kind()) {
      case PARTIAL_APPLY -> partialApply(node, "partial apply forwarder");
      case PARTIAL_APPLY_OBJC -> partialApply(node, "partial apply ObjC forwarder");
      case AWAIT_RESUME -> out.put("(" + node.number() + ") await resume partial function for ");
      case SUSPEND_RESUME ->
          out.put("(" + node.number() + ") suspend resume partial function for ");
      case OUTLINED_VARIABLE -> out.put("outlined variable #" + node.number() + " of ");
      case OUTLINED_OBJECT -> out.put("outlined read-only object #" + node.number() + " of ");
      case OUTLINED_BRIDGED -> out.put("outlined bridged method (" + node.text() + ") of ");
      case VTABLE_THUNK -> parts("vtable thunk for ", node, 1, " dispatching to ", 0);
      case PROTOCOL_WITNESS -> parts("protocol witness for ", node, 1, " in conformance ", 0);
      case REABSTRACTION_THUNK -> reabstraction(node, "reabstraction thunk ");
      case REABSTRACTION_HELPER -> reabstraction(node, "reabstraction thunk helper ");
      case REABSTRACTION_HELPER_WITH_SELF -> reabstraction(node, "reabstraction thunk ");
      case REABSTRACTION_HELPER_WITH_ACTOR -> {
        nodes.print(node.child(0));
        out.put(" with global actor constraint ");
        nodes.print(node.child(1));
      }
      case KEY_PATH_EQUALS -> keyPathOperator(node, "equality");
      case KEY_PATH_HASH -> keyPathOperator(node, "hash");
      case COMPLETION_HANDLER -> completion(node, "");
      case PREDEFINED_COMPLETION_HANDLER -> completion(node, "predefined ");
      case ASSOCIATED_PATH -> nodes.printAll(node, ".");
      case ASSOCIATED_CONFORMANCE_DESCRIPTOR ->
          requirement("associated conformance descriptor for ", node);
      case DEFAULT_ASSOCIATED_CONFORMANCE ->
          requirement("default associated conformance accessor for ", node);
      case BASE_CONFORMANCE_DESCRIPTOR ->
          parts("base conformance descriptor for ", node, 0, ": ", 1);
      case VALUE_WITNESS -> {
        nodes.print(node.child(0));
        out.put(isBrief ? " for " : " value witness for ");
        nodes.print(node.child(1));
      }
      case FIELD_OFFSET -> parts("", node, 0, " field offset for ", 1);
      case LAZY_WITNESS_ACCESSOR ->
          parts("lazy protocol witness table accessor for type ", node, 0, " and conformance ", 1);
      case LAZY_WITNESS_CACHE ->
          parts(
              "lazy protocol witness table cache variable for type ",
              node,
              0,
              " and conformance ",
              1);
      case ASSOCIATED_METADATA_ACCESSOR ->
          parts("associated type metadata accessor for ", node, 1, " in ", 0);
      case ASSOCIATED_WITNESS_ACCESSOR -> {
        parts("associated type witness table accessor for ", node, 1, " : ", 2);
        out.put(" in ");
        nodes.print(node.child(0));
      }
      case BASE_WITNESS_ACCESSOR -> parts("base witness table accessor for ", node, 1, " in ", 0);
      default -> {
        return derivatives.print(node);
      }
    }
    return true;
  }

  private void parts(String before, SwiftNode node, int first, String between, int second) {
    out.put(before);
    nodes.print(node.child(first));
    out.put(between);
    nodes.print(node.child(second));
  }

  private void requirement(String before, SwiftNode node) {
    parts(before, node, 0, ".", 1);
    out.put(": ");
    nodes.print(node.child(2));
  }

  private void partialApply(SwiftNode node, String words) {
    out.put(isBrief ? "partial apply" : words);
    if (node.count() > 0) {
      out.put(" for ");
      nodes.printAll(node, "");
    }
  }

  private void reabstraction(SwiftNode node, String words) {
    if (isBrief && !node.is(SwiftKind.REABSTRACTION_HELPER_WITH_SELF)) {
      out.put("thunk for ");
      nodes.print(node.child(0));
      return;
    }
    out.put(words);
    SwiftNode signature = node.first(SwiftKind.SIGNATURE);
    if (signature != null) {
      nodes.print(signature);
      out.put(" ");
    }
    parts("from ", node, 0, " to ", 1);
    if (node.is(SwiftKind.REABSTRACTION_HELPER_WITH_SELF)) {
      out.put(" self ");
      nodes.print(node.child(2));
    }
  }

  private void keyPathOperator(SwiftNode node, String words) {
    out.put("key path index " + words + " operator for ");
    List<SwiftNode> types = new ArrayList<>(node.children());
    types.removeIf(child -> !child.is(SwiftKind.TYPE));
    SwiftNode signature = node.first(SwiftKind.SIGNATURE);
    if (signature != null) {
      nodes.print(signature);
    }
    out.put("(");
    for (int i = 0; i < types.size(); i++) {
      out.put(i > 0 ? ", " : "");
      nodes.print(types.get(i));
    }
    out.put(")");
    out.put(node.first(SwiftKind.SERIALIZED) != null ? ", serialized" : "");
  }

  private void completion(SwiftNode node, String word) {
    out.put(word + "@objc completion handler block implementation for ");
    SwiftNode signature = node.first(SwiftKind.SIGNATURE);
    if (signature != null) {
      nodes.print(signature);
    }
    if (node.count() < 2) {
      throw new SwiftRefusal();
    }
    nodes.print(node.child(0));
    out.put(" with result type ");
    nodes.print(node.child(1));
  }
}
