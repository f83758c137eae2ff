package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of functions as the optimizer sees them, with a convention for each parameter. */
final class SwiftImplFunctions {
  private final SwiftCursor in;
  private final SwiftStack stack;
  private final SwiftGenerics generics;

  SwiftImplFunctions(SwiftCursor in, SwiftStack stack, SwiftGenerics generics) {
    this.in = in;
    this.stack = stack;
    this.generics = generics;
  }

  private static SwiftNode word(String text) {
    return SwiftNode.text(SwiftKind.IMPL_WORD, text);
  }

  SwiftNode type() {
    SwiftNode function = SwiftNode.of(SwiftKind.IMPL_FUNCTION);
    if (in.nextIf('s')) {
      SwiftNode arguments = popSubstitutions();
      SwiftNode signature = stack.pop(SwiftKind.SIGNATURE);
      function.add(SwiftNode.of(SwiftKind.IMPL_PATTERN, signature, arguments));
    }
    if (in.nextIf('I')) {
      function.add(SwiftNode.of(SwiftKind.IMPL_INVOCATION, popSubstitutions()));
    }
    SwiftNode signature = stack.popSignature();
    if (signature != null && in.nextIf('P')) {
      signature = signature.as(SwiftKind.PSEUDO_SIGNATURE);
    }
    if (in.nextIf('e')) {
      function.add(word("@escaping"));
    }
    if (in.nextIf('A')) {
      function.add(word("@isolated(any)"));
    }
    SwiftNode differentiable = differentiability();
    function.addIfPresent(differentiable);
    function.add(callee());
    representation(function);
    if (in.nextIf('A')) {
      function.add(word("@yield_once"));
    } else if (in.nextIf('I')) {
      function.add(word("@yield_once_2"));
    } else if (in.nextIf('G')) {
      function.add(word("@yield_many"));
    }
    if (in.nextIf('h')) {
      function.add(word("@Sendable"));
    }
    if (in.nextIf('H')) {
      function.add(word("@async"));
    }
    if (in.nextIf('T')) {
      function.add(SwiftNode.of(SwiftKind.IMPL_SENDING_RESULT));
    }
    function.addIfPresent(signature);
    return SwiftNode.type(values(function));
  }

  private SwiftNode popSubstitutions() {
    generics.popRetroactive();
    List<SwiftNode> lists = generics.popArguments();
    if (lists.size() != 1) {
      throw new SwiftRefusal();
    }
    return lists.get(0);
  }

  private @Nullable SwiftNode differentiability() {
    String text =
        switch (in.peek()) {
          case 'd' -> "@differentiable";
          case 'l' -> "@differentiable(_linear)";
          case 'f' -> "@differentiable(_forward)";
          case 'r' -> "@differentiable(reverse)";
          default -> "";
        };
    if (text.isEmpty()) {
      return null;
    }
    in.next();
    return word(text);
  }

  private SwiftNode callee() {
    return word(
        switch (in.next()) {
          case 'y' -> "@callee_unowned";
          case 'g' -> "@callee_guaranteed";
          case 'x' -> "@callee_owned";
          case 't' -> "@convention(thin)";
          default -> throw new SwiftRefusal();
        });
  }

  private void representation(SwiftNode function) {
    boolean hasType = in.nextIf('z');
    String name =
        switch (in.peek()) {
          case 'B' -> "block";
          case 'C' -> "c";
          case 'M' -> hasType ? "" : "method";
          case 'J' -> hasType ? "" : "objc_method";
          case 'K' -> hasType ? "" : "closure";
          case 'W' -> hasType ? "" : "witness_method";
          default -> "";
        };
    if (name.isEmpty()) {
      if (hasType) {
        in.back();
      }
      return;
    }
    in.next();
    String type = "";
    if (hasType) {
      type = ", mangledCType: \"" + in.take(in.natural()) + "\"";
    }
    function.add(word("@convention(" + name + type + ")"));
  }

  private SwiftNode values(SwiftNode function) {
    List<SwiftNode> values = new ArrayList<>();
    for (String c = parameter(); !c.isEmpty(); c = parameter()) {
      SwiftNode value = value(SwiftKind.IMPL_PARAMETER, c);
      if (in.nextIf('T')) {
        value.add(word("sending"));
      }
      // What is isolated, and what comes first without being written, is not told.
      in.nextIf('I');
      in.nextIf('L');
      values.add(value);
    }
    for (String c = result(); !c.isEmpty(); c = result()) {
      values.add(value(SwiftKind.IMPL_RESULT, c));
    }
    while (in.nextIf('Y')) {
      values.add(value(SwiftKind.IMPL_YIELD, required(parameter())));
    }
    if (in.nextIf('z')) {
      values.add(value(SwiftKind.IMPL_ERROR, required(result())));
    }
    in.require('_');
    for (int i = values.size() - 1; i >= 0; i--) {
      values.get(i).add(stack.popType());
    }
    values.forEach(function::add);
    return function;
  }

  private static String required(String convention) {
    if (convention.isEmpty()) {
      throw new SwiftRefusal();
    }
    return convention;
  }

  private SwiftNode value(SwiftKind kind, String convention) {
    SwiftNode value = SwiftNode.of(kind, word(convention));
    if (in.nextIf('w')) {
      value.add(word("@noDerivative"));
    }
    return value;
  }

  private String parameter() {
    String convention =
        switch (in.peek()) {
          case 'i' -> "@in";
          case 'c' -> "@in_constant";
          case 'l' -> "@inout";
          case 'b' -> "@inout_aliasable";
          case 'n' -> "@in_guaranteed";
          case 'X' -> "@in_cxx";
          case 'x' -> "@owned";
          case 'g' -> "@guaranteed";
          case 'e' -> "@deallocating";
          case 'y' -> "@unowned";
          case 'v' -> "@pack_owned";
          case 'p' -> "@pack_guaranteed";
          case 'm' -> "@pack_inout";
          default -> "";
        };
    return taken(convention);
  }

  private String result() {
    String convention =
        switch (in.peek()) {
          case 'r' -> "@out";
          case 'o' -> "@owned";
          case 'd' -> "@unowned";
          case 'u' -> "@unowned_inner_pointer";
          case 'a' -> "@autoreleased";
          case 'k' -> "@pack_out";
          default -> "";
        };
    return taken(convention);
  }

  private String taken(String convention) {
    if (!convention.isEmpty()) {
      in.next();
    }
    return convention;
  }
}
