package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Types, but for those with generic arguments. */
final class SwiftTypes {
  private static final int MOST_REPEATED = 2048;
  private static final int FIRST_NUMBERED = 27;

  private final SwiftCursor in;
  private final SwiftStack stack;
  private final SwiftGenerics generics;

  SwiftTypes(SwiftCursor in, SwiftStack stack, SwiftGenerics generics) {
    this.in = in;
    this.stack = stack;
    this.generics = generics;
  }

  private static SwiftNode typeOf(SwiftKind kind, SwiftNode... children) {
    return SwiftNode.type(SwiftNode.of(kind, children));
  }

  /** A type with a name, and what it is in. */
  SwiftNode nominal(SwiftKind kind) {
    SwiftNode name = stack.popName();
    SwiftNode context = stack.popContext();
    return stack.keep(typeOf(kind, context, name));
  }

  /** References to what was there, of which all but the last are put on the stack here. */
  SwiftNode references() {
    int repeat = -1;
    while (true) {
      char c = in.next();
      if (c >= 'a' && c <= 'z') {
        repeated(stack.kept(c - 'a'), repeat, true);
        repeat = -1;
      } else if (c >= 'A' && c <= 'Z') {
        SwiftNode node = stack.kept(c - 'A');
        repeated(node, repeat, false);
        return node;
      } else if (c == '_') {
        return stack.kept(repeat + FIRST_NUMBERED);
      } else {
        in.back();
        repeat = in.natural();
        if (repeat < 0) {
          throw new SwiftRefusal();
        }
      }
    }
  }

  private void repeated(SwiftNode node, int count, boolean withLast) {
    if (count > MOST_REPEATED) {
      throw new SwiftRefusal();
    }
    int times = Math.max(1, count) - (withLast ? 0 : 1);
    for (int i = 0; i < times; i++) {
      stack.push(node);
    }
  }

  /** Names of the standard library. */
  SwiftNode standard() {
    if (in.nextIf('o')) {
      return SwiftNode.text(SwiftKind.MODULE, "__C");
    }
    if (in.nextIf('C')) {
      return SwiftNode.text(SwiftKind.MODULE, "__C_Synthesized");
    }
    if (in.nextIf('g')) {
      SwiftNode arguments = SwiftNode.of(SwiftKind.TYPE_LIST, stack.popType());
      return stack.keep(typeOf(SwiftKind.BOUND_ENUM, SwiftStandardTypes.of("q"), arguments));
    }
    int repeat = in.natural();
    String letters = in.nextIf('c') ? "c" + in.next() : String.valueOf(in.next());
    SwiftNode type = SwiftStandardTypes.of(letters);
    repeated(type, repeat, false);
    return type;
  }

  SwiftNode builtin() {
    char letter = in.next();
    String name =
        switch (letter) {
          case 'A' -> "ImplicitActor";
          case 'b' -> "BridgeObject";
          case 'B' -> "UnsafeValueBuffer";
          case 'c' -> "RawUnsafeContinuation";
          case 'D' -> "DefaultActorStorage";
          case 'd' -> "NonDefaultDistributedActorStorage";
          case 'e' -> "Executor";
          case 'f' -> "FPIEEE" + size();
          case 'i' -> "Int" + size();
          case 'I' -> "IntLiteral";
          case 'j' -> "Job";
          case 'O' -> "UnknownObject";
          case 'o' -> "NativeObject";
          case 'P' -> "PackIndex";
          case 'p' -> "RawPointer";
          case 't' -> "SILToken";
          case 'w' -> "Word";
          case 'v' -> vector();
          case 'V' -> "";
          default -> throw new SwiftRefusal();
        };
    if (name.isEmpty()) {
      SwiftNode element = stack.popType();
      return typeOf(SwiftKind.BUILTIN_FIXED_ARRAY, stack.popType(), element);
    }
    return SwiftNode.type(SwiftNode.text(SwiftKind.BUILTIN, "Builtin." + name));
  }

  private int size() {
    int size = in.index() - 1;
    if (size <= 0) {
      throw new SwiftRefusal();
    }
    return size;
  }

  private String vector() {
    int size = size();
    SwiftNode element = stack.popInnerType();
    if (!element.is(SwiftKind.BUILTIN)) {
      throw new SwiftRefusal();
    }
    return "Vec" + size + "x" + element.text().substring("Builtin.".length());
  }

  SwiftNode tuple() {
    return SwiftNode.type(stack.popList(SwiftKind.TUPLE, this::tupleElement));
  }

  private SwiftNode tupleElement() {
    SwiftNode element = SwiftNode.of(SwiftKind.TUPLE_ELEMENT);
    element.addIfPresent(stack.popIf(SwiftKind.VARIADIC));
    SwiftNode name = stack.popIf(SwiftKind.IDENTIFIER);
    element.addIfPresent(name == null ? null : name.as(SwiftKind.ELEMENT_NAME));
    return element.add(stack.popType());
  }

  SwiftNode protocols() {
    return typeOf(SwiftKind.PROTOCOL_LIST, popProtocols());
  }

  private SwiftNode popProtocols() {
    return stack.popList(SwiftKind.TYPE_LIST, stack::popProtocol);
  }

  SwiftNode integer() {
    boolean isNegative = in.nextIf('n');
    SwiftKind kind = isNegative ? SwiftKind.NEGATIVE_INTEGER : SwiftKind.INTEGER;
    return SwiftNode.type(SwiftNode.number(kind, in.index()));
  }

  /** What is behind a {@code Q}. */
  SwiftNode archetype() {
    return switch (in.next()) {
      case 'a' -> {
        SwiftNode name = stack.pop(SwiftKind.IDENTIFIER);
        yield stack.keep(typeOf(SwiftKind.ASSOCIATED_TYPE, stack.popInnerType(), name));
      }
      case 'O' -> SwiftNode.of(SwiftKind.OPAQUE_RESULT_OF, stack.popContext());
      case 'o' -> opaque();
      case 'r', 'u' -> typeOf(SwiftKind.OPAQUE_RESULT);
      case 'R', 'U' -> {
        in.index();
        yield typeOf(SwiftKind.OPAQUE_RESULT);
      }
      case 'x' -> generics.member(null);
      case 'X' -> generics.members(null);
      case 'y' -> generics.member(generics.parameter());
      case 'Y' -> generics.members(generics.parameter());
      case 'z' -> generics.member(SwiftGenerics.firstParameter());
      case 'Z' -> generics.members(SwiftGenerics.firstParameter());
      case 'p' -> {
        SwiftNode count = stack.popInnerType();
        yield typeOf(SwiftKind.PACK_EXPANSION, stack.popInnerType(), count);
      }
      case 'e' -> {
        SwiftNode pack = stack.popInnerType();
        SwiftNode level = SwiftNode.number(SwiftKind.NUMBER, in.index());
        yield typeOf(SwiftKind.PACK_ELEMENT, pack, level);
      }
      case 'P' -> pack(SwiftKind.PACK);
      case 'S' ->
          switch (in.next()) {
            case 'd' -> pack(SwiftKind.SIL_PACK_DIRECT);
            case 'i' -> pack(SwiftKind.SIL_PACK_INDIRECT);
            default -> throw new SwiftRefusal();
          };
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode pack(SwiftKind kind) {
    return SwiftNode.type(stack.popList(kind, stack::popType));
  }

  private SwiftNode opaque() {
    SwiftNode index = SwiftNode.number(SwiftKind.NUMBER, in.index());
    generics.popRetroactive();
    generics.popArguments();
    SwiftNode of = stack.pop();
    return stack.keep(typeOf(SwiftKind.OPAQUE_TYPE, of, index));
  }

  /** What is behind an {@code X}. */
  SwiftNode special() {
    char letter = in.next();
    return switch (letter) {
      case 'E' -> function(SwiftKind.NO_ESCAPE_FUNCTION_TYPE);
      case 'A' -> function(SwiftKind.ESCAPING_AUTO_CLOSURE_TYPE);
      case 'f' -> function(SwiftKind.THIN_FUNCTION_TYPE);
      case 'K' -> function(SwiftKind.AUTO_CLOSURE_TYPE);
      case 'U' -> function(SwiftKind.UNCURRIED_FUNCTION_TYPE);
      case 'L' -> function(SwiftKind.ESCAPING_OBJC_BLOCK);
      case 'B' -> function(SwiftKind.OBJC_BLOCK);
      case 'C' -> function(SwiftKind.C_FUNCTION_POINTER);
      case 'z' -> foreignFunction();
      case 'o' -> typeOf(SwiftKind.UNOWNED, stack.popType());
      case 'u' -> typeOf(SwiftKind.UNMANAGED, stack.popType());
      case 'w' -> typeOf(SwiftKind.WEAK, stack.popType());
      case 'b' -> typeOf(SwiftKind.SIL_BOX, stack.popType());
      case 'D' -> typeOf(SwiftKind.DYNAMIC_SELF, stack.popType());
      case 'M' -> {
        SwiftNode representation = representation();
        yield typeOf(SwiftKind.METATYPE, representation, stack.popType());
      }
      case 'm' -> {
        SwiftNode representation = representation();
        yield typeOf(SwiftKind.EXISTENTIAL_METATYPE, representation, stack.popType());
      }
      case 'p' -> typeOf(SwiftKind.EXISTENTIAL_METATYPE, stack.popType());
      case 'P' -> {
        SwiftNode requirements =
            stack.popList(SwiftKind.TYPE_LIST, () -> stack.pop(SwiftKind::isRequirement));
        yield typeOf(SwiftKind.CONSTRAINED_EXISTENTIAL, stack.popType(), requirements);
      }
      case 'c' -> {
        SwiftNode superclass = stack.popType();
        yield typeOf(SwiftKind.PROTOCOL_LIST_WITH_CLASS, popProtocols(), superclass);
      }
      case 'l' -> typeOf(SwiftKind.PROTOCOL_LIST_WITH_ANY_OBJECT, popProtocols());
      case 'X', 'x' -> box(letter == 'X');
      case 'Y' -> nominal(SwiftKind.OTHER_NOMINAL);
      case 'Z' -> {
        SwiftNode types = stack.popTypeList();
        SwiftNode name = stack.pop(SwiftKind.IDENTIFIER);
        yield SwiftNode.of(SwiftKind.ANONYMOUS_CONTEXT, name, stack.popContext(), types);
      }
      case 'e' -> typeOf(SwiftKind.ERROR_TYPE);
      case 'S' -> sugared();
      default -> throw new SwiftRefusal();
    };
  }

  SwiftNode function(SwiftKind kind) {
    return stack.popFunctionType(kind, null);
  }

  private SwiftNode foreignFunction() {
    SwiftKind kind =
        switch (in.next()) {
          case 'B' -> SwiftKind.OBJC_BLOCK;
          case 'C' -> SwiftKind.C_FUNCTION_POINTER;
          default -> throw new SwiftRefusal();
        };
    String type = in.take(in.natural());
    return stack.popFunctionType(kind, SwiftNode.text(SwiftKind.CLANG_TYPE, type));
  }

  private SwiftNode representation() {
    return SwiftNode.text(
        SwiftKind.METATYPE_REPRESENTATION,
        switch (in.next()) {
          case 't' -> "@thin";
          case 'T' -> "@thick";
          case 'o' -> "@objc_metatype";
          default -> throw new SwiftRefusal();
        });
  }

  private SwiftNode box(boolean isGeneric) {
    SwiftNode signature = isGeneric ? stack.pop(SwiftKind.SIGNATURE) : null;
    SwiftNode arguments = isGeneric ? stack.popTypeList() : null;
    SwiftNode layout = SwiftNode.of(SwiftKind.TYPE_LIST);
    for (SwiftNode field : stack.popTypeList().children()) {
      SwiftNode inner = field.child(0);
      boolean isVariable = inner.is(SwiftKind.INOUT);
      layout.add(
          SwiftNode.of(
              isVariable ? SwiftKind.SIL_BOX_VAR : SwiftKind.SIL_BOX_LET,
              isVariable ? inner.child(0) : field));
    }
    return SwiftNode.type(SwiftNode.of(SwiftKind.SIL_BOX_LAYOUT, layout, signature, arguments));
  }

  private SwiftNode sugared() {
    return switch (in.next()) {
      case 'q' -> typeOf(SwiftKind.SUGARED_OPTIONAL, stack.popType());
      case 'a' -> typeOf(SwiftKind.SUGARED_ARRAY, stack.popType());
      case 'p' -> typeOf(SwiftKind.SUGARED_PAREN, stack.popType());
      case 'D' -> {
        SwiftNode value = stack.popType();
        yield typeOf(SwiftKind.SUGARED_DICTIONARY, stack.popType(), value);
      }
      case 'A' -> {
        SwiftNode element = stack.popType();
        yield typeOf(SwiftKind.SUGARED_INLINE_ARRAY, stack.popType(), element);
      }
      default -> throw new SwiftRefusal();
    };
  }

  /** What is behind a {@code Y}: what is said of a function or of the type on top. */
  SwiftNode annotation() {
    return switch (in.next()) {
      case 'a' -> SwiftNode.of(SwiftKind.ASYNC);
      case 'A' -> SwiftNode.of(SwiftKind.ISOLATED_ANY);
      case 'b' -> SwiftNode.of(SwiftKind.SENDABLE);
      case 'c' -> SwiftNode.of(SwiftKind.GLOBAL_ACTOR, stack.popType());
      case 'C' -> SwiftNode.of(SwiftKind.NONISOLATED);
      case 'i' -> onTop(SwiftKind.ISOLATED);
      case 'j' -> SwiftNode.text(SwiftKind.DIFFERENTIABLE, differentiability());
      case 'k' -> onTop(SwiftKind.NO_DERIVATIVE);
      case 'K' -> SwiftNode.of(SwiftKind.TYPED_THROWS, stack.popType());
      case 't' -> onTop(SwiftKind.CONSTANT_LITERAL);
      case 'T' -> SwiftNode.of(SwiftKind.SENDING_RESULT);
      case 'u' -> onTop(SwiftKind.SENDING);
      default -> throw new SwiftRefusal();
    };
  }

  /** The type on top, with something said of it. */
  SwiftNode onTop(SwiftKind kind) {
    return typeOf(kind, stack.popInnerType());
  }

  private String differentiability() {
    return switch (in.next()) {
      case 'f' -> "@differentiable(_forward) ";
      case 'r' -> "@differentiable(reverse) ";
      case 'd' -> "@differentiable ";
      case 'l' -> "@differentiable(_linear) ";
      default -> throw new SwiftRefusal();
    };
  }

  /** A generic type of the type on top and the signature above it. */
  SwiftNode generic() {
    SwiftNode signature = stack.pop(SwiftKind.SIGNATURE);
    return typeOf(SwiftKind.GENERIC_TYPE, signature, stack.popType());
  }

  /** A type as debuggers have it. */
  SwiftNode mangled() {
    SwiftNode type = stack.popType();
    SwiftNode labels = stack.popLabels(type);
    return SwiftNode.of(SwiftKind.TYPE_MANGLING, labels, type);
  }
}
