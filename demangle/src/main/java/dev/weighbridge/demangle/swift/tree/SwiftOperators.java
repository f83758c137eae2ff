package dev.weighbridge.demangle.swift.tree;

/** Names of operators: their characters are written as letters. */
public final class SwiftOperators {
  private static final String CHARACTERS = "& @/= >    <*!|+?%-~   ^ .";

  private SwiftOperators() {}

  /** The operator that letters stand for; characters above ASCII stand for themselves. */
  public static String of(String letters) {
    StringBuilder operator = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter >= 0x80) {
        operator.append(letter);
        continue;
      }
      char character = letter >= 'a' && letter <= 'z' ? CHARACTERS.charAt(letter - 'a') : ' ';
      if (character == ' ') {
        throw new SwiftRefusal();
      }
      operator.append(character);
    }
    return operator.toString();
  }

  /** A name of an operator by the letter for its place: before, between or after operands. */
  public static SwiftNode named(String operator, char place) {
    return switch (place) {
      case 'p' -> SwiftNode.text(SwiftKind.PREFIX_OPERATOR, operator);
      case 'i' -> SwiftNode.text(SwiftKind.INFIX_OPERATOR, operator);
      case 'P' -> SwiftNode.text(SwiftKind.POSTFIX_OPERATOR, operator);
      default -> throw new SwiftRefusal();
    };
  }
}
