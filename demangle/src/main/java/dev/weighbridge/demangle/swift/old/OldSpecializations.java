package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftChange;
import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.function.Supplier;

/** How functions were specialised, which is written before what they are. */
final class OldSpecializations {
  private final SwiftCursor in;
  private final OldNames names;
  private final OldGrammar types;
  private final Supplier<SwiftNode> conformance;

  OldSpecializations(
      SwiftCursor in, OldNames names, OldGrammar types, Supplier<SwiftNode> conformance) {
    this.in = in;
    this.names = names;
    this.types = types;
    this.conformance = conformance;
  }

  /** What is behind {@code TS}, up to the prefix of the name. */
  SwiftNode read() {
    return switch (in.next()) {
      case 'g' -> generic(SwiftKind.GENERIC_SPECIALIZATION);
      case 'r' -> generic(SwiftKind.NOT_REABSTRACTED_SPECIALIZATION);
      case 'f' -> signature();
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode begin(SwiftKind kind) {
    SwiftNode specialization = SwiftNode.of(kind);
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
    do {
      SwiftNode parameter = SwiftNode.of(SwiftKind.SPECIALIZATION_PARAMETER, types.type());
      while (!in.nextIf('_')) {
        parameter.add(conformance.get());
      }
      specialization.add(parameter);
    } while (!in.nextIf('_'));
    return specialization;
  }

  private SwiftNode signature() {
    SwiftNode specialization = begin(SwiftKind.SIGNATURE_SPECIALIZATION);
    do {
      SwiftNode parameter = SwiftNode.of(SwiftKind.SIGNATURE_PARAMETER);
      if (in.nextIf("cl")) {
        closure(parameter);
      } else if (in.nextIf("cp")) {
        constant(parameter);
      } else if (!in.nextIf("n_")) {
        plain(parameter);
      }
      specialization.add(parameter);
    } while (!in.nextIf('_'));
    return specialization;
  }

  private SwiftNode payload() {
    return names.identifier().as(SwiftKind.PAYLOAD);
  }

  private void closure(SwiftNode parameter) {
    parameter.add(SwiftChange.CLOSURE.node()).add(payload());
    while (!in.nextIf('_')) {
      parameter.add(types.type());
    }
  }

  private void constant(SwiftNode parameter) {
    if (in.nextIf("fr")) {
      parameter.add(SwiftChange.FUNCTION.node()).add(payload());
    } else if (in.nextIf("fl")) {
      parameter.add(SwiftChange.FLOAT.node()).add(digits());
    } else if (in.nextIf("se")) {
      String encoding = in.nextIf('0') ? "u8" : "u16";
      if (encoding.equals("u16")) {
        in.require('1');
      }
      in.require('v');
      parameter.add(SwiftChange.STRING.node());
      parameter.add(SwiftNode.text(SwiftKind.PAYLOAD, encoding)).add(payload());
    } else if (in.nextIf('g')) {
      parameter.add(SwiftChange.GLOBAL.node()).add(payload());
    } else if (in.nextIf('i')) {
      parameter.add(SwiftChange.INTEGER.node()).add(digits());
    } else {
      throw new SwiftRefusal();
    }
    in.require('_');
  }

  private SwiftNode digits() {
    int number = in.natural();
    if (number < 0) {
      throw new SwiftRefusal();
    }
    return SwiftNode.text(SwiftKind.PAYLOAD, String.valueOf(number));
  }

  private void plain(SwiftNode parameter) {
    if (in.nextIf("i_")) {
      parameter.add(SwiftChange.BOX_TO_VALUE.node());
      return;
    }
    if (in.nextIf("k_")) {
      parameter.add(SwiftChange.BOX_TO_STACK.node());
      return;
    }
    int flags = in.nextIf('d') ? SwiftChange.DEAD : 0;
    flags |= in.nextIf('g') ? SwiftChange.GUARANTEED : 0;
    flags |= in.nextIf('o') ? SwiftChange.OWNED : 0;
    flags |= in.nextIf('s') ? SwiftChange.EXPLODED : 0;
    in.require('_');
    if (flags == 0) {
      throw new SwiftRefusal();
    }
    parameter.add(SwiftNode.number(SwiftKind.SIGNATURE_KIND, flags));
  }
}
