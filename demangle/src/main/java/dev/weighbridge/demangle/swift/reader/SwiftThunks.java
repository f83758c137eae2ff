package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is behind a {@code T}: thunks, attributes of functions, specialisations. */
final class SwiftThunks {
  private final SwiftCursor in;
  private final SwiftStack stack;
  private final SwiftSpecializations specializations;

  SwiftThunks(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
    specializations = new SwiftSpecializations(in, stack);
  }

  private SwiftNode popEntity() {
    return stack.pop(SwiftKind::isEntity);
  }

  SwiftNode operator() {
    char letter = in.next();
    return switch (letter) {
      case 'o' -> SwiftNode.of(SwiftKind.OBJC);
      case 'O' -> SwiftNode.of(SwiftKind.NON_OBJC);
      case 'D' -> SwiftNode.of(SwiftKind.DYNAMIC);
      case 'd' -> SwiftNode.of(SwiftKind.DIRECT_METHOD);
      case 'E' -> SwiftNode.of(SwiftKind.DISTRIBUTED_THUNK);
      case 'F' -> SwiftNode.of(SwiftKind.DISTRIBUTED_ACCESSOR);
      case 'A' -> SwiftNode.of(SwiftKind.PARTIAL_APPLY);
      case 'a' -> SwiftNode.of(SwiftKind.PARTIAL_APPLY_OBJC);
      case 'm' -> SwiftNode.of(SwiftKind.MERGED);
      case 'X' -> SwiftNode.of(SwiftKind.REPLACEABLE_VARIABLE);
      case 'x' -> SwiftNode.of(SwiftKind.REPLACEABLE_KEY);
      case 'I' -> SwiftNode.of(SwiftKind.REPLACEABLE_THUNK);
      case 'u' -> SwiftNode.of(SwiftKind.ASYNC_POINTER);
      case 'Q' -> SwiftNode.number(SwiftKind.AWAIT_RESUME, in.index());
      case 'Y' -> SwiftNode.number(SwiftKind.SUSPEND_RESUME, in.index());
      case 'C' -> SwiftNode.of(SwiftKind.COROUTINE_PROTOTYPE, stack.popType());
      case 'c' -> SwiftNode.of(SwiftKind.CURRY_THUNK, popEntity());
      case 'j' -> SwiftNode.of(SwiftKind.DISPATCH_THUNK, popEntity());
      case 'q' -> SwiftNode.of(SwiftKind.METHOD_DESCRIPTOR, popEntity());
      case 'S' -> SwiftNode.of(SwiftKind.SELF_WITNESS, popEntity());
      case 'V' -> {
        SwiftNode base = popEntity();
        yield SwiftNode.of(SwiftKind.VTABLE_THUNK, popEntity(), base);
      }
      case 'W' -> {
        SwiftNode entity = popEntity();
        SwiftNode conformance = SwiftConformances.popConformance(stack);
        yield SwiftNode.of(SwiftKind.PROTOCOL_WITNESS, conformance, entity);
      }
      case 'R', 'r', 'y' -> reabstraction(letter);
      case 'U' -> {
        SwiftNode actor = stack.popType();
        yield SwiftNode.of(SwiftKind.REABSTRACTION_HELPER_WITH_ACTOR, stack.pop(), actor);
      }
      case 'v' -> {
        int index = in.index();
        boolean isObject = in.nextIf('r');
        yield SwiftNode.number(
            isObject ? SwiftKind.OUTLINED_OBJECT : SwiftKind.OUTLINED_VARIABLE, index);
      }
      case 'e' -> bridged();
      case 'w' -> afterW();
      case 'J' -> SwiftDerivatives.thunk(in, stack);
      case 'K', 'k' -> keyPath(letter);
      case 'H', 'h' -> keyPathOperator(letter);
      case 'z', 'Z' -> completion(letter);
      case 'l' -> SwiftNode.of(SwiftKind.ASSOCIATED_TYPE_DESCRIPTOR, stack.popAssociatedName());
      case 'L' -> SwiftNode.of(SwiftKind.REQUIREMENTS_BASE, stack.popProtocol());
      case 'M' -> SwiftNode.of(SwiftKind.DEFAULT_ASSOCIATED_ACCESSOR, stack.popAssociatedName());
      case 'n' -> associated(SwiftKind.ASSOCIATED_CONFORMANCE_DESCRIPTOR);
      case 'N' -> associated(SwiftKind.DEFAULT_ASSOCIATED_CONFORMANCE);
      case 'b' -> {
        SwiftNode requirement = stack.popProtocol();
        yield SwiftNode.of(SwiftKind.BASE_CONFORMANCE_DESCRIPTOR, stack.popType(), requirement);
      }
      default -> specializations.operator(letter);
    };
  }

  private SwiftNode reabstraction(char letter) {
    SwiftKind kind =
        switch (letter) {
          case 'R' -> SwiftKind.REABSTRACTION_HELPER;
          case 'r' -> SwiftKind.REABSTRACTION_THUNK;
          default -> SwiftKind.REABSTRACTION_HELPER_WITH_SELF;
        };
    SwiftNode signature = stack.popSignature();
    SwiftNode self = letter == 'y' ? stack.popType() : null;
    SwiftNode to = stack.popType();
    SwiftNode from = stack.popType();
    return SwiftNode.of(kind, from, to, self, signature);
  }

  private SwiftNode bridged() {
    StringBuilder text = new StringBuilder();
    char c = in.next();
    if ("map".indexOf(c) < 0) {
      throw new SwiftRefusal();
    }
    while (c != '_') {
      text.append(c);
      c = in.next();
      if ("nb_g".indexOf(c) < 0) {
        throw new SwiftRefusal();
      }
    }
    return SwiftNode.text(SwiftKind.OUTLINED_BRIDGED, text.toString());
  }

  private SwiftNode afterW() {
    return SwiftNode.of(
        switch (in.next()) {
          case 'b' -> SwiftKind.BACK_DEPLOYMENT_THUNK;
          case 'B' -> SwiftKind.BACK_DEPLOYMENT_FALLBACK;
          case 'c' -> SwiftKind.CORO_POINTER;
          case 'd' -> SwiftKind.DEFAULT_OVERRIDE;
          case 'S' -> SwiftKind.HAS_SYMBOL;
          default -> throw new SwiftRefusal();
        });
  }

  private List<SwiftNode> popTypes() {
    List<SwiftNode> types = new ArrayList<>();
    SwiftNode type = stack.popIf(SwiftKind.TYPE);
    while (type != null) {
      types.add(type);
      type = stack.popIf(SwiftKind.TYPE);
    }
    Collections.reverse(types);
    return types;
  }

  private SwiftNode keyPath(char letter) {
    SwiftKind kind = letter == 'K' ? SwiftKind.KEY_PATH_GETTER : SwiftKind.KEY_PATH_SETTER;
    if (letter == 'k' && in.nextIf("mu")) {
      kind = SwiftKind.KEY_PATH_UNAPPLIED;
    } else if (letter == 'k' && in.nextIf("MA")) {
      kind = SwiftKind.KEY_PATH_APPLIED;
    }
    boolean isSerialized = in.nextIf('q');
    List<SwiftNode> types = popTypes();
    if (types.isEmpty()) {
      throw new SwiftRefusal();
    }
    SwiftNode signature = stack.popSignature();
    SwiftNode path = SwiftNode.of(kind, stack.pop(), signature);
    types.forEach(path::add);
    return isSerialized ? path.add(SwiftNode.of(SwiftKind.SERIALIZED)) : path;
  }

  private SwiftNode keyPathOperator(char letter) {
    boolean isSerialized = in.nextIf('q');
    SwiftNode signature = stack.popSignature();
    SwiftNode path =
        SwiftNode.of(letter == 'H' ? SwiftKind.KEY_PATH_EQUALS : SwiftKind.KEY_PATH_HASH);
    popTypes().forEach(path::add);
    path.addIfPresent(signature);
    return isSerialized ? path.add(SwiftNode.of(SwiftKind.SERIALIZED)) : path;
  }

  private SwiftNode completion(char letter) {
    in.index();
    SwiftNode signature = stack.popSignature();
    SwiftNode result = stack.popType();
    SwiftNode block = stack.popType();
    SwiftKind kind =
        letter == 'z' ? SwiftKind.COMPLETION_HANDLER : SwiftKind.PREDEFINED_COMPLETION_HANDLER;
    return SwiftNode.of(kind, block, result, signature);
  }

  private SwiftNode associated(SwiftKind kind) {
    SwiftNode requirement = stack.popProtocol();
    SwiftNode path = SwiftNode.of(SwiftKind.ASSOCIATED_PATH);
    stack.popAssociatedNames().forEach(path::add);
    return SwiftNode.of(kind, stack.popType(), path, requirement);
  }
}
