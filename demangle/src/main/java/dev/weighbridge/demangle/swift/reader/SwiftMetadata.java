package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Metadata of types and tables of witnesses. */
final class SwiftMetadata {
  private final SwiftCursor in;
  private final SwiftStack stack;

  SwiftMetadata(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  private SwiftNode conformance() {
    return SwiftConformances.popConformance(stack);
  }

  /** What is behind an {@code M}. */
  SwiftNode metadata() {
    char letter = in.next();
    return switch (letter) {
      case 'A' -> SwiftNode.of(SwiftKind.ASSOCIATED_DESCRIPTOR, conformance());
      case 'c' -> SwiftNode.of(SwiftKind.CONFORMANCE_DESCRIPTOR, conformance());
      case 'p' -> SwiftNode.of(SwiftKind.PROTOCOL_DESCRIPTOR, stack.popProtocol());
      case 'S' -> SwiftNode.of(SwiftKind.SELF_DESCRIPTOR, stack.popProtocol());
      case 'g' -> SwiftNode.of(SwiftKind.OPAQUE_ACCESSOR, stack.pop());
      case 'h' -> SwiftNode.of(SwiftKind.OPAQUE_ACCESSOR_IMPL, stack.pop());
      case 'j' -> SwiftNode.of(SwiftKind.OPAQUE_ACCESSOR_KEY, stack.pop());
      case 'k' -> SwiftNode.of(SwiftKind.OPAQUE_ACCESSOR_VARIABLE, stack.pop());
      case 'Q' -> SwiftNode.of(SwiftKind.OPAQUE_DESCRIPTOR, stack.pop());
      case 'K' -> SwiftNode.of(SwiftKind.GLOBAL_INSTANTIATION_CACHE, stack.pop());
      case 'V' -> SwiftNode.of(SwiftKind.PROPERTY_DESCRIPTOR, stack.pop(SwiftKind::isEntity));
      case 'X' -> descriptor();
      default -> SwiftNode.of(ofType(letter), stack.popType());
    };
  }

  private static SwiftKind ofType(char letter) {
    return switch (letter) {
      case 'a' -> SwiftKind.METADATA_ACCESSOR;
      case 'b' -> SwiftKind.SPECIALIZED_ACCESSOR;
      case 'B' -> SwiftKind.BUILTIN_DESCRIPTOR;
      case 'C' -> SwiftKind.SUPERCLASS_DESCRIPTOR;
      case 'D' -> SwiftKind.METADATA_DEMANGLING_CACHE;
      case 'f' -> SwiftKind.FULL_METADATA;
      case 'F' -> SwiftKind.FIELD_DESCRIPTOR;
      case 'i' -> SwiftKind.METADATA_INSTANTIATION;
      case 'I' -> SwiftKind.METADATA_INSTANTIATION_CACHE;
      case 'J' -> SwiftKind.SPECIALIZED_METADATA_CACHE;
      case 'l' -> SwiftKind.SINGLETON_CACHE;
      case 'L' -> SwiftKind.METADATA_CACHE;
      case 'm' -> SwiftKind.METACLASS;
      case 'M' -> SwiftKind.SPECIALIZED_METACLASS;
      case 'n' -> SwiftKind.NOMINAL_DESCRIPTOR;
      case 'N' -> SwiftKind.SPECIALIZED_METADATA;
      case 'o' -> SwiftKind.CLASS_BASE_OFFSET;
      case 'P' -> SwiftKind.METADATA_PATTERN;
      case 'r' -> SwiftKind.METADATA_COMPLETION;
      case 's' -> SwiftKind.OBJC_STUB;
      case 't' -> SwiftKind.FULL_OBJC_STUB;
      case 'u' -> SwiftKind.LOOKUP_FUNCTION;
      case 'U' -> SwiftKind.OBJC_UPDATE;
      case 'z' -> SwiftKind.SPECIALIZED_TOKEN;
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode descriptor() {
    return switch (in.next()) {
      case 'E' -> SwiftNode.of(SwiftKind.EXTENSION_DESCRIPTOR, stack.popContext());
      case 'M' -> SwiftNode.of(SwiftKind.MODULE_DESCRIPTOR, stack.popModule());
      case 'X' -> SwiftNode.of(SwiftKind.ANONYMOUS_DESCRIPTOR, stack.popContext());
      case 'Y' -> {
        // What tells it from others is not told.
        stack.pop();
        yield SwiftNode.of(SwiftKind.ANONYMOUS_DESCRIPTOR, stack.popContext());
      }
      default -> throw new SwiftRefusal();
    };
  }

  /** What is behind a {@code W}. */
  SwiftNode witness() {
    return switch (in.next()) {
      case 'C' -> SwiftNode.of(SwiftKind.ENUM_CASE, stack.pop(SwiftKind::isEntity));
      case 'V' -> SwiftNode.of(SwiftKind.VALUE_WITNESS_TABLE, stack.popType());
      case 'v' -> fieldOffset();
      case 'S' -> SwiftNode.of(SwiftKind.SELF_WITNESS_TABLE, stack.popProtocol());
      case 'P' -> SwiftNode.of(SwiftKind.WITNESS_TABLE, conformance());
      case 'p' -> SwiftNode.of(SwiftKind.WITNESS_TABLE_PATTERN, conformance());
      case 'G' -> SwiftNode.of(SwiftKind.GENERIC_WITNESS_TABLE, conformance());
      case 'I' -> SwiftNode.of(SwiftKind.WITNESS_TABLE_INSTANTIATION, conformance());
      case 'r' -> SwiftNode.of(SwiftKind.RESILIENT_WITNESS_TABLE, conformance());
      case 'a' -> SwiftNode.of(SwiftKind.WITNESS_TABLE_ACCESSOR, conformance());
      case 'l' -> lazy(SwiftKind.LAZY_WITNESS_ACCESSOR);
      case 'L' -> lazy(SwiftKind.LAZY_WITNESS_CACHE);
      case 't' -> {
        SwiftNode name = stack.popName();
        yield SwiftNode.of(SwiftKind.ASSOCIATED_METADATA_ACCESSOR, conformance(), name);
      }
      case 'T' -> {
        SwiftNode protocol = stack.popType();
        SwiftNode path = SwiftNode.of(SwiftKind.ASSOCIATED_PATH);
        stack.popAssociatedNames().forEach(path::add);
        yield SwiftNode.of(SwiftKind.ASSOCIATED_WITNESS_ACCESSOR, conformance(), path, protocol);
      }
      case 'b' -> {
        SwiftNode protocol = stack.popType();
        yield SwiftNode.of(SwiftKind.BASE_WITNESS_ACCESSOR, conformance(), protocol);
      }
      case 'O' -> outlined();
      case 'Z' -> once(SwiftKind.ONCE_FUNCTION);
      case 'z' -> once(SwiftKind.ONCE_TOKEN);
      case 'J' -> SwiftDerivatives.witness(in, stack);
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode fieldOffset() {
    String directness =
        switch (in.next()) {
          case 'd' -> "direct";
          case 'i' -> "indirect";
          default -> throw new SwiftRefusal();
        };
    SwiftNode word = SwiftNode.text(SwiftKind.IDENTIFIER, directness);
    return SwiftNode.of(SwiftKind.FIELD_OFFSET, word, stack.pop(SwiftKind::isEntity));
  }

  private SwiftNode lazy(SwiftKind kind) {
    SwiftNode conformance = conformance();
    return SwiftNode.of(kind, stack.popType(), conformance);
  }

  private SwiftNode once(SwiftKind kind) {
    SwiftNode names = SwiftNode.of(SwiftKind.ONCE_NAMES);
    while (stack.popped(SwiftKind.FIRST_ELEMENT)) {
      names.add(stack.popName());
    }
    return SwiftNode.of(kind, stack.popContext(), names.reverse(0));
  }

  private SwiftNode outlined() {
    char letter = in.next();
    SwiftKind kind =
        switch (letter) {
          case 'y' -> SwiftKind.OUTLINED_COPY;
          case 'e' -> SwiftKind.OUTLINED_CONSUME;
          case 'r' -> SwiftKind.OUTLINED_RETAIN;
          case 's' -> SwiftKind.OUTLINED_RELEASE;
          case 'b', 'B' -> SwiftKind.OUTLINED_INIT_TAKE;
          case 'c', 'C' -> SwiftKind.OUTLINED_INIT_COPY;
          case 'd', 'D' -> SwiftKind.OUTLINED_ASSIGN_TAKE;
          case 'f', 'F' -> SwiftKind.OUTLINED_ASSIGN_COPY;
          case 'h', 'H' -> SwiftKind.OUTLINED_DESTROY;
          case 'g' -> SwiftKind.OUTLINED_TAG_GET;
          case 'i' -> SwiftKind.OUTLINED_TAG_STORE;
          case 'j' -> SwiftKind.OUTLINED_PROJECT;
          default -> throw new SwiftRefusal();
        };
    SwiftNode signature = stack.popSignature();
    if (letter == 'i' || letter == 'j') {
      in.index();
    }
    // What the parameters of the type are is told where it is copied or consumed.
    boolean isTold = letter == 'y' || letter == 'e';
    return SwiftNode.of(kind, stack.popType(), isTold ? signature : null);
  }
}
