package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes types of functions, as source has them and as the optimizer sees them. */
final class SwiftFunctionTypePrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final boolean isBrief;

  SwiftFunctionTypePrinter(SwiftOutput out, SwiftNodePrinter nodes, boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.isBrief = isBrief;
  }

  /** Whether a space is between a signature, or words, and this type. */
  static boolean needsSpace(SwiftNode type) {
    return switch (type.unwrapped().kind()) {
      case FUNCTION_TYPE, NO_ESCAPE_FUNCTION_TYPE, UNCURRIED_FUNCTION_TYPE, GENERIC_TYPE -> false;
      default -> true;
    };
  }

  /** Writes a type of a function, with labels of its parameters if there are any. */
  void print(@Nullable SwiftNode labels, SwiftNode type) {
    SwiftNode arguments = type.first(SwiftKind.ARGUMENTS);
    SwiftNode result = type.first(SwiftKind.RETURN_TYPE);
    if (arguments == null || result == null) {
      throw new SwiftRefusal();
    }
    convention(type);
    for (SwiftNode child : type.children()) {
      switch (child.kind()) {
        case GLOBAL_ACTOR -> {
          out.put("@");
          nodes.print(child.child(0));
          out.put(" ");
        }
        case ISOLATED_ANY, NONISOLATED -> nodes.print(child);
        case DIFFERENTIABLE -> out.put(child.text());
        default -> {
          // What is behind the parameters comes later.
        }
      }
    }
    out.put(type.first(SwiftKind.SENDABLE) != null ? "@Sendable " : "");
    parameters(labels, arguments);
    if (isBrief) {
      return;
    }
    out.put(type.first(SwiftKind.ASYNC) != null ? " async" : "");
    SwiftNode typed = type.first(SwiftKind.TYPED_THROWS);
    if (typed != null) {
      out.put(" throws(");
      nodes.print(typed.child(0));
      out.put(")");
    }
    out.put(type.first(SwiftKind.THROWS) != null ? " throws" : "");
    out.put(" -> ");
    out.put(type.first(SwiftKind.SENDING_RESULT) != null ? "sending " : "");
    nodes.print(result.child(0));
  }

  private void convention(SwiftNode type) {
    switch (type.kind()) {
      case FUNCTION_TYPE, NO_ESCAPE_FUNCTION_TYPE, UNCURRIED_FUNCTION_TYPE -> {
        // Those are written without a word.
      }
      case AUTO_CLOSURE_TYPE, ESCAPING_AUTO_CLOSURE_TYPE -> out.put("@autoclosure ");
      case THIN_FUNCTION_TYPE -> out.put("@convention(thin) ");
      case C_FUNCTION_POINTER -> foreign(type, "c");
      case OBJC_BLOCK -> foreign(type, "block");
      case ESCAPING_OBJC_BLOCK -> {
        out.put("@escaping ");
        foreign(type, "block");
      }
      default -> throw new SwiftRefusal();
    }
  }

  private void foreign(SwiftNode type, String name) {
    SwiftNode clang = type.first(SwiftKind.CLANG_TYPE);
    String added = clang == null ? "" : ", mangledCType: \"" + clang.text() + "\"";
    out.put("@convention(" + name + added + ") ");
  }

  private void parameters(@Nullable SwiftNode labels, SwiftNode arguments) {
    SwiftNode list = arguments.child(0).unwrapped();
    if (!list.is(SwiftKind.TUPLE)) {
      out.put(isBrief ? "(_:" : "(");
      if (!isBrief) {
        nodes.print(list);
      }
      out.put(")");
      return;
    }
    List<SwiftNode> names = labels == null ? List.of() : labels.children();
    boolean hasLabels = !names.isEmpty();
    if (hasLabels && names.size() < list.count()) {
      throw new SwiftRefusal();
    }
    out.put("(");
    List<SwiftNode> parameters = list.children();
    for (int i = 0; i < parameters.size(); i++) {
      SwiftNode parameter = parameters.get(i);
      out.put(i > 0 && !isBrief ? ", " : "");
      if (hasLabels) {
        SwiftNode label = names.get(i);
        out.put(label.is(SwiftKind.IDENTIFIER) ? label.text() + ":" : "_:");
        out.put(isBrief ? "" : " ");
      } else if (isBrief) {
        SwiftNode name = parameter.first(SwiftKind.ELEMENT_NAME);
        out.put(name != null ? name.text() + ":" : "_:");
      }
      if (!isBrief && hasLabels) {
        unlabeled(parameter);
      } else if (!isBrief) {
        nodes.print(parameter);
      }
    }
    out.put(")");
  }

  private void unlabeled(SwiftNode parameter) {
    for (SwiftNode part : parameter.children()) {
      if (part.is(SwiftKind.TYPE)) {
        nodes.print(part);
      }
    }
    out.put(parameter.first(SwiftKind.VARIADIC) != null ? "..." : "");
  }

  /** Writes a type as the optimizer sees it. */
  void implementation(SwiftNode type) {
    SwiftNode pattern = type.first(SwiftKind.IMPL_PATTERN);
    SwiftNode invocation = type.first(SwiftKind.IMPL_INVOCATION);
    boolean isSending = type.first(SwiftKind.IMPL_SENDING_RESULT) != null;
    for (SwiftNode child : type.children()) {
      switch (child.kind()) {
        case IMPL_WORD, SIGNATURE, PSEUDO_SIGNATURE -> {
          nodes.print(child);
          out.put(" ");
        }
        default -> {
          // Substitutions and values come later.
        }
      }
    }
    if (pattern != null) {
      out.put("@substituted ");
      nodes.print(pattern.child(0));
      out.put(" ");
    }
    out.put("(");
    values(type, true);
    out.put(isSending ? ") -> sending (" : ") -> (");
    values(type, false);
    out.put(")");
    if (pattern != null) {
      out.put(" for <");
      nodes.printAll(pattern.child(1), "");
      out.put(">");
    }
    if (invocation != null) {
      out.put(" for <");
      nodes.printAll(invocation.child(0), "");
      out.put(">");
    }
  }

  private void values(SwiftNode type, boolean areParameters) {
    boolean isFirst = true;
    for (SwiftNode child : type.children()) {
      boolean isParameter = child.is(SwiftKind.IMPL_PARAMETER);
      boolean isResult =
          child.is(SwiftKind.IMPL_RESULT)
              || child.is(SwiftKind.IMPL_YIELD)
              || child.is(SwiftKind.IMPL_ERROR);
      if (areParameters ? isParameter : isResult) {
        out.put(isFirst ? "" : ", ");
        isFirst = false;
        out.put(child.is(SwiftKind.IMPL_YIELD) ? "@yields " : "");
        out.put(child.is(SwiftKind.IMPL_ERROR) ? "@error " : "");
        nodes.printAll(child, " ");
      }
    }
  }
}
