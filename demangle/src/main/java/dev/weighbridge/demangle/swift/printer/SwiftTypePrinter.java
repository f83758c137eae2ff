package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.List;

/** Writes types, but for names of those without arguments. */
final class SwiftTypePrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final SwiftFunctionTypePrinter functions;
  private final SwiftSignaturePrinter signatures;
  private final boolean isSugared;

  SwiftTypePrinter(
      SwiftOutput out,
      SwiftNodePrinter nodes,
      SwiftFunctionTypePrinter functions,
      boolean isBrief,
      boolean isSugared) {
    this.out = out;
    this.nodes = nodes;
    this.functions = functions;
    this.isSugared = isSugared;
    signatures = new SwiftSignaturePrinter(out, nodes, isBrief);
  }

  /** Writes a node if it is of a type. */
  boolean print(SwiftNode node) {
    switch (node.kind()) {
      case BOUND_CLASS, BOUND_OTHER, BOUND_ALIAS -> arguments(node);
      case BOUND_STRUCTURE, BOUND_ENUM -> bound(node);
      case BOUND_PROTOCOL -> {
        nodes.printAll(node.child(1), "");
        out.put(" as ");
        nodes.print(node.child(0));
      }
      case BUILTIN_FIXED_ARRAY -> {
        out.put("Builtin.FixedArray<");
        nodes.printAll(node, ", ");
        out.put(">");
      }
      case TUPLE -> enclosed("(", node, ")");
      case TUPLE_ELEMENT -> element(node);
      case FUNCTION_TYPE,
          NO_ESCAPE_FUNCTION_TYPE,
          UNCURRIED_FUNCTION_TYPE,
          AUTO_CLOSURE_TYPE,
          ESCAPING_AUTO_CLOSURE_TYPE,
          THIN_FUNCTION_TYPE,
          C_FUNCTION_POINTER,
          OBJC_BLOCK,
          ESCAPING_OBJC_BLOCK ->
          functions.print(null, node);
      case IMPL_FUNCTION -> functions.implementation(node);
      case IMPL_WORD, METATYPE_REPRESENTATION -> out.put(node.text());
      case METATYPE, EXISTENTIAL_METATYPE -> metatype(node);
      case PROTOCOL_LIST -> protocols(node.child(0), node.child(0).count() == 0 ? "Any" : "");
      case PROTOCOL_LIST_WITH_CLASS -> {
        nodes.print(node.child(1));
        out.put(node.child(0).count() > 0 ? " & " : "");
        protocols(node.child(0), "");
      }
      case PROTOCOL_LIST_WITH_ANY_OBJECT -> {
        protocols(node.child(0), "");
        out.put(node.child(0).count() > 0 ? " & " : "");
        out.put("Swift.AnyObject");
      }
      case CONSTRAINED_EXISTENTIAL -> {
        out.put("any ");
        nodes.print(node.child(0));
        enclosed("<", node.child(1), ">");
      }
      case DYNAMIC_SELF, EXISTENTIAL_SELF -> out.put("Self");
      case ERROR_TYPE -> out.put("<ERROR TYPE>");
      case ASSOCIATED_TYPE, MEMBER_TYPE, OPAQUE_TYPE -> nodes.printAll(node, ".");
      case MEMBER_NAME -> {
        if (node.count() > 1) {
          nodes.print(node.child(1));
          out.put(".");
        }
        nodes.print(node.child(0));
      }
      case NUMBER, INTEGER -> out.put(String.valueOf(node.number()));
      case NEGATIVE_INTEGER -> out.put("-" + node.number());
      case OPAQUE_RESULT -> out.put("some");
      case PACK -> enclosed("Pack{", node, "}");
      case SIL_PACK_DIRECT -> enclosed("@direct Pack{", node, "}");
      case SIL_PACK_INDIRECT -> enclosed("@indirect Pack{", node, "}");
      case PACK_EXPANSION -> {
        out.put("repeat ");
        nodes.print(node.child(0));
      }
      case PACK_ELEMENT -> {
        out.put("/* level: " + node.child(1).number() + " */ each ");
        nodes.print(node.child(0));
      }
      case SIL_BOX_LAYOUT -> box(node);
      case SUGARED_OPTIONAL -> {
        parenthesised(node.child(0));
        out.put("?");
      }
      case SUGARED_ARRAY -> enclosed("[", node, "]");
      case SUGARED_PAREN -> enclosed("(", node, ")");
      case SUGARED_DICTIONARY -> {
        out.put("[");
        nodes.printAll(node, " : ");
        out.put("]");
      }
      case SUGARED_INLINE_ARRAY -> {
        out.put("[");
        nodes.printAll(node, " of ");
        out.put("]");
      }
      case TYPE_LIST -> nodes.printAll(node, "");
      default -> {
        return signatures.print(node);
      }
    }
    return true;
  }

  private void enclosed(String open, SwiftNode list, String close) {
    out.put(open);
    nodes.printAll(list, ", ");
    out.put(close);
  }

  private void element(SwiftNode node) {
    for (SwiftNode part : node.children()) {
      switch (part.kind()) {
        case ELEMENT_NAME -> out.put(part.text() + ": ");
        case TYPE -> nodes.print(part);
        default -> {
          // Whether it is repeated is written behind it.
        }
      }
    }
    out.put(node.first(SwiftKind.VARIADIC) != null ? "..." : "");
  }

  private void protocols(SwiftNode list, String ifEmpty) {
    out.put(ifEmpty);
    nodes.printAll(list, " & ");
  }

  private void metatype(SwiftNode node) {
    SwiftNode type = node.child(node.count() - 1);
    if (node.count() > 1) {
      nodes.print(node.child(0));
      out.put(" ");
    }
    parenthesised(type);
    boolean isOfProtocol = node.is(SwiftKind.METATYPE) && isExistential(type.unwrapped().kind());
    out.put(isOfProtocol ? ".Protocol" : ".Type");
  }

  private static boolean isExistential(SwiftKind kind) {
    return switch (kind) {
      case EXISTENTIAL_METATYPE,
          PROTOCOL_LIST,
          PROTOCOL_LIST_WITH_CLASS,
          PROTOCOL_LIST_WITH_ANY_OBJECT ->
          true;
      default -> false;
    };
  }

  private void parenthesised(SwiftNode type) {
    boolean isSimple = isSimple(type.unwrapped());
    out.put(isSimple ? "" : "(");
    nodes.print(type);
    out.put(isSimple ? "" : ")");
  }

  private static boolean isSimple(SwiftNode type) {
    return switch (type.kind()) {
      case PROTOCOL_LIST -> type.child(0).count() <= 1;
      case PROTOCOL_LIST_WITH_ANY_OBJECT -> type.child(0).count() == 0;
      case FUNCTION_TYPE,
          NO_ESCAPE_FUNCTION_TYPE,
          UNCURRIED_FUNCTION_TYPE,
          AUTO_CLOSURE_TYPE,
          ESCAPING_AUTO_CLOSURE_TYPE,
          THIN_FUNCTION_TYPE,
          C_FUNCTION_POINTER,
          OBJC_BLOCK,
          ESCAPING_OBJC_BLOCK,
          IMPL_FUNCTION,
          PROTOCOL_LIST_WITH_CLASS,
          CONSTRAINED_EXISTENTIAL,
          INOUT,
          SHARED,
          OWNED,
          ISOLATED,
          SENDING,
          WEAK,
          UNOWNED,
          UNMANAGED,
          OPAQUE_TYPE,
          OPAQUE_RESULT,
          GENERIC_TYPE,
          PACK_EXPANSION,
          PACK_ELEMENT ->
          false;
      default -> true;
    };
  }

  private void arguments(SwiftNode node) {
    nodes.print(node.child(0));
    enclosed("<", node.child(1), ">");
  }

  /** Optionals, arrays and dictionaries are written with signs. */
  private void bound(SwiftNode node) {
    SwiftNode of = node.child(0).unwrapped();
    List<SwiftNode> arguments = node.child(1).children();
    boolean isSwift =
        isSugared
            && (of.is(SwiftKind.ENUM) || of.is(SwiftKind.STRUCTURE))
            && of.child(0).is(SwiftKind.MODULE)
            && of.child(0).text().equals("Swift")
            && of.child(1).is(SwiftKind.IDENTIFIER);
    String name = isSwift ? of.child(1).text() : "";
    boolean isEnum = of.is(SwiftKind.ENUM);
    if (isEnum && name.equals("Optional") && arguments.size() == 1) {
      parenthesised(arguments.get(0));
      out.put("?");
    } else if (isEnum && name.equals("ImplicitlyUnwrappedOptional") && arguments.size() == 1) {
      parenthesised(arguments.get(0));
      out.put("!");
    } else if (!isEnum && name.equals("Array") && arguments.size() == 1) {
      enclosed("[", node.child(1), "]");
    } else if (!isEnum && name.equals("Dictionary") && arguments.size() == 2) {
      out.put("[");
      nodes.printAll(node.child(1), " : ");
      out.put("]");
    } else {
      arguments(node);
    }
  }

  private void box(SwiftNode node) {
    SwiftNode signature = node.first(SwiftKind.SIGNATURE);
    if (signature != null) {
      nodes.print(signature);
      out.put(" ");
    }
    out.put("{ ");
    List<SwiftNode> fields = node.child(0).children();
    for (int i = 0; i < fields.size(); i++) {
      SwiftNode field = fields.get(i);
      out.put(i > 0 ? ", " : "");
      out.put(field.is(SwiftKind.SIL_BOX_VAR) ? "var " : "let ");
      nodes.print(field.child(0));
    }
    out.put(" }");
    if (signature != null) {
      out.put(" ");
      SwiftNode arguments = node.child(2);
      if (!arguments.is(SwiftKind.TYPE_LIST)) {
        throw new SwiftRefusal();
      }
      enclosed("<", arguments, ">");
    }
  }
}
