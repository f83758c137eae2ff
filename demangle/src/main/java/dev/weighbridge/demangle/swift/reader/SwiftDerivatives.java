package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Derivatives of functions, for differentiable programming. */
final class SwiftDerivatives {
  private SwiftDerivatives() {}

  private static SwiftNode kind(SwiftCursor in) {
    String text =
        switch (in.next()) {
          case 'f' -> "forward-mode derivative";
          case 'r' -> "reverse-mode derivative";
          case 'd' -> "differential";
          case 'p' -> "pullback";
          default -> throw new SwiftRefusal();
        };
    return SwiftNode.text(SwiftKind.IDENTIFIER, text);
  }

  private static SwiftNode indices(SwiftCursor in, char end) {
    StringBuilder indices = new StringBuilder("{");
    boolean isEmpty = true;
    for (int i = 0; in.peek() == 'S' || in.peek() == 'U'; i++) {
      if (in.next() == 'S') {
        indices.append(isEmpty ? "" : ", ").append(i);
        isEmpty = false;
      }
    }
    in.require(end);
    return SwiftNode.text(SwiftKind.INDICES, indices.append('}').toString());
  }

  /** What is behind a {@code WJ}. */
  static SwiftNode witness(SwiftCursor in, SwiftStack stack) {
    SwiftNode signature = stack.popSignature();
    String mode =
        switch (in.next()) {
          case 'f' -> "forward-mode";
          case 'r' -> "reverse-mode";
          case 'd' -> "normal";
          case 'l' -> "linear";
          default -> throw new SwiftRefusal();
        };
    SwiftNode parameters = indices(in, 'p');
    SwiftNode results = indices(in, 'r');
    SwiftNode of = stack.pop();
    SwiftNode word = SwiftNode.text(SwiftKind.IDENTIFIER, mode);
    return SwiftNode.of(
        SwiftKind.DIFFERENTIABILITY_WITNESS, word, of, parameters, results, signature);
  }

  /** What is behind a {@code TJ}. */
  static SwiftNode thunk(SwiftCursor in, SwiftStack stack) {
    if (in.nextIf('S')) {
      return subset(in, stack);
    }
    if (in.nextIf('O')) {
      SwiftNode kind = kind(in);
      SwiftNode signature = stack.popSignature();
      SwiftNode to = stack.popType();
      SwiftNode from = stack.popType();
      return SwiftNode.of(SwiftKind.AUTODIFF_SELF_REORDERING, kind, from, to, signature);
    }
    boolean isVtable = in.nextIf('V');
    SwiftNode kind = kind(in);
    SwiftNode signature = stack.popSignature();
    SwiftNode parameters = indices(in, 'p');
    SwiftNode results = indices(in, 'r');
    return SwiftNode.of(
        isVtable ? SwiftKind.AUTODIFF_VTABLE_THUNK : SwiftKind.AUTODIFF,
        kind,
        stack.pop(),
        parameters,
        results,
        signature);
  }

  private static SwiftNode subset(SwiftCursor in, SwiftStack stack) {
    SwiftNode kind = kind(in);
    SwiftNode parameters = indices(in, 'p');
    SwiftNode results = indices(in, 'r');
    SwiftNode to = indices(in, 'P');
    SwiftNode signature = stack.popSignature();
    SwiftNode type = stack.popType();
    SwiftNode function = stack.popIf(k -> k != SwiftKind.TYPE);
    return SwiftNode.of(
        SwiftKind.AUTODIFF_SUBSET_THUNK,
        kind,
        function == null ? type : function,
        parameters,
        results,
        to,
        function == null ? null : type,
        signature);
  }
}
