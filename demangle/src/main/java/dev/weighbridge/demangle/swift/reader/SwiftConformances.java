package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** How types conform to protocols, and what is recorded of it. */
final class SwiftConformances {
  private final SwiftCursor in;
  private final SwiftStack stack;

  SwiftConformances(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  /** Type, protocol, module and maybe a signature, from the top. */
  static SwiftNode popConformance(SwiftStack stack) {
    SwiftNode signature = stack.popSignature();
    SwiftNode module = stack.popModule();
    SwiftNode protocol = stack.popProtocol();
    SwiftNode type = stack.popType();
    if (signature != null) {
      type = SwiftNode.type(SwiftNode.of(SwiftKind.GENERIC_TYPE, signature, type));
    }
    return SwiftNode.of(SwiftKind.CONFORMANCE, type, protocol, module);
  }

  /** What is behind an {@code H}. */
  SwiftNode operator() {
    return switch (in.next()) {
      case 'c' -> SwiftNode.of(SwiftKind.CONFORMANCE_RECORD, popConformance(stack));
      case 'n' -> SwiftNode.of(SwiftKind.NOMINAL_RECORD, stack.popType());
      case 'o' -> SwiftNode.of(SwiftKind.OPAQUE_RECORD, stack.pop());
      case 'r' -> SwiftNode.of(SwiftKind.PROTOCOL_RECORD, stack.popProtocol());
      case 'F' -> SwiftNode.of(SwiftKind.ACCESSIBLE_RECORD);
      case 'P' -> SwiftNode.of(SwiftKind.REFERENCE_IN_TYPE_MODULE, stack.popProtocol());
      case 'p' -> SwiftNode.of(SwiftKind.REFERENCE_IN_PROTOCOL_MODULE, stack.popProtocol());
      case 'C' -> concrete();
      case 'X' -> SwiftNode.of(SwiftKind.PACK_CONFORMANCE, popConformances());
      case 'D' -> {
        in.index();
        SwiftNode protocol = stack.popProtocol();
        yield SwiftNode.of(SwiftKind.DEPENDENT_CONFORMANCE, stack.popType(), protocol);
      }
      case 'I' -> {
        in.index();
        SwiftNode protocol = stack.popProtocol();
        SwiftNode outer = stack.pop(SwiftKind.DEPENDENT_CONFORMANCE);
        yield SwiftNode.of(SwiftKind.DEPENDENT_CONFORMANCE, outer, protocol);
      }
      case 'A' -> {
        in.index();
        SwiftNode protocol = stack.popProtocol();
        SwiftNode type = stack.popType();
        SwiftNode outer = stack.pop(SwiftKind.DEPENDENT_CONFORMANCE);
        yield SwiftNode.of(SwiftKind.DEPENDENT_CONFORMANCE, outer, type, protocol);
      }
      case 'O' -> {
        SwiftNode type = stack.popType();
        SwiftNode outer = stack.pop(SwiftKind.DEPENDENT_CONFORMANCE);
        yield SwiftNode.of(SwiftKind.DEPENDENT_CONFORMANCE, outer, type);
      }
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode concrete() {
    SwiftNode conditional = popConformances();
    SwiftNode reference =
        stack.popIf(
            kind ->
                kind == SwiftKind.REFERENCE_IN_TYPE_MODULE
                    || kind == SwiftKind.REFERENCE_IN_PROTOCOL_MODULE);
    if (reference == null) {
      SwiftNode module = stack.popModule();
      SwiftNode protocol = stack.popProtocol();
      reference = SwiftNode.of(SwiftKind.REFERENCE_IN_OTHER_MODULE, protocol, module);
    }
    return SwiftNode.of(SwiftKind.CONCRETE_CONFORMANCE, stack.popType(), reference, conditional);
  }

  private SwiftNode popConformances() {
    return stack.popList(SwiftKind.CONFORMANCE_LIST, this::popAny);
  }

  private SwiftNode popAny() {
    return stack.pop(
        kind ->
            kind == SwiftKind.CONCRETE_CONFORMANCE
                || kind == SwiftKind.PACK_CONFORMANCE
                || kind == SwiftKind.DEPENDENT_CONFORMANCE);
  }

  /** A conformance of an argument that is from neither the type's nor the protocol's module. */
  SwiftNode retroactive() {
    in.index();
    return SwiftNode.of(SwiftKind.RETROACTIVE, popAny());
  }
}
