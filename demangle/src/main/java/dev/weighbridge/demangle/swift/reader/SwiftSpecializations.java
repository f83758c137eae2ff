package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftChange;
import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Functions that the optimizer made of others. */
final class SwiftSpecializations {
  private final SwiftCursor in;
  private final SwiftStack stack;

  SwiftSpecializations(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  SwiftNode operator(char letter) {
    return switch (letter) {
      case 'g', 'B' -> generic(SwiftKind.GENERIC_SPECIALIZATION);
      case 'G' -> generic(SwiftKind.NOT_REABSTRACTED_SPECIALIZATION);
      case 's' -> generic(SwiftKind.PRESPECIALIZATION);
      case 'i' -> generic(SwiftKind.INLINED_GENERIC);
      case 't' -> {
        in.natural();
        while (in.nextIf('t')) {
          in.natural();
        }
        char next = in.next();
        if ("gBG".indexOf(next) < 0) {
          throw new SwiftRefusal();
        }
        yield operator(next);
      }
      case 'p' -> partial(SwiftKind.PARTIAL_SPECIALIZATION);
      case 'P' -> partial(SwiftKind.NOT_REABSTRACTED_PARTIAL_SPECIALIZATION);
      case 'f' -> signature();
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode begin(SwiftKind kind) {
    SwiftNode specialization = SwiftNode.of(kind);
    // That metatypes are no parameters any more is not told.
    in.nextIf('m');
    if (in.nextIf('q')) {
      specialization.add(SwiftNode.of(SwiftKind.SERIALIZED));
    }
    char pass = in.next();
    if (pass < '0' || pass > '9') {
      throw new SwiftRefusal();
    }
    return specialization;
  }

  private SwiftNode generic(SwiftKind kind) {
    SwiftNode specialization = begin(kind);
    for (SwiftNode type : stack.popTypeList().children()) {
      specialization.add(SwiftNode.of(SwiftKind.SPECIALIZATION_PARAMETER, type));
    }
    return specialization;
  }

  private SwiftNode partial(SwiftKind kind) {
    return begin(kind).add(SwiftNode.of(SwiftKind.SPECIALIZATION_PARAMETER, stack.popType()));
  }

  private SwiftNode signature() {
    SwiftNode specialization = begin(SwiftKind.SIGNATURE_SPECIALIZATION);
    while (!in.nextIf('_')) {
      specialization.add(parameter(SwiftKind.SIGNATURE_PARAMETER));
    }
    if (!in.nextIf('n')) {
      specialization.add(parameter(SwiftKind.SIGNATURE_RESULT));
    }
    for (int i = specialization.count() - 1; i >= 0; i--) {
      SwiftNode parameter = specialization.child(i);
      if (parameter.is(SwiftKind.SIGNATURE_PARAMETER) && parameter.count() > 0) {
        payload(parameter);
      }
    }
    return specialization;
  }

  /** Constants are on the stack, those of the last parameter on top. */
  private void payload(SwiftNode parameter) {
    long change = parameter.child(0).number();
    boolean isPath = SwiftChange.KEY_PATH.is(change);
    boolean isClosure = SwiftChange.CLOSURE.is(change);
    boolean isText = SwiftChange.STRING.is(change);
    if (!isPath
        && !isClosure
        && !isText
        && !SwiftChange.FUNCTION.is(change)
        && !SwiftChange.GLOBAL.is(change)) {
      return;
    }
    int fixed = parameter.count();
    if (isPath || isClosure) {
      SwiftNode type = stack.popIf(SwiftKind.TYPE);
      while (type != null) {
        parameter.add(type);
        type = stack.popIf(SwiftKind.TYPE);
      }
    }
    String name = stack.pop(SwiftKind.IDENTIFIER).text();
    String text = isText && name.startsWith("_") ? name.substring(1) : name;
    parameter.add(SwiftNode.text(SwiftKind.PAYLOAD, text));
    parameter.reverse(fixed);
  }

  private SwiftNode parameter(SwiftKind kind) {
    SwiftNode parameter = SwiftNode.of(kind);
    char letter = in.next();
    return switch (letter) {
      case 'n' -> parameter;
      case 'c' -> parameter.add(SwiftChange.CLOSURE.node());
      case 'p' -> constant(parameter);
      case 'e' -> flags(parameter, SwiftChange.GENERIC);
      case 'd' -> flags(parameter, SwiftChange.DEAD);
      case 'g' -> flags(parameter, SwiftChange.GUARANTEED);
      case 'o' -> flags(parameter, SwiftChange.OWNED);
      case 'x' -> flags(parameter, SwiftChange.EXPLODED);
      case 'i' -> parameter.add(SwiftChange.BOX_TO_VALUE.node());
      case 's' -> parameter.add(SwiftChange.BOX_TO_STACK.node());
      case 'r' -> parameter.add(SwiftChange.IN_OUT.node());
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode flags(SwiftNode parameter, int first) {
    int flags = first;
    if (first == SwiftChange.GENERIC && in.nextIf('D')) {
      flags |= SwiftChange.DEAD;
    }
    if (first <= SwiftChange.DEAD && in.nextIf('G')) {
      flags |= SwiftChange.GUARANTEED;
    }
    if (first <= SwiftChange.DEAD && in.nextIf('O')) {
      flags |= SwiftChange.OWNED;
    }
    if (first != SwiftChange.EXPLODED && in.nextIf('X')) {
      flags |= SwiftChange.EXPLODED;
    }
    return parameter.add(SwiftNode.number(SwiftKind.SIGNATURE_KIND, flags));
  }

  private SwiftNode constant(SwiftNode parameter) {
    return switch (in.next()) {
      case 'f' -> parameter.add(SwiftChange.FUNCTION.node());
      case 'g' -> parameter.add(SwiftChange.GLOBAL.node());
      case 'k' -> parameter.add(SwiftChange.KEY_PATH.node());
      case 'i' -> parameter.add(SwiftChange.INTEGER.node()).add(digits());
      case 'd' -> parameter.add(SwiftChange.FLOAT.node()).add(digits());
      case 's' -> {
        String encoding =
            switch (in.next()) {
              case 'b' -> "u8";
              case 'w' -> "u16";
              case 'c' -> "objc";
              default -> throw new SwiftRefusal();
            };
        SwiftNode payload = SwiftNode.text(SwiftKind.PAYLOAD, encoding);
        yield parameter.add(SwiftChange.STRING.node()).add(payload);
      }
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode digits() {
    StringBuilder digits = new StringBuilder();
    while (in.isAtDigit()) {
      digits.append(in.next());
    }
    if (digits.isEmpty()) {
      throw new SwiftRefusal();
    }
    return SwiftNode.text(SwiftKind.PAYLOAD, digits.toString());
  }
}
