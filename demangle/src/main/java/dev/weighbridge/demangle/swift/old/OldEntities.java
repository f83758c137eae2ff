package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import org.jspecify.annotations.Nullable;

/** Functions, variables, types with names, and what they are in. */
final class OldEntities {
  private final SwiftCursor in;
  private final OldNames names;
  private final OldDepth depth;

  /** Set by {@link #use}, before anything is read: the two know each other. */
  @SuppressWarnings("NullAway.Init")
  private OldGrammar types;

  OldEntities(SwiftCursor in, OldNames names, OldDepth depth) {
    this.in = in;
    this.names = names;
    this.depth = depth;
  }

  /** Says what reads types. */
  void use(OldGrammar grammar) {
    types = grammar;
  }

  /** What declarations are in. */
  SwiftNode context() {
    depth.enter();
    SwiftNode context = contextInside();
    depth.leave();
    return context;
  }

  private SwiftNode contextInside() {
    if (in.nextIf('E')) {
      SwiftNode module = names.module();
      return SwiftNode.of(SwiftKind.EXTENSION, module, context());
    }
    if (in.nextIf('e')) {
      SwiftNode module = names.module();
      SwiftNode signature = types.signature(false);
      return SwiftNode.of(SwiftKind.EXTENSION, module, context(), signature);
    }
    if (in.nextIf('S')) {
      return names.reference();
    }
    if (in.nextIf('s')) {
      return OldNames.swift();
    }
    return "FIiZvCVOP".indexOf(in.peek()) >= 0 && !in.isAtEnd() ? entity() : names.module();
  }

  /** A type with a name, of which the letter of its kind is taken. */
  SwiftNode nominal(SwiftKind kind) {
    SwiftNode context = context();
    return names.keep(SwiftNode.of(kind, context, names.declaration()));
  }

  private static @Nullable SwiftKind nominalKind(char letter) {
    return switch (letter) {
      case 'C' -> SwiftKind.CLASS;
      case 'V' -> SwiftKind.STRUCTURE;
      case 'O' -> SwiftKind.ENUM;
      case 'P' -> SwiftKind.PROTOCOL;
      default -> null;
    };
  }

  SwiftNode entity() {
    depth.enter();
    boolean isStatic = in.nextIf('Z');
    char letter = in.next();
    SwiftKind nominal = nominalKind(letter);
    SwiftNode entity =
        nominal != null
            ? nominal(nominal)
            : switch (letter) {
              case 'F' -> member(SwiftKind.FUNCTION);
              case 'v' -> member(SwiftKind.VARIABLE);
              case 'i' -> member(SwiftKind.SUBSCRIPT);
              case 'I' -> member(SwiftKind.INITIALIZER);
              default -> throw new SwiftRefusal();
            };
    depth.leave();
    return isStatic ? SwiftNode.of(SwiftKind.STATIC, entity) : entity;
  }

  private SwiftNode member(SwiftKind kind) {
    return member(kind, context());
  }

  private SwiftNode index() {
    return SwiftNode.number(SwiftKind.INDEX, in.index());
  }

  private SwiftNode member(SwiftKind kind, SwiftNode context) {
    char letter = in.peek();
    if (kind == SwiftKind.INITIALIZER) {
      in.next();
      return switch (letter) {
        case 'A' -> SwiftNode.of(SwiftKind.DEFAULT_ARGUMENT, context, index());
        case 'i' -> SwiftNode.of(SwiftKind.INITIALIZER, context);
        default -> throw new SwiftRefusal();
      };
    }
    SwiftKind nameless =
        switch (letter) {
          case 'D' -> SwiftKind.DEALLOCATOR;
          case 'Z' -> SwiftKind.ISOLATED_DEALLOCATOR;
          case 'd' -> SwiftKind.DESTRUCTOR;
          case 'e' -> SwiftKind.IVAR_INITIALIZER;
          case 'E' -> SwiftKind.IVAR_DESTROYER;
          case 'C' -> SwiftKind.ALLOCATOR;
          case 'c' -> SwiftKind.CONSTRUCTOR;
          case 'U' -> SwiftKind.EXPLICIT_CLOSURE;
          case 'u' -> SwiftKind.IMPLICIT_CLOSURE;
          case 'A' -> SwiftKind.DEFAULT_ARGUMENT;
          case 'i' -> SwiftKind.INITIALIZER;
          default -> null;
        };
    if (nameless != null) {
      in.next();
      SwiftNode entity = SwiftNode.of(nameless, context);
      return switch (nameless) {
        case ALLOCATOR, CONSTRUCTOR -> entity.add(types.type());
        case EXPLICIT_CLOSURE, IMPLICIT_CLOSURE -> entity.add(index()).add(types.type());
        case DEFAULT_ARGUMENT -> entity.add(index());
        default -> entity;
      };
    }
    SwiftKind accessor = accessor();
    SwiftNode name = names.declaration();
    boolean isSubscript = name.is(SwiftKind.IDENTIFIER) && name.text().equals("subscript");
    if (accessor == null) {
      return isSubscript && kind == SwiftKind.SUBSCRIPT
          ? SwiftNode.of(SwiftKind.SUBSCRIPT, context, types.type())
          : SwiftNode.of(kind, context, name, types.type());
    }
    SwiftNode storage =
        isSubscript
            ? SwiftNode.of(SwiftKind.SUBSCRIPT, context, types.type())
            : SwiftNode.of(SwiftKind.VARIABLE, context, name, types.type());
    return SwiftNode.of(accessor, storage);
  }

  private @Nullable SwiftKind accessor() {
    SwiftKind kind =
        switch (in.peek()) {
          case 'g' -> SwiftKind.GETTER;
          case 'G' -> SwiftKind.GLOBAL_GETTER;
          case 's' -> SwiftKind.SETTER;
          case 'm' -> SwiftKind.MATERIALIZE_FOR_SET;
          case 'w' -> SwiftKind.WILL_SET;
          case 'W' -> SwiftKind.DID_SET;
          case 'a' -> SwiftKind.UNSAFE_MUTABLE_ADDRESSOR;
          case 'l' -> SwiftKind.UNSAFE_ADDRESSOR;
          default -> null;
        };
    if (kind == null) {
      return null;
    }
    in.next();
    if (kind == SwiftKind.UNSAFE_MUTABLE_ADDRESSOR) {
      return switch (in.next()) {
        case 'O' -> SwiftKind.OWNING_MUTABLE_ADDRESSOR;
        case 'o' -> SwiftKind.NATIVE_OWNING_MUTABLE_ADDRESSOR;
        case 'p' -> SwiftKind.NATIVE_PINNING_MUTABLE_ADDRESSOR;
        case 'u' -> SwiftKind.UNSAFE_MUTABLE_ADDRESSOR;
        default -> throw new SwiftRefusal();
      };
    }
    if (kind == SwiftKind.UNSAFE_ADDRESSOR) {
      return switch (in.next()) {
        case 'O' -> SwiftKind.OWNING_ADDRESSOR;
        case 'o' -> SwiftKind.NATIVE_OWNING_ADDRESSOR;
        case 'p' -> SwiftKind.NATIVE_PINNING_ADDRESSOR;
        case 'u' -> SwiftKind.UNSAFE_ADDRESSOR;
        default -> throw new SwiftRefusal();
      };
    }
    return kind;
  }
}
