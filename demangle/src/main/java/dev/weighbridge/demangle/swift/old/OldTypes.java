package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Types and generic signatures. */
final class OldTypes implements OldGrammar {
  private final SwiftCursor in;
  private final OldNames names;
  private final OldEntities entities;
  private final OldDepth depth;
  private final OldImplFunctions functions;

  OldTypes(SwiftCursor in, OldNames names, OldEntities entities, OldDepth depth) {
    this.in = in;
    this.names = names;
    this.entities = entities;
    this.depth = depth;
    functions = new OldImplFunctions(in, this);
  }

  @Override
  public SwiftNode type() {
    depth.enter();
    SwiftNode type = SwiftNode.type(inner());
    depth.leave();
    return type;
  }

  private SwiftNode inner() {
    char letter = in.next();
    return switch (letter) {
      case 'B' -> SwiftNode.text(SwiftKind.BUILTIN, "Builtin." + builtin());
      case 'a' -> entities.nominal(SwiftKind.TYPE_ALIAS);
      case 'b' -> function(SwiftKind.OBJC_BLOCK);
      case 'c' -> function(SwiftKind.C_FUNCTION_POINTER);
      case 'F' -> function(SwiftKind.FUNCTION_TYPE);
      case 'f' -> function(SwiftKind.UNCURRIED_FUNCTION_TYPE);
      case 'K' -> function(SwiftKind.AUTO_CLOSURE_TYPE);
      case 'D' -> SwiftNode.of(SwiftKind.DYNAMIC_SELF, type());
      case 'E' -> {
        in.require('R');
        in.require('R');
        yield SwiftNode.of(SwiftKind.ERROR_TYPE);
      }
      case 'G' -> bound(nominal(), 0);
      case 'M' -> SwiftNode.of(SwiftKind.METATYPE, type());
      case 'P' ->
          in.nextIf('M') ? SwiftNode.of(SwiftKind.EXISTENTIAL_METATYPE, type()) : protocols();
      case 'Q' -> {
        in.require('u');
        yield SwiftNode.of(SwiftKind.OPAQUE_RESULT);
      }
      case 'R' -> SwiftNode.of(SwiftKind.INOUT, type().child(0));
      case 'T' -> tuple(false);
      case 't' -> tuple(true);
      case 'S', 'C', 'V', 'O' -> {
        in.back();
        yield nominal();
      }
      case 'X' -> special();
      case 'q' -> parameterOrMember();
      case 'x' -> parameter(0, 0);
      case 'w' -> member(SwiftNode.type(parameter()));
      case 'W' -> members();
      case 'u' -> {
        SwiftNode signature = signature(false);
        yield SwiftNode.of(SwiftKind.GENERIC_TYPE, signature, type());
      }
      default -> throw new SwiftRefusal();
    };
  }

  private String builtin() {
    return switch (in.next()) {
      case 'b' -> "BridgeObject";
      case 'B' -> "UnsafeValueBuffer";
      case 'O' -> "UnknownObject";
      case 'o' -> "NativeObject";
      case 'p' -> "RawPointer";
      case 't' -> "SILToken";
      case 'w' -> "Word";
      case 'f' -> "FPIEEE" + size();
      case 'i' -> "Int" + size();
      case 'v' -> {
        int count = in.natural();
        in.require('B');
        yield "Vec"
            + count
            + "x"
            + switch (in.next()) {
              case 'i' -> "Int" + size();
              case 'f' -> "FPIEEE" + size();
              case 'p' -> "RawPointer";
              default -> throw new SwiftRefusal();
            };
      }
      default -> throw new SwiftRefusal();
    };
  }

  private int size() {
    return in.index() - 1;
  }

  private SwiftNode function(SwiftKind kind) {
    SwiftNode function = SwiftNode.of(kind);
    if (in.nextIf('z')) {
      function.add(SwiftNode.of(SwiftKind.THROWS));
    }
    function.add(SwiftNode.of(SwiftKind.ARGUMENTS, type()));
    return function.add(SwiftNode.of(SwiftKind.RETURN_TYPE, type()));
  }

  private SwiftNode nominal() {
    char letter = in.next();
    SwiftNode nominal =
        switch (letter) {
          case 'S' -> names.reference();
          case 'C' -> entities.nominal(SwiftKind.CLASS);
          case 'V' -> entities.nominal(SwiftKind.STRUCTURE);
          case 'O' -> entities.nominal(SwiftKind.ENUM);
          default -> throw new SwiftRefusal();
        };
    if (!nominal.kind().isNominal()) {
      throw new SwiftRefusal();
    }
    return nominal;
  }

  /** Arguments of what a type is in come first. */
  private SwiftNode bound(SwiftNode nominal, int level) {
    if (level > 64) {
      throw new SwiftRefusal();
    }
    SwiftNode context = nominal.child(0);
    SwiftNode named = nominal;
    if (context.kind().isNominal()) {
      named = SwiftNode.of(nominal.kind(), bound(context, level + 1), nominal.child(1));
    }
    SwiftNode arguments = SwiftNode.of(SwiftKind.TYPE_LIST);
    while (!in.nextIf('_')) {
      arguments.add(type());
    }
    if (arguments.count() == 0) {
      return named;
    }
    SwiftKind kind =
        switch (nominal.kind()) {
          case CLASS -> SwiftKind.BOUND_CLASS;
          case STRUCTURE -> SwiftKind.BOUND_STRUCTURE;
          case ENUM -> SwiftKind.BOUND_ENUM;
          default -> throw new SwiftRefusal();
        };
    return SwiftNode.of(kind, SwiftNode.type(named), arguments);
  }

  private SwiftNode protocols() {
    SwiftNode list = SwiftNode.of(SwiftKind.TYPE_LIST);
    while (!in.nextIf('_')) {
      list.add(protocol());
    }
    return SwiftNode.of(SwiftKind.PROTOCOL_LIST, list);
  }

  /** A protocol, in a node of a type. */
  SwiftNode protocol() {
    if (in.nextIf('S')) {
      SwiftNode found = names.reference();
      if (found.is(SwiftKind.PROTOCOL)) {
        return SwiftNode.type(found);
      }
      if (!found.is(SwiftKind.MODULE)) {
        throw new SwiftRefusal();
      }
      return protocol(found);
    }
    return protocol(in.nextIf('s') ? OldNames.swift() : entities.context());
  }

  private SwiftNode protocol(SwiftNode context) {
    SwiftNode protocol = SwiftNode.of(SwiftKind.PROTOCOL, context, names.declaration());
    return SwiftNode.type(names.keep(protocol));
  }

  private SwiftNode tuple(boolean isVariadic) {
    SwiftNode tuple = SwiftNode.of(SwiftKind.TUPLE);
    while (!in.nextIf('_')) {
      SwiftNode element = SwiftNode.of(SwiftKind.TUPLE_ELEMENT);
      if (names.isAtIdentifier()) {
        element.add(SwiftNode.text(SwiftKind.ELEMENT_NAME, names.identifier().text()));
      }
      tuple.add(element.add(type()));
    }
    if (isVariadic) {
      tuple.child(tuple.count() - 1).add(SwiftNode.of(SwiftKind.VARIADIC));
    }
    return tuple;
  }

  private SwiftNode special() {
    return switch (in.next()) {
      case 'b' -> SwiftNode.of(SwiftKind.SIL_BOX, type());
      case 'f' -> function(SwiftKind.THIN_FUNCTION_TYPE);
      case 'o' -> SwiftNode.of(SwiftKind.UNOWNED, type());
      case 'u' -> SwiftNode.of(SwiftKind.UNMANAGED, type());
      case 'w' -> SwiftNode.of(SwiftKind.WEAK, type());
      case 'F' -> functions.type();
      case 'M' -> {
        SwiftNode representation = representation();
        yield SwiftNode.of(SwiftKind.METATYPE, representation, type());
      }
      case 'P' -> {
        in.require('M');
        SwiftNode representation = representation();
        yield SwiftNode.of(SwiftKind.EXISTENTIAL_METATYPE, representation, type());
      }
      default -> throw new SwiftRefusal();
    };
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

  private static SwiftNode parameter(int depth, int index) {
    return SwiftNode.of(
        SwiftKind.GENERIC_PARAMETER,
        SwiftNode.number(SwiftKind.NUMBER, depth),
        SwiftNode.number(SwiftKind.NUMBER, index));
  }

  private SwiftNode parameter() {
    if (in.nextIf('d')) {
      int outer = in.index() + 1;
      return parameter(outer, in.index());
    }
    return in.nextIf('x') ? parameter(0, 0) : parameter(0, in.index() + 1);
  }

  private SwiftNode parameterOrMember() {
    boolean isParameter = in.peek() == 'd' || in.peek() == '_' || in.isAtDigit();
    return isParameter ? parameter() : member(type());
  }

  private SwiftNode member(SwiftNode base) {
    return SwiftNode.of(SwiftKind.MEMBER_TYPE, base, memberName());
  }

  private SwiftNode members() {
    SwiftNode base = SwiftNode.type(parameter());
    while (!in.nextIf('_')) {
      base = SwiftNode.type(member(base));
    }
    return base.child(0);
  }

  private SwiftNode memberName() {
    if (in.nextIf('S')) {
      SwiftNode name = names.reference();
      if (!name.is(SwiftKind.MEMBER_NAME)) {
        throw new SwiftRefusal();
      }
      return name;
    }
    SwiftNode protocol = in.nextIf('P') ? protocol() : null;
    return names.keep(SwiftNode.of(SwiftKind.MEMBER_NAME, names.identifier(), protocol));
  }

  @Override
  public SwiftNode signature(boolean isPseudo) {
    SwiftNode signature = SwiftNode.of(isPseudo ? SwiftKind.PSEUDO_SIGNATURE : SwiftKind.SIGNATURE);
    while (in.peek() != 'R' && in.peek() != 'r') {
      int count = in.nextIf('z') ? 0 : in.index() + 1;
      signature.add(SwiftNode.number(SwiftKind.PARAMETER_COUNT, count));
    }
    if (signature.count() == 0) {
      signature.add(SwiftNode.number(SwiftKind.PARAMETER_COUNT, 1));
    }
    if (in.nextIf('R')) {
      while (in.peek() != 'r') {
        signature.add(requirement());
      }
    }
    in.require('r');
    return signature;
  }

  private SwiftNode requirement() {
    SwiftNode subject;
    if (in.nextIf('w')) {
      subject = SwiftNode.type(member(SwiftNode.type(parameter())));
    } else if (in.nextIf('W')) {
      subject = SwiftNode.type(members());
    } else {
      subject = SwiftNode.type(parameter());
    }
    if (in.nextIf('z')) {
      return SwiftNode.of(SwiftKind.SAME_TYPE, subject, type());
    }
    if (in.nextIf('l')) {
      return layout(subject);
    }
    if (in.peek() == 'C') {
      return SwiftNode.of(SwiftKind.CONFORMS, subject, type());
    }
    if (in.nextIf('S')) {
      SwiftNode found = names.reference();
      SwiftNode constraint = found.is(SwiftKind.MODULE) ? protocol(found) : SwiftNode.type(found);
      return SwiftNode.of(SwiftKind.CONFORMS, subject, constraint);
    }
    return SwiftNode.of(SwiftKind.CONFORMS, subject, protocol());
  }

  private SwiftNode layout(SwiftNode subject) {
    char letter = in.next();
    String name =
        switch (letter) {
          case 'U' -> "_UnknownLayout";
          case 'R' -> "_RefCountedObject";
          case 'N' -> "_NativeRefCountedObject";
          case 'T', 'E', 'e' -> "_Trivial";
          case 'M', 'm' -> "_TrivialAtMost";
          default -> throw new SwiftRefusal();
        };
    SwiftNode layout =
        SwiftNode.of(SwiftKind.LAYOUT, subject, SwiftNode.text(SwiftKind.IDENTIFIER, name));
    if ("EeMm".indexOf(letter) >= 0) {
      layout.add(SwiftNode.number(SwiftKind.NUMBER, in.natural()));
    }
    if (letter == 'E' || letter == 'M') {
      in.require('_');
      layout.add(SwiftNode.number(SwiftKind.NUMBER, in.natural()));
    }
    return layout;
  }
}
