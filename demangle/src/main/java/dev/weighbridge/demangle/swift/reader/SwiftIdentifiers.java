package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftOperators;
import dev.weighbridge.demangle.swift.tree.SwiftPunycode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;

/** Identifiers, which refer to the words of earlier ones. */
final class SwiftIdentifiers {
  private static final int MOST_WORDS = 26;
  private static final int SHORTEST_WORD = 2;

  private final SwiftCursor in;
  private final SwiftStack stack;
  private final List<String> words = new ArrayList<>();

  SwiftIdentifiers(SwiftCursor in, SwiftStack stack) {
    this.in = in;
    this.stack = stack;
  }

  /** An identifier, of which the next character is the first. */
  SwiftNode identifier() {
    boolean hasWords = in.nextIf('0');
    boolean isCoded = hasWords && in.nextIf('0');
    hasWords &= !isCoded;
    StringBuilder text = new StringBuilder();
    do {
      while (hasWords && isLetter(in.peek())) {
        char letter = in.next();
        hasWords = letter >= 'a';
        text.append(word(hasWords ? letter - 'a' : letter - 'A'));
      }
      if (in.nextIf('0')) {
        break;
      }
      int length = in.natural();
      if (length <= 0) {
        throw new SwiftRefusal();
      }
      if (isCoded) {
        in.nextIf('_');
        text.append(SwiftPunycode.decode(in.take(length)));
      } else {
        String literal = in.take(length);
        text.append(literal);
        keepWords(literal);
      }
    } while (hasWords);
    if (text.isEmpty()) {
      throw new SwiftRefusal();
    }
    return stack.keep(SwiftNode.text(SwiftKind.IDENTIFIER, text.toString()));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private String word(int index) {
    if (index >= words.size()) {
      throw new SwiftRefusal();
    }
    return words.get(index);
  }

  /** A word ends at an underscore, and where capitals begin. */
  private void keepWords(String literal) {
    int start = -1;
    for (int i = 0; i <= literal.length(); i++) {
      char c = i < literal.length() ? literal.charAt(i) : '_';
      if (start >= 0 && isWordEnd(c, literal.charAt(i - 1))) {
        if (i - start >= SHORTEST_WORD && words.size() < MOST_WORDS) {
          words.add(literal.substring(start, i));
        }
        start = -1;
      }
      if (start < 0 && c != '_' && !(c >= '0' && c <= '9')) {
        start = i;
      }
    }
  }

  private static boolean isWordEnd(char c, char before) {
    return c == '_' || (isUpper(c) && !isUpper(before));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The name of an operator, whose letters are the identifier on top. */
  SwiftNode operator() {
    String name = SwiftOperators.of(stack.pop(SwiftKind.IDENTIFIER).text());
    return SwiftOperators.named(name, in.next());
  }

  /** What tells declarations of one name apart. */
  SwiftNode local() {
    if (in.nextIf('L')) {
      SwiftNode file = stack.pop(SwiftKind.IDENTIFIER);
      return SwiftNode.of(SwiftKind.PRIVATE_NAME, file, stack.popName());
    }
    if (in.nextIf('l')) {
      return SwiftNode.of(SwiftKind.PRIVATE_NAME, stack.pop(SwiftKind.IDENTIFIER));
    }
    char letter = in.peek();
    if ((letter >= 'a' && letter <= 'j') || (letter >= 'A' && letter <= 'J')) {
      SwiftNode which = SwiftNode.text(SwiftKind.IDENTIFIER, String.valueOf(in.next()));
      return SwiftNode.of(SwiftKind.RELATED_NAME, which, stack.popName());
    }
    SwiftNode number = SwiftNode.number(SwiftKind.NUMBER, in.index());
    return SwiftNode.of(SwiftKind.LOCAL_NAME, number, stack.popName());
  }
}
