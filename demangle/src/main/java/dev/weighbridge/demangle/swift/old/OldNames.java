package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftOperators;
import dev.weighbridge.demangle.swift.tree.SwiftPunycode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;

/** Names of declarations, and what can be referred to. */
final class OldNames {
  private static final String KNOWN =
      "a Array, b Bool, c UnicodeScalar, d Double, f Float, i Int, V UnsafeRawPointer,"
          + " v UnsafeMutableRawPointer, P UnsafePointer, p UnsafeMutablePointer, q Optional,"
          + " Q ImplicitlyUnwrappedOptional, R UnsafeBufferPointer,"
          + " r UnsafeMutableBufferPointer, S String, u UInt";

  private final SwiftCursor in;
  private final List<SwiftNode> kept = new ArrayList<>();

  OldNames(SwiftCursor in) {
    this.in = in;
  }

  /** Keeps a node for later references. */
  SwiftNode keep(SwiftNode node) {
    kept.add(node);
    return node;
  }

  /** Forgets what was kept: what is behind how a function was specialised begins anew. */
  void forget() {
    kept.clear();
  }

  /** The module of the standard library. */
  static SwiftNode swift() {
    return SwiftNode.text(SwiftKind.MODULE, "Swift");
  }

  /** What an {@code S} refers to. */
  SwiftNode reference() {
    if (in.nextIf('o')) {
      return SwiftNode.text(SwiftKind.MODULE, "__C");
    }
    if (in.nextIf('C')) {
      return SwiftNode.text(SwiftKind.MODULE, "__C_Synthesized");
    }
    if (in.peek() == '_' || in.isAtDigit()) {
      int index = in.index();
      if (index >= kept.size()) {
        throw new SwiftRefusal();
      }
      return kept.get(index);
    }
    char letter = in.next();
    for (String type : KNOWN.split(", ", -1)) {
      if (type.charAt(0) == letter) {
        boolean isEnum = letter == 'q' || letter == 'Q';
        SwiftNode name = SwiftNode.text(SwiftKind.IDENTIFIER, type.substring(2));
        return SwiftNode.of(isEnum ? SwiftKind.ENUM : SwiftKind.STRUCTURE, swift(), name);
      }
    }
    throw new SwiftRefusal();
  }

  SwiftNode module() {
    if (in.nextIf('s')) {
      return swift();
    }
    if (in.nextIf('S')) {
      SwiftNode module = reference();
      if (!module.is(SwiftKind.MODULE)) {
        throw new SwiftRefusal();
      }
      return module;
    }
    SwiftNode name = identifier();
    if (!name.is(SwiftKind.IDENTIFIER)) {
      throw new SwiftRefusal();
    }
    return keep(name.as(SwiftKind.MODULE));
  }

  SwiftNode identifier() {
    boolean isCoded = in.nextIf('X');
    boolean isOperator = in.nextIf('o');
    char place = isOperator ? in.next() : 0;
    int length = in.natural();
    if (length <= 0) {
      throw new SwiftRefusal();
    }
    String text = in.take(length);
    text = isCoded ? SwiftPunycode.decode(text) : text;
    return isOperator
        ? SwiftOperators.named(SwiftOperators.of(text), place)
        : SwiftNode.text(SwiftKind.IDENTIFIER, text);
  }

  /** Whether an identifier is next. */
  boolean isAtIdentifier() {
    return in.isAtDigit() || in.peek() == 'o';
  }

  /** The name of a declaration. */
  SwiftNode declaration() {
    if (in.nextIf('L')) {
      SwiftNode number = SwiftNode.number(SwiftKind.NUMBER, in.index());
      return SwiftNode.of(SwiftKind.LOCAL_NAME, number, identifier());
    }
    if (in.nextIf('P')) {
      SwiftNode file = identifier();
      return SwiftNode.of(SwiftKind.PRIVATE_NAME, file, identifier());
    }
    return identifier();
  }
}
