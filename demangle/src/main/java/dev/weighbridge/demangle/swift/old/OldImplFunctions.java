package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** Types of functions as the optimizer sees them. */
final class OldImplFunctions {
  private final SwiftCursor in;
  private final OldGrammar types;

  OldImplFunctions(SwiftCursor in, OldGrammar types) {
    this.in = in;
    this.types = types;
  }

  private static SwiftNode word(String text) {
    if (text.isEmpty()) {
      throw new SwiftRefusal();
    }
    return SwiftNode.text(SwiftKind.IMPL_WORD, text);
  }

  SwiftNode type() {
    SwiftNode function = SwiftNode.of(SwiftKind.IMPL_FUNCTION);
    function.add(
        word(
            switch (in.next()) {
              case 't' -> "@convention(thin)";
              case 'd' -> "@callee_unowned";
              case 'g' -> "@callee_guaranteed";
              case 'o' -> "@callee_owned";
              default -> "";
            }));
    if (in.nextIf('C')) {
      function.add(
          word(
              switch (in.next()) {
                case 'b' -> "@convention(block)";
                case 'c' -> "@convention(c)";
                case 'm' -> "@convention(method)";
                case 'O' -> "@convention(objc_method)";
                case 'w' -> "@convention(witness_method)";
                default -> "";
              }));
    }
    if (in.nextIf('G')) {
      function.add(types.signature(false));
    } else if (in.nextIf('g')) {
      function.add(types.signature(true));
    }
    in.require('_');
    while (!in.nextIf('_')) {
      String convention =
          switch (in.next()) {
            case 'd' -> "@unowned";
            case 'e' -> "@deallocating";
            case 'g' -> "@guaranteed";
            case 'i' -> "@in";
            case 'l' -> "@inout";
            case 'o' -> "@owned";
            case 'G' -> "@in_guaranteed";
            default -> "";
          };
      function.add(SwiftNode.of(SwiftKind.IMPL_PARAMETER, word(convention), types.type()));
    }
    while (!in.nextIf('_')) {
      SwiftKind kind = in.nextIf('z') ? SwiftKind.IMPL_ERROR : SwiftKind.IMPL_RESULT;
      String convention =
          switch (in.next()) {
            case 'a' -> "@autoreleased";
            case 'd' -> "@unowned";
            case 'D' -> "@unowned_inner_pointer";
            case 'i' -> "@out";
            case 'o' -> "@owned";
            default -> "";
          };
      function.add(SwiftNode.of(kind, word(convention), types.type()));
    }
    return function;
  }
}
