package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generic parameters, arguments, signatures and what they require. */
final class SwiftGenerics {
  private static final int DEEPEST = 128;

  private final SwiftCursor in;
  private final SwiftStack stack;

  SwiftGenerics(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  private static SwiftNode parameter(int depth, int index) {
    return SwiftNode.of(
        SwiftKind.GENERIC_PARAMETER,
        SwiftNode.number(SwiftKind.NUMBER, depth),
        SwiftNode.number(SwiftKind.NUMBER, index));
  }

  /** The first parameter of the outermost list. */
  static SwiftNode firstParameter() {
    return parameter(0, 0);
  }

  /** A parameter by depth and place. */
  SwiftNode parameter() {
    if (in.nextIf('d')) {
      int depth = in.index() + 1;
      return parameter(depth, in.index());
    }
    if (in.nextIf('z')) {
      return firstParameter();
    }
    if (in.nextIf('s')) {
      return SwiftNode.of(SwiftKind.EXISTENTIAL_SELF);
    }
    return parameter(0, in.index() + 1);
  }

  /** An associated type of a parameter, or of the type on top if that is null. */
  SwiftNode member(@Nullable SwiftNode base) {
    SwiftNode name = stack.popAssociatedName();
    SwiftNode of = base == null ? stack.popType() : SwiftNode.type(base);
    return stack.keep(SwiftNode.type(SwiftNode.of(SwiftKind.MEMBER_TYPE, of, name)));
  }

  /** The same of an associated type, and so on. */
  SwiftNode members(@Nullable SwiftNode base) {
    List<SwiftNode> names = stack.popAssociatedNames();
    SwiftNode type = base == null ? stack.popType() : SwiftNode.type(base);
    for (SwiftNode name : names) {
      type = SwiftNode.type(SwiftNode.of(SwiftKind.MEMBER_TYPE, type, name));
    }
    return stack.keep(type);
  }

  /** A signature; the numbers of its parameters follow unless there is one. */
  SwiftNode signature(boolean hasCounts) {
    SwiftNode signature = SwiftNode.of(SwiftKind.SIGNATURE);
    if (hasCounts) {
      while (!in.nextIf('l')) {
        int count = in.nextIf('z') ? 0 : in.index() + 1;
        signature.add(SwiftNode.number(SwiftKind.PARAMETER_COUNT, count));
      }
    } else {
      signature.add(SwiftNode.number(SwiftKind.PARAMETER_COUNT, 1));
    }
    int counts = signature.count();
    SwiftNode requirement = stack.popIf(SwiftKind::isRequirement);
    while (requirement != null) {
      signature.add(requirement);
      requirement = stack.popIf(SwiftKind::isRequirement);
    }
    return signature.reverse(counts);
  }

  /** A requirement of a signature. */
  SwiftNode requirement() {
    char letter = in.next();
    return switch (letter) {
      case 'v' -> SwiftNode.of(SwiftKind.PARAMETER_PACK, SwiftNode.type(parameter()));
      case 'V' -> {
        SwiftNode subject = SwiftNode.type(parameter());
        yield SwiftNode.of(SwiftKind.PARAMETER_VALUE, subject, stack.popType());
      }
      case 'b' -> onType(SwiftKind.CONFORMS, SwiftNode.type(parameter()));
      case 'c' -> onType(SwiftKind.CONFORMS, member(parameter()));
      case 'C' -> onType(SwiftKind.CONFORMS, members(parameter()));
      case 'B' -> onType(SwiftKind.CONFORMS, stack.popType());
      case 's' -> onType(SwiftKind.SAME_TYPE, SwiftNode.type(parameter()));
      case 't' -> onType(SwiftKind.SAME_TYPE, member(parameter()));
      case 'T' -> onType(SwiftKind.SAME_TYPE, members(parameter()));
      case 'S' -> onType(SwiftKind.SAME_TYPE, stack.popType());
      case 'h' -> onType(SwiftKind.SAME_SHAPE, SwiftNode.type(parameter()));
      case 'l' -> layout(SwiftNode.type(parameter()));
      case 'm' -> layout(member(parameter()));
      case 'M' -> layout(members(parameter()));
      case 'L' -> layout(stack.popType());
      case 'p' -> onProtocol(member(parameter()));
      case 'P' -> onProtocol(members(parameter()));
      case 'Q' -> onProtocol(stack.popType());
      case 'i', 'I', 'j', 'J' -> inverse(letter);
      default -> {
        in.back();
        yield onProtocol(SwiftNode.type(parameter()));
      }
    };
  }

  private SwiftNode onType(SwiftKind kind, SwiftNode subject) {
    return SwiftNode.of(kind, subject, stack.popType());
  }

  private SwiftNode onProtocol(SwiftNode subject) {
    return SwiftNode.of(SwiftKind.CONFORMS, subject, stack.popProtocol());
  }

  private SwiftNode inverse(char letter) {
    SwiftNode bit = SwiftNode.number(SwiftKind.NUMBER, in.index());
    SwiftNode subject =
        switch (letter) {
          case 'i' -> SwiftNode.type(parameter());
          case 'j' -> member(parameter());
          case 'J' -> members(parameter());
          default -> stack.popType();
        };
    return SwiftNode.of(SwiftKind.INVERSE, subject, bit);
  }

  private SwiftNode layout(SwiftNode subject) {
    char letter = in.next();
    String name =
        switch (letter) {
          case 'U' -> "_UnknownLayout";
          case 'R' -> "_RefCountedObject";
          case 'N' -> "_NativeRefCountedObject";
          case 'C' -> "AnyObject";
          case 'D' -> "_NativeClass";
          case 'T', 'E', 'e' -> "_Trivial";
          case 'M', 'm' -> "_TrivialAtMost";
          default -> throw new SwiftRefusal();
        };
    SwiftNode layout =
        SwiftNode.of(SwiftKind.LAYOUT, subject, SwiftNode.text(SwiftKind.IDENTIFIER, name));
    if ("EeMm".indexOf(letter) >= 0) {
      layout.add(SwiftNode.number(SwiftKind.NUMBER, in.index()));
    }
    if (letter == 'E' || letter == 'M') {
      layout.add(SwiftNode.number(SwiftKind.NUMBER, in.index()));
    }
    return layout;
  }

  /** A type with a name, with arguments for it and for those it is in. */
  SwiftNode bound() {
    SwiftNode retroactive = popRetroactive();
    List<SwiftNode> lists = popArguments();
    SwiftNode nominal = stack.popNominal();
    SwiftNode bound = bound(nominal, lists, 0, 0);
    if (retroactive != null) {
      bound.add(retroactive);
    }
    return stack.keep(SwiftNode.type(bound));
  }

  /** Conformances of arguments from elsewhere; nothing of them is written. */
  @Nullable SwiftNode popRetroactive() {
    SwiftNode list = SwiftNode.of(SwiftKind.CONFORMANCE_LIST);
    SwiftNode conformance = stack.popIf(SwiftKind.RETROACTIVE);
    while (conformance != null) {
      list.add(conformance);
      conformance = stack.popIf(SwiftKind.RETROACTIVE);
    }
    return list.count() == 0 ? null : list.reverse(0);
  }

  /** Lists of arguments, the innermost first. */
  List<SwiftNode> popArguments() {
    List<SwiftNode> lists = new ArrayList<>();
    while (true) {
      SwiftNode list = SwiftNode.of(SwiftKind.TYPE_LIST);
      SwiftNode type = stack.popIf(SwiftKind.TYPE);
      while (type != null) {
        list.add(type);
        type = stack.popIf(SwiftKind.TYPE);
      }
      lists.add(list.reverse(0));
      if (stack.popped(SwiftKind.EMPTY_LIST)) {
        return lists;
      }
      stack.pop(SwiftKind.FIRST_ELEMENT);
    }
  }

  private static SwiftNode bound(SwiftNode nominal, List<SwiftNode> lists, int index, int depth) {
    if (depth > DEEPEST || nominal.count() == 0) {
      throw new SwiftRefusal();
    }
    boolean takesArguments = takesArguments(nominal.kind());
    SwiftNode arguments = lists.get(index);
    int next = takesArguments ? index + 1 : index;
    SwiftNode named = nominal;
    if (next < lists.size()) {
      SwiftNode context = nominal.child(0);
      SwiftNode outer;
      if (context.is(SwiftKind.EXTENSION)) {
        outer = SwiftNode.of(SwiftKind.EXTENSION, context.child(0));
        outer.add(bound(context.child(1), lists, next, depth + 1));
        outer.addIfPresent(context.count() > 2 ? context.child(2) : null);
      } else {
        outer = bound(context, lists, next, depth + 1);
      }
      named = SwiftNode.of(nominal.kind(), outer);
      nominal.children().stream().skip(1).forEach(named::add);
    }
    if (!takesArguments || arguments.count() == 0) {
      return named;
    }
    SwiftKind kind =
        switch (nominal.kind()) {
          case CLASS -> SwiftKind.BOUND_CLASS;
          case STRUCTURE -> SwiftKind.BOUND_STRUCTURE;
          case ENUM -> SwiftKind.BOUND_ENUM;
          case PROTOCOL -> SwiftKind.BOUND_PROTOCOL;
          case OTHER_NOMINAL -> SwiftKind.BOUND_OTHER;
          case TYPE_ALIAS -> SwiftKind.BOUND_ALIAS;
          case FUNCTION, CONSTRUCTOR -> SwiftKind.BOUND_FUNCTION;
          default -> throw new SwiftRefusal();
        };
    SwiftNode subject = kind == SwiftKind.BOUND_FUNCTION ? named : SwiftNode.type(named);
    return SwiftNode.of(kind, subject, arguments);
  }

  private static boolean takesArguments(SwiftKind kind) {
    return switch (kind) {
      case VARIABLE,
          SUBSCRIPT,
          IMPLICIT_CLOSURE,
          EXPLICIT_CLOSURE,
          DEFAULT_ARGUMENT,
          INITIALIZER,
          WRAPPER_INITIALIZER,
          WRAPPER_PROJECTION,
          STATIC ->
          false;
      default -> true;
    };
  }
}
