package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the tree of a name as text. */
public final class SwiftPrinter implements SwiftNodePrinter {
  private final boolean isBrief;
  private final SwiftOutput out = new SwiftOutput();
  private final SwiftEntityPrinter entities;
  private final SwiftTypePrinter types;
  private final SwiftFunctionTypePrinter functions;
  private final SwiftThunkPrinter thunks;
  private final SwiftSpecializationPrinter specializations;

  private SwiftPrinter(boolean isBrief, boolean isSugared, UnaryOperator<String> names) {
    this.isBrief = isBrief;
    functions = new SwiftFunctionTypePrinter(out, this, isBrief);
    types = new SwiftTypePrinter(out, this, functions, isBrief, isSugared);
    entities = new SwiftEntityPrinter(out, this, functions, isBrief);
    thunks = new SwiftThunkPrinter(out, this, isBrief);
    specializations = new SwiftSpecializationPrinter(out, this, names, isBrief);
  }

  /**
   * The text of a tree.
   *
   * @param isBrief whether without modules, types and the like
   * @param isSugared whether optionals, arrays and dictionaries are written with signs
   * @param names what makes text of names in names
   * @throws SwiftRefusal if it is too long or has nodes where they cannot be
   */
  public static String text(
      SwiftNode tree, boolean isBrief, boolean isSugared, UnaryOperator<String> names) {
    SwiftPrinter printer = new SwiftPrinter(isBrief, isSugared, names);
    printer.print(tree);
    return printer.out.toString();
  }

  @Override
  public void print(SwiftNode node) {
    out.enter();
    SwiftNode behind = printNode(node, false);
    if (behind != null) {
      throw new SwiftRefusal();
    }
    out.leave();
  }

  @Override
  public @Nullable SwiftNode printContext(SwiftNode node) {
    out.enter();
    SwiftNode behind = printNode(node, true);
    out.leave();
    return behind;
  }

  @Override
  public void printAll(SwiftNode node, String separator) {
    List<SwiftNode> children = node.children();
    for (int i = 0; i < children.size(); i++) {
      out.put(i > 0 ? separator : "");
      print(children.get(i));
    }
  }

  private @Nullable SwiftNode printNode(SwiftNode node, boolean isContext) {
    SwiftKind kind = node.kind();
    if (kind.isSpecialization()) {
      specializations.print(node);
      return null;
    }
    if (isBrief && isLeftOut(kind)) {
      return null;
    }
    String prefix = kind.prefix();
    if (prefix != null && kind == SwiftKind.STATIC) {
      out.put(prefix);
      return isContext ? printContext(node.child(0)) : printed(node.child(0));
    }
    if (prefix != null) {
      thunks.prefixed(node, prefix);
      return null;
    }
    if (kind.isContext() || kind == SwiftKind.BOUND_FUNCTION) {
      return entities.print(node, isContext);
    }
    switch (kind) {
      case GLOBAL -> printAll(node, "");
      case SUFFIX -> suffix(node.text());
      case TYPE_MANGLING -> mangled(node);
      case IDENTIFIER, BUILTIN -> out.put(node.text());
      case LOCAL_NAME -> {
        print(node.child(1));
        out.put(" #" + (node.child(0).number() + 1));
      }
      case PRIVATE_NAME -> privateName(node);
      case RELATED_NAME -> {
        out.put("related decl '");
        print(node.child(0));
        out.put("' for ");
        print(node.child(1));
      }
      case PREFIX_OPERATOR -> out.put(node.text() + " prefix");
      case INFIX_OPERATOR -> out.put(node.text() + " infix");
      case POSTFIX_OPERATOR -> out.put(node.text() + " postfix");
      default -> {
        if (!types.print(node) && !thunks.print(node)) {
          throw new SwiftRefusal();
        }
      }
    }
    return null;
  }

  private @Nullable SwiftNode printed(SwiftNode node) {
    print(node);
    return null;
  }

  private static boolean isLeftOut(SwiftKind kind) {
    return switch (kind) {
      case MERGED,
          DISTRIBUTED_THUNK,
          DISTRIBUTED_ACCESSOR,
          REPLACEABLE_VARIABLE,
          REPLACEABLE_KEY,
          REPLACEABLE_THUNK,
          BACK_DEPLOYMENT_THUNK,
          ACCESSIBLE_RECORD,
          AWAIT_RESUME,
          SUSPEND_RESUME,
          SUFFIX ->
          true;
      default -> false;
    };
  }

  private void suffix(String text) {
    out.put(" with unmangled suffix \"" + text + "\"");
  }

  private void mangled(SwiftNode node) {
    if (node.child(0).is(SwiftKind.LABELS)) {
      functions.print(node.child(0), node.child(1).unwrapped());
    } else {
      print(node.child(0));
    }
  }

  private void privateName(SwiftNode node) {
    boolean hasName = node.count() > 1;
    if (isBrief) {
      if (hasName) {
        print(node.child(1));
      }
      return;
    }
    out.put("(");
    if (hasName) {
      print(node.child(1));
      out.put(" ");
    }
    out.put("in ");
    print(node.child(0));
    out.put(")");
  }
}
