package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftChange;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.function.UnaryOperator;

/** Writes how functions were specialised. */
final class SwiftSpecializationPrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final UnaryOperator<String> names;
  private final boolean isBrief;
  private boolean isSaid;
  private String separator = "";

  SwiftSpecializationPrinter(
      SwiftOutput out, SwiftNodePrinter nodes, UnaryOperator<String> names, boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.names = names;
    this.isBrief = isBrief;
  }

  /** Writes that what follows was specialised, and how. */
  void print(SwiftNode node) {
    if (isBrief) {
      out.put(isSaid ? "" : "specialized ");
      isSaid = true;
      return;
    }
    boolean isPartial =
        node.is(SwiftKind.PARTIAL_SPECIALIZATION)
            || node.is(SwiftKind.NOT_REABSTRACTED_PARTIAL_SPECIALIZATION);
    out.put(node.kind().prefix() + " <");
    separator = "";
    int argument = 0;
    for (SwiftNode child : node.children()) {
      switch (child.kind()) {
        case SERIALIZED -> {
          separate();
          out.put("serialized");
        }
        case SIGNATURE_PARAMETER, SIGNATURE_RESULT -> {
          if (child.count() > 0) {
            separate();
            out.put(
                child.is(SwiftKind.SIGNATURE_RESULT) ? "Return = " : "Arg[" + argument + "] = ");
            change(child);
          }
          argument++;
        }
        case SPECIALIZATION_PARAMETER -> {
          separate();
          out.put(isPartial ? "Signature = " : "");
          parameter(child);
        }
        default -> throw new SwiftRefusal();
      }
    }
    out.put("> of ");
  }

  private void separate() {
    out.put(separator);
    separator = ", ";
  }

  private void parameter(SwiftNode node) {
    nodes.print(node.child(0));
    for (int i = 1; i < node.count(); i++) {
      out.put(i == 1 ? " with " : " and ");
      nodes.print(node.child(i));
    }
  }

  private void change(SwiftNode node) {
    long change = node.child(0).number();
    String words = SwiftChange.text(change);
    if (node.count() == 1) {
      boolean isWhole =
          change >= SwiftChange.GENERIC || SwiftChange.BOX_TO_VALUE.ordinal() <= change;
      if (!isWhole) {
        throw new SwiftRefusal();
      }
      out.put(words);
      return;
    }
    out.put("[" + words + " : ");
    String text = node.child(1).text();
    if (SwiftChange.STRING.is(change)) {
      out.put(text + "'" + node.child(2).text() + "'");
    } else if (SwiftChange.KEY_PATH.is(change)) {
      out.put(text + "<");
      nodes.print(node.child(2));
      out.put(",");
      nodes.print(node.child(3));
      out.put(">");
    } else if (SwiftChange.CLOSURE.is(change)) {
      out.put(names.apply(text) + ", Argument Types : [");
      for (int i = 2; i < node.count(); i++) {
        nodes.print(node.child(i));
      }
      // The reference puts nothing between them, and closes only one of the two brackets.
    } else if (SwiftChange.FUNCTION.is(change) || SwiftChange.GLOBAL.is(change)) {
      out.put(names.apply(text));
    } else {
      out.put(text);
    }
    out.put("]");
  }
}
