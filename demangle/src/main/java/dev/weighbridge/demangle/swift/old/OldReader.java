package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import dev.weighbridge.demangle.swift.tree.SwiftValueWitnesses;

/** Reads a name before Swift 4.0, and names of classes for Objective-C, which are still so. */
public final class OldReader {
  private final SwiftCursor in;
  private final OldNames names;
  private final OldTypes types;
  private final OldEntities entities;

  private OldReader(String text) {
    in = new SwiftCursor(text);
    names = new OldNames(in);
    OldDepth depth = new OldDepth();
    entities = new OldEntities(in, names, depth);
    types = new OldTypes(in, names, entities, depth);
    entities.use(types);
  }

  /**
   * The tree of a name.
   *
   * @param text the name without prefix
   * @throws SwiftRefusal if it is not of this mangling
   */
  public static SwiftNode read(String text) {
    return new OldReader(text).whole();
  }

  private SwiftNode whole() {
    SwiftNode global = SwiftNode.of(SwiftKind.GLOBAL);
    OldSpecializations specializations =
        new OldSpecializations(in, names, types, this::conformance);
    while (in.nextIf("TS")) {
      global.add(specializations.read());
      if (!in.nextIf("_T")) {
        throw new SwiftRefusal();
      }
      names.forget();
    }
    if (in.nextIf("To")) {
      global.add(SwiftNode.of(SwiftKind.OBJC));
    } else if (in.nextIf("TO")) {
      global.add(SwiftNode.of(SwiftKind.NON_OBJC));
    } else if (in.nextIf("TD")) {
      global.add(SwiftNode.of(SwiftKind.DYNAMIC));
    } else if (in.nextIf("Td")) {
      global.add(SwiftNode.of(SwiftKind.DIRECT_METHOD));
    } else if (in.nextIf("TV")) {
      global.add(SwiftNode.of(SwiftKind.VTABLE_ATTRIBUTE));
    }
    global.add(global());
    if (!in.isAtEnd()) {
      // Other names may begin as these do, and go on with letters.
      if (in.peek() != '_' && in.peek() != '.' && !in.isAtDigit()) {
        throw new SwiftRefusal();
      }
      global.add(SwiftNode.text(SwiftKind.SUFFIX, in.rest()));
    }
    return global;
  }

  private SwiftNode global() {
    if (in.nextIf("PA")) {
      boolean isObjc = in.nextIf('o');
      SwiftNode forwarder =
          SwiftNode.of(isObjc ? SwiftKind.PARTIAL_APPLY_OBJC : SwiftKind.PARTIAL_APPLY);
      return in.nextIf("__T") ? forwarder.add(global()) : forwarder;
    }
    return switch (in.peek()) {
      case 'M' -> metadata();
      case 't' -> {
        in.next();
        yield SwiftNode.of(SwiftKind.TYPE_MANGLING, types.type());
      }
      case 'w' -> {
        in.next();
        String name = SwiftValueWitnesses.name(in.take(2));
        yield SwiftNode.of(
            SwiftKind.VALUE_WITNESS, SwiftNode.text(SwiftKind.IDENTIFIER, name), types.type());
      }
      case 'W' -> witness();
      case 'T' -> thunk();
      default -> entities.entity();
    };
  }

  private SwiftNode metadata() {
    in.next();
    SwiftKind kind =
        switch (in.peek()) {
          case 'P' -> SwiftKind.METADATA_PATTERN;
          case 'a' -> SwiftKind.METADATA_ACCESSOR;
          case 'L' -> SwiftKind.METADATA_CACHE;
          case 'm' -> SwiftKind.METACLASS;
          case 'n' -> SwiftKind.NOMINAL_DESCRIPTOR;
          case 'f' -> SwiftKind.FULL_METADATA;
          case 'p' -> SwiftKind.PROTOCOL_DESCRIPTOR;
          default -> SwiftKind.METADATA;
        };
    if (kind != SwiftKind.METADATA) {
      in.next();
    }
    return SwiftNode.of(
        kind, kind == SwiftKind.PROTOCOL_DESCRIPTOR ? types.protocol() : types.type());
  }

  private SwiftNode conformance() {
    SwiftNode signature = in.nextIf('u') ? types.signature(false) : null;
    SwiftNode type = types.type();
    SwiftNode protocol = types.protocol();
    SwiftNode module = entities.context();
    if (signature != null) {
      type = SwiftNode.type(SwiftNode.of(SwiftKind.GENERIC_TYPE, signature, type));
    }
    return SwiftNode.of(SwiftKind.CONFORMANCE, type, protocol, module);
  }

  private SwiftNode witness() {
    in.next();
    char letter = in.next();
    return switch (letter) {
      case 'V' -> SwiftNode.of(SwiftKind.VALUE_WITNESS_TABLE, types.type());
      case 'v' -> {
        char directness = in.next();
        if (directness != 'd' && directness != 'i') {
          throw new SwiftRefusal();
        }
        String word = directness == 'd' ? "direct" : "indirect";
        yield SwiftNode.of(
            SwiftKind.FIELD_OFFSET, SwiftNode.text(SwiftKind.IDENTIFIER, word), entities.entity());
      }
      case 'P' -> SwiftNode.of(SwiftKind.WITNESS_TABLE, conformance());
      case 'G' -> SwiftNode.of(SwiftKind.GENERIC_WITNESS_TABLE, conformance());
      case 'I' -> SwiftNode.of(SwiftKind.WITNESS_TABLE_INSTANTIATION, conformance());
      case 'a' -> SwiftNode.of(SwiftKind.WITNESS_TABLE_ACCESSOR, conformance());
      case 'l', 'L' -> {
        SwiftNode type = types.type();
        SwiftKind kind =
            letter == 'l' ? SwiftKind.LAZY_WITNESS_ACCESSOR : SwiftKind.LAZY_WITNESS_CACHE;
        yield SwiftNode.of(kind, type, conformance());
      }
      case 't' -> {
        SwiftNode conformance = conformance();
        yield SwiftNode.of(
            SwiftKind.ASSOCIATED_METADATA_ACCESSOR, conformance, names.declaration());
      }
      case 'T' -> {
        SwiftNode conformance = conformance();
        SwiftNode name = names.declaration();
        yield SwiftNode.of(
            SwiftKind.ASSOCIATED_WITNESS_ACCESSOR, conformance, name, types.protocol());
      }
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode thunk() {
    in.next();
    char letter = in.next();
    return switch (letter) {
      case 'W' -> {
        SwiftNode conformance = conformance();
        yield SwiftNode.of(SwiftKind.PROTOCOL_WITNESS, conformance, entities.entity());
      }
      case 'R', 'r' -> {
        SwiftNode signature = in.nextIf('G') ? types.signature(false) : null;
        SwiftNode to = types.type();
        SwiftNode from = types.type();
        SwiftKind kind =
            letter == 'R' ? SwiftKind.REABSTRACTION_HELPER : SwiftKind.REABSTRACTION_THUNK;
        yield SwiftNode.of(kind, from, to, signature);
      }
      default -> throw new SwiftRefusal();
    };
  }
}
