package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Writes declarations, and what they are in: before the name where that reads well ({@code a.B.f}),
 * else behind it ({@code closure #1 in a.B.f}).
 */
final class SwiftEntityPrinter {
  private final SwiftOutput out;
  private final SwiftNodePrinter nodes;
  private final SwiftFunctionTypePrinter functions;
  private final boolean isBrief;

  /**
   * Arguments that stand in place of the signature of the next function; null if there are none.
   */
  private @Nullable SwiftNode bound;

  SwiftEntityPrinter(
      SwiftOutput out,
      SwiftNodePrinter nodes,
      SwiftFunctionTypePrinter functions,
      boolean isBrief) {
    this.out = out;
    this.nodes = nodes;
    this.functions = functions;
    this.isBrief = isBrief;
  }

  /** How the type of a declaration is written. */
  private enum Typing {
    NONE,
    AFTER_COLON,
    AS_FUNCTION
  }

  @Nullable SwiftNode print(SwiftNode node, boolean isContext) {
    if (node.kind().isAccessor()) {
      return accessor(node, isContext);
    }
    return switch (node.kind()) {
      case MODULE -> {
        out.put(isBrief ? "" : node.text());
        yield null;
      }
      case EXTENSION -> extension(node);
      case ANONYMOUS_CONTEXT -> anonymous(node);
      case OPAQUE_RESULT_OF -> {
        out.put("<<opaque return type of ");
        nodes.print(node.child(0));
        out.put(">>");
        yield null;
      }
      case AUTODIFF -> {
        new SwiftDerivativePrinter(out, nodes, isBrief).print(node);
        yield null;
      }
      case CLASS, STRUCTURE, ENUM, PROTOCOL, TYPE_ALIAS, OTHER_NOMINAL ->
          entity(node, isContext, Typing.NONE, true, "", "");
      case FUNCTION -> entity(node, isContext, Typing.AS_FUNCTION, true, "", "");
      case BOUND_FUNCTION -> {
        if (isContext) {
          yield node;
        }
        bound = node.child(1);
        yield entity(node.child(0), false, Typing.AS_FUNCTION, true, "", "");
      }
      case VARIABLE -> entity(node, isContext, Typing.AFTER_COLON, true, "", "");
      case SUBSCRIPT -> entity(node, isContext, Typing.AS_FUNCTION, false, "", "subscript");
      case MACRO ->
          entity(
              node,
              isContext,
              node.count() == 3 ? Typing.AFTER_COLON : Typing.AS_FUNCTION,
              true,
              "",
              "");
      case GENERIC_PARAMETER_DECLARATION -> entity(node, isContext, Typing.NONE, true, "", "");
      case ALLOCATOR ->
          entity(
              node,
              isContext,
              Typing.AS_FUNCTION,
              false,
              isOfClass(node) ? "__allocating_init" : "init",
              "");
      case CONSTRUCTOR -> entity(node, isContext, Typing.AS_FUNCTION, true, "init", "");
      case DESTRUCTOR -> entity(node, isContext, Typing.NONE, false, "deinit", "");
      case DEALLOCATOR ->
          entity(
              node,
              isContext,
              Typing.NONE,
              false,
              isOfClass(node) ? "__deallocating_deinit" : "deinit",
              "");
      case ISOLATED_DEALLOCATOR ->
          entity(
              node,
              isContext,
              Typing.NONE,
              false,
              isOfClass(node) ? "__isolated_deallocating_deinit" : "deinit",
              "");
      case IVAR_INITIALIZER ->
          entity(node, isContext, Typing.NONE, false, "__ivar_initializer", "");
      case IVAR_DESTROYER -> entity(node, isContext, Typing.NONE, false, "__ivar_destroyer", "");
      case INITIALIZER ->
          entity(node, isContext, Typing.NONE, false, "variable initialization expression", "");
      case WRAPPER_INITIALIZER ->
          entity(node, isContext, Typing.NONE, false, "property wrapper backing initializer", "");
      case WRAPPER_PROJECTION ->
          entity(
              node,
              isContext,
              Typing.NONE,
              false,
              "property wrapper init from projected value",
              "");
      case DEFAULT_ARGUMENT ->
          entity(node, isContext, Typing.NONE, false, "default argument " + index(node), "");
      case EXPLICIT_CLOSURE -> closure(node, isContext, "closure #");
      case IMPLICIT_CLOSURE -> closure(node, isContext, "implicit closure #");
      case FREESTANDING_MACRO ->
          expansion(node, isContext, "freestanding macro expansion #" + number(node) + " of ");
      case UNIQUE_NAME -> expansion(node, isContext, "unique name #" + number(node) + " of ");
      case ATTACHED_MACRO -> attached(node, isContext);
      case MACRO_LOCATION -> location(node, isContext);
      default -> throw new SwiftRefusal();
    };
  }

  private static long index(SwiftNode node) {
    SwiftNode index = node.first(SwiftKind.INDEX);
    if (index == null) {
      throw new SwiftRefusal();
    }
    return index.number();
  }

  private static String number(SwiftNode node) {
    return String.valueOf(index(node) + 1);
  }

  private @Nullable SwiftNode closure(SwiftNode node, boolean isContext, String words) {
    Typing typing = isBrief ? Typing.NONE : Typing.AS_FUNCTION;
    return entity(node, isContext, typing, false, words + number(node), "");
  }

  private @Nullable SwiftNode accessor(SwiftNode node, boolean isContext) {
    SwiftNode storage = node.child(0);
    String words = words(node.kind());
    return switch (storage.kind()) {
      case VARIABLE -> entity(storage, isContext, Typing.AFTER_COLON, true, words, "");
      case SUBSCRIPT -> entity(storage, isContext, Typing.AFTER_COLON, false, words, "subscript");
      default -> throw new SwiftRefusal();
    };
  }

  private static String words(SwiftKind kind) {
    return switch (kind) {
      case GETTER, GLOBAL_GETTER -> "getter";
      case SETTER -> "setter";
      case MATERIALIZE_FOR_SET -> "materializeForSet";
      case WILL_SET -> "willset";
      case DID_SET -> "didset";
      case READ -> "read";
      case MODIFY -> "modify";
      case READ_2 -> "read2";
      case MODIFY_2 -> "modify2";
      case INIT_ACCESSOR -> "init";
      case OWNING_MUTABLE_ADDRESSOR -> "owningMutableAddressor";
      case NATIVE_OWNING_MUTABLE_ADDRESSOR -> "nativeOwningMutableAddressor";
      case NATIVE_PINNING_MUTABLE_ADDRESSOR -> "nativePinningMutableAddressor";
      case UNSAFE_MUTABLE_ADDRESSOR -> "unsafeMutableAddressor";
      case OWNING_ADDRESSOR -> "owningAddressor";
      case NATIVE_OWNING_ADDRESSOR -> "nativeOwningAddressor";
      case NATIVE_PINNING_ADDRESSOR -> "nativePinningAddressor";
      case UNSAFE_ADDRESSOR -> "unsafeAddressor";
      default -> throw new SwiftRefusal();
    };
  }

  private static boolean isOfClass(SwiftNode node) {
    return node.child(0).is(SwiftKind.CLASS);
  }

  private @Nullable SwiftNode extension(SwiftNode node) {
    if (!isBrief) {
      out.put("(extension in ");
      nodes.print(node.child(0));
      out.put("):");
    }
    nodes.print(node.child(1));
    if (node.count() > 2) {
      nodes.print(node.child(2));
    }
    return null;
  }

  private @Nullable SwiftNode anonymous(SwiftNode node) {
    if (!isBrief) {
      nodes.print(node.child(1));
      out.put(".(unknown context at ");
      nodes.print(node.child(0));
      out.put(")");
      if (node.count() > 2 && node.child(2).count() > 0) {
        out.put("<");
        nodes.printAll(node.child(2), ", ");
        out.put(">");
      }
    }
    return null;
  }

  /** Macros read from the inside out. */
  private @Nullable SwiftNode expansion(SwiftNode node, boolean isContext, String words) {
    if (isContext) {
      return node;
    }
    out.put(words);
    nodes.print(node.child(1));
    SwiftNode file = node.first(SwiftKind.PRIVATE_NAME);
    if (file != null) {
      nodes.print(file);
    }
    inContext(node.child(0));
    return null;
  }

  private @Nullable SwiftNode attached(SwiftNode node, boolean isContext) {
    if (isContext) {
      return node;
    }
    nodes.print(node.child(4));
    out.put(" macro @");
    nodes.print(node.child(2));
    out.put(" expansion #" + number(node) + " of ");
    nodes.print(node.child(1));
    inContext(node.child(0));
    return null;
  }

  private void inContext(SwiftNode context) {
    if (isShown(context)) {
      out.put(" in ");
      nodes.print(context);
    }
  }

  private @Nullable SwiftNode location(SwiftNode node, boolean isContext) {
    if (isContext) {
      return node;
    }
    out.put("module ");
    nodes.print(node.child(0));
    out.put(" file ");
    nodes.print(node.child(1));
    out.put(" line " + node.child(2).number() + " column " + node.child(3).number());
    return null;
  }

  private boolean isShown(SwiftNode context) {
    return !isBrief || !context.is(SwiftKind.MODULE);
  }

  /**
   * Writes a declaration.
   *
   * @param hasName whether its second child may be its name
   * @param words what it is, where it has no name of its own, or what it does
   * @param fixedName its name if all of its kind have that; else empty
   * @return what it is in, if that is still to be written
   */
  private @Nullable SwiftNode entity(
      SwiftNode node,
      boolean isContext,
      Typing typing,
      boolean hasName,
      String words,
      String fixedName) {
    SwiftNode arguments = bound;
    bound = null;
    boolean isLocal = hasName && node.count() > 1 && node.child(1).is(SwiftKind.LOCAL_NAME);
    boolean isPhrase = words.indexOf(' ') >= 0 || isLocal;
    if (isContext && (typing != Typing.NONE || isPhrase)) {
      return node;
    }
    SwiftNode behind = null;
    SwiftNode context = node.child(0);
    if (isShown(context)) {
      if (isPhrase) {
        behind = context;
      } else {
        int length = out.length();
        behind = nodes.printContext(context);
        out.put(out.length() > length ? "." : "");
      }
    }
    String rest = words;
    if (hasName || !fixedName.isEmpty()) {
      if (!words.isEmpty() && isPhrase) {
        out.put(words + " of ");
        rest = "";
      }
      int length = out.length();
      if (fixedName.isEmpty()) {
        name(node);
      } else {
        out.put(fixedName);
      }
      out.put(out.length() > length && !rest.isEmpty() ? "." : "");
    }
    out.put(rest);
    if (typing != Typing.NONE) {
      type(node, typing, isPhrase, arguments);
    }
    if (!isContext && behind != null) {
      out.put(isPartOf(node.kind()) ? " of " : " in ");
      nodes.print(behind);
      behind = null;
    }
    return behind;
  }

  private static boolean isPartOf(SwiftKind kind) {
    return switch (kind) {
      case DEFAULT_ARGUMENT, INITIALIZER, WRAPPER_INITIALIZER, WRAPPER_PROJECTION -> true;
      default -> false;
    };
  }

  private void name(SwiftNode node) {
    if (node.count() > 1 && node.child(1).kind().isDeclarationName()) {
      nodes.print(node.child(1));
      return;
    }
    SwiftNode file = node.first(SwiftKind.PRIVATE_NAME);
    if (file != null) {
      nodes.print(file);
    }
  }

  private void type(
      SwiftNode node, Typing typing, boolean isPhrase, @Nullable SwiftNode arguments) {
    SwiftNode wrapped = node.first(SwiftKind.TYPE);
    if (wrapped == null) {
      throw new SwiftRefusal();
    }
    SwiftNode type = wrapped.child(0);
    SwiftNode inner = type;
    while (inner.is(SwiftKind.GENERIC_TYPE)) {
      inner = inner.child(1).unwrapped();
    }
    boolean isFunction = typing == Typing.AS_FUNCTION && isFunction(inner.kind());
    if (!isFunction && isBrief) {
      return;
    }
    if (!isFunction) {
      out.put(" : ");
    } else if (isPhrase || SwiftFunctionTypePrinter.needsSpace(type)) {
      out.put(" ");
    }
    SwiftNode labels = node.first(SwiftKind.LABELS);
    if (labels == null && arguments == null) {
      nodes.print(type);
      return;
    }
    if (arguments != null) {
      out.put("<");
      nodes.printAll(arguments, ", ");
      out.put(">");
    }
    if (type.is(SwiftKind.GENERIC_TYPE)) {
      if (arguments == null) {
        nodes.print(type.child(0));
      }
      type = type.child(1).unwrapped();
      out.put(SwiftFunctionTypePrinter.needsSpace(type) ? " " : "");
    }
    if (isFunctionLike(type.kind())) {
      functions.print(labels, type);
    } else {
      nodes.print(type);
    }
  }

  private static boolean isFunctionLike(SwiftKind kind) {
    return kind == SwiftKind.FUNCTION_TYPE || kind == SwiftKind.NO_ESCAPE_FUNCTION_TYPE;
  }

  private static boolean isFunction(SwiftKind kind) {
    return switch (kind) {
      case FUNCTION_TYPE,
          NO_ESCAPE_FUNCTION_TYPE,
          UNCURRIED_FUNCTION_TYPE,
          C_FUNCTION_POINTER,
          THIN_FUNCTION_TYPE ->
          true;
      default -> false;
    };
  }
}
