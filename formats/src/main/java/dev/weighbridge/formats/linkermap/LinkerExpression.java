package dev.weighbridge.formats.linkermap;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Evaluates what linker scripts write for a number: {@code 0x20000 + 64K}. Constants only, with
 * {@code + - * / ( )}, suffixes {@code K M G} and symbols that have been given such a value.
 */
final class LinkerExpression {
  /** No person nests deeper. */
  private static final int MAX_DEPTH = 64;

  private final List<String> tokens;
  private final Map<String, Long> symbols;
  private int at;
  private int depth;

  private LinkerExpression(List<String> tokens, Map<String, Long> symbols) {
    this.tokens = tokens;
    this.symbols = symbols;
  }

  /** The value of some tokens; empty if they are no such expression. */
  static OptionalLong evaluate(List<String> tokens, Map<String, Long> symbols) {
    LinkerExpression expression = new LinkerExpression(tokens, symbols);
    try {
      long value = expression.sum();
      return expression.at == tokens.size() ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (NotConstant e) {
      return OptionalLong.empty();
    }
  }

  /** A number with an optional suffix: {@code 0x10}, {@code 512K}; empty if it is none. */
  static OptionalLong number(String text) {
    int end = text.length();
    long unit = 1;
    if (end > 1) {
      unit =
          switch (text.charAt(end - 1)) {
            case 'K', 'k' -> 1L << 10;
            case 'M', 'm' -> 1L << 20;
            case 'G', 'g' -> 1L << 30;
            default -> 1;
          };
    }
    end = unit == 1 ? end : end - 1;
    boolean isHex = text.startsWith("0x") || text.startsWith("0X");
    try {
      long value =
          isHex
              ? Long.parseUnsignedLong(text, 2, end, 16)
              : Long.parseUnsignedLong(text, 0, end, 10);
      return OptionalLong.of(Math.multiplyExact(value, unit));
    } catch (NumberFormatException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private long sum() {
    long value = product();
    while (isNext("+") || isNext("-")) {
      boolean isPlus = tokens.get(at++).equals("+");
      long other = product();
      value = isPlus ? value + other : value - other;
    }
    return value;
  }

  private long product() {
    long value = operand();
    while (isNext("*") || isNext("/")) {
      boolean isTimes = tokens.get(at++).equals("*");
      long other = operand();
      if (!isTimes && other == 0) {
        throw new NotConstant();
      }
      value = isTimes ? value * other : Long.divideUnsigned(value, other);
    }
    return value;
  }

  private long operand() {
    if (at >= tokens.size() || ++depth > MAX_DEPTH) {
      throw new NotConstant();
    }
    String token = tokens.get(at++);
    Long symbol = symbols.get(token);
    long value;
    if (token.equals("(")) {
      value = sum();
      if (!isNext(")")) {
        throw new NotConstant();
      }
      at++;
    } else if (symbol != null) {
      value = symbol;
    } else {
      value = number(token).orElseThrow(NotConstant::new);
    }
    depth--;
    return value;
  }

  private boolean isNext(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  /** Thrown and caught inside. */
  private static final class NotConstant extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotConstant() {
      super(null, null, false, false);
    }
  }
}
