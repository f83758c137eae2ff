package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Functions, variables and their like. */
final class SwiftEntities {
  private final SwiftCursor in;
  private final SwiftStack stack;

  SwiftEntities(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  private SwiftNode index() {
    return SwiftNode.number(SwiftKind.INDEX, in.index());
  }

  /** What declarations of an extension are in. */
  SwiftNode extension() {
    SwiftNode signature = stack.popSignature();
    SwiftNode module = stack.popModule();
    return SwiftNode.of(SwiftKind.EXTENSION, module, stack.popNominal(), signature);
  }

  SwiftNode function() {
    SwiftNode signature = stack.popSignature();
    SwiftNode type = stack.popFunctionType(SwiftKind.FUNCTION_TYPE, null);
    SwiftNode labels = stack.popLabels(type);
    if (signature != null) {
      type = SwiftNode.type(SwiftNode.of(SwiftKind.GENERIC_TYPE, signature, type));
    }
    SwiftNode name = stack.popName();
    return SwiftNode.of(SwiftKind.FUNCTION, stack.popContext(), name, labels, type);
  }

  SwiftNode named(SwiftKind kind) {
    SwiftNode type = stack.popType();
    SwiftNode labels = stack.popLabels(type);
    SwiftNode name = stack.popName();
    return SwiftNode.of(kind, stack.popContext(), name, labels, type);
  }

  SwiftNode subscript() {
    SwiftNode file = stack.popIf(SwiftKind.PRIVATE_NAME);
    SwiftNode type = stack.popType();
    SwiftNode labels = stack.popLabels(type);
    return accessor(SwiftNode.of(SwiftKind.SUBSCRIPT, stack.popContext(), labels, type, file));
  }

  /** A function that reads or writes a variable or subscript, or that itself. */
  SwiftNode accessor(SwiftNode storage) {
    char letter = in.next();
    SwiftKind kind =
        switch (letter) {
          case 'p' -> null;
          case 'm' -> SwiftKind.MATERIALIZE_FOR_SET;
          case 's' -> SwiftKind.SETTER;
          case 'g' -> SwiftKind.GETTER;
          case 'G' -> SwiftKind.GLOBAL_GETTER;
          case 'w' -> SwiftKind.WILL_SET;
          case 'W' -> SwiftKind.DID_SET;
          case 'r' -> SwiftKind.READ;
          case 'M' -> SwiftKind.MODIFY;
          case 'y' -> SwiftKind.READ_2;
          case 'x' -> SwiftKind.MODIFY_2;
          case 'i' -> SwiftKind.INIT_ACCESSOR;
          case 'a' ->
              switch (in.next()) {
                case 'O' -> SwiftKind.OWNING_MUTABLE_ADDRESSOR;
                case 'o' -> SwiftKind.NATIVE_OWNING_MUTABLE_ADDRESSOR;
                case 'p' -> SwiftKind.NATIVE_PINNING_MUTABLE_ADDRESSOR;
                case 'u' -> SwiftKind.UNSAFE_MUTABLE_ADDRESSOR;
                default -> throw new SwiftRefusal();
              };
          case 'l' ->
              switch (in.next()) {
                case 'O' -> SwiftKind.OWNING_ADDRESSOR;
                case 'o' -> SwiftKind.NATIVE_OWNING_ADDRESSOR;
                case 'p' -> SwiftKind.NATIVE_PINNING_ADDRESSOR;
                case 'u' -> SwiftKind.UNSAFE_ADDRESSOR;
                default -> throw new SwiftRefusal();
              };
          default -> throw new SwiftRefusal();
        };
    return kind == null ? storage : SwiftNode.of(kind, storage);
  }

  /** What is behind an {@code f}: functions without a name of their own. */
  SwiftNode nameless() {
    return switch (in.next()) {
      case 'D' -> SwiftNode.of(SwiftKind.DEALLOCATOR, stack.popContext());
      case 'Z' -> SwiftNode.of(SwiftKind.ISOLATED_DEALLOCATOR, stack.popContext());
      case 'd' -> SwiftNode.of(SwiftKind.DESTRUCTOR, stack.popContext());
      case 'E' -> SwiftNode.of(SwiftKind.IVAR_DESTROYER, stack.popContext());
      case 'e' -> SwiftNode.of(SwiftKind.IVAR_INITIALIZER, stack.popContext());
      case 'i' -> SwiftNode.of(SwiftKind.INITIALIZER, stack.popContext());
      case 'P' -> SwiftNode.of(SwiftKind.WRAPPER_INITIALIZER, stack.popContext());
      case 'W' -> SwiftNode.of(SwiftKind.WRAPPER_PROJECTION, stack.popContext());
      case 'C' -> constructor(SwiftKind.ALLOCATOR);
      case 'c' -> constructor(SwiftKind.CONSTRUCTOR);
      case 'U' -> closure(SwiftKind.EXPLICIT_CLOSURE);
      case 'u' -> closure(SwiftKind.IMPLICIT_CLOSURE);
      case 'A' -> {
        SwiftNode index = index();
        yield SwiftNode.of(SwiftKind.DEFAULT_ARGUMENT, stack.popContext(), index);
      }
      case 'm' -> named(SwiftKind.MACRO);
      case 'p' -> named(SwiftKind.GENERIC_PARAMETER_DECLARATION);
      case 'M' -> expansion();
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode constructor(SwiftKind kind) {
    SwiftNode file = stack.popIf(SwiftKind.PRIVATE_NAME);
    SwiftNode type = stack.popType();
    SwiftNode labels = stack.popLabels(type);
    return SwiftNode.of(kind, stack.popContext(), labels, type, file);
  }

  private SwiftNode closure(SwiftKind kind) {
    SwiftNode index = index();
    SwiftNode type = stack.popType();
    return SwiftNode.of(kind, stack.popContext(), index, type);
  }

  private SwiftNode expansion() {
    char letter = in.next();
    String role =
        switch (letter) {
          case 'a' -> "accessor";
          case 'r' -> "memberAttribute";
          case 'm' -> "member";
          case 'p' -> "peer";
          case 'c' -> "conformance";
          case 'e' -> "extension";
          case 'q' -> "preamble";
          case 'b' -> "body";
          case 'f', 'u', 'X' -> "";
          default -> throw new SwiftRefusal();
        };
    if (letter == 'X') {
      return location();
    }
    SwiftNode macro = stack.pop(SwiftKind.IDENTIFIER);
    if (role.isEmpty()) {
      SwiftNode file = stack.popIf(SwiftKind.PRIVATE_NAME);
      SwiftNode context = stack.popContext();
      SwiftKind kind = letter == 'f' ? SwiftKind.FREESTANDING_MACRO : SwiftKind.UNIQUE_NAME;
      return SwiftNode.of(kind, context, macro, index(), file);
    }
    SwiftNode attached = stack.popName();
    SwiftNode context = stack.popContext();
    SwiftNode roleName = SwiftNode.text(SwiftKind.IDENTIFIER, role);
    return SwiftNode.of(SwiftKind.ATTACHED_MACRO, context, attached, macro, index(), roleName);
  }

  /** Where in a file a macro stands. */
  private SwiftNode location() {
    SwiftNode line = index();
    SwiftNode column = index();
    SwiftNode buffer = stack.pop(SwiftKind.IDENTIFIER);
    SwiftNode module = stack.pop(SwiftKind.IDENTIFIER);
    return SwiftNode.of(SwiftKind.MACRO_LOCATION, module, buffer, line, column);
  }
}
