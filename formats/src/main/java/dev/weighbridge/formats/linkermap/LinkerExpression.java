package dev.weighbridge.formats.linkermap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates what linker scripts write for a number: {@code 0x20000 + 64K}. Constants, symbols that
 * have been given such a value, and all operators of the language with the precedence that they
 * have there; functions of numbers alone, and of regions told before.
 *
 * <p>Binutils manual, "Expressions in Linker Scripts". As there, numbers have 64 bits; they are
 * divided as signed ones, and shifted and compared as unsigned ones.
 */
final class LinkerExpression {
  /** No person nests deeper. */
  private static final int MAX_DEPTH = 64;

  /** What binds weakest first. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<", ">", "<=", ">="),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private static final Pattern NUMBER = Pattern.compile("(?:0[xX]|\\$)?([0-9a-fA-F]+)([KkMmGg])?");

  /** The base is told behind it: {@code 10h}, {@code 101b}. */
  private static final Pattern OF_BASE = Pattern.compile("([0-9][0-9a-fA-F]*)([hHxXoObBdD])");

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
      long value = expression.choice();
      return expression.at == tokens.size() ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (NotConstant e) {
      return OptionalLong.empty();
    }
  }

  /** What a region says of itself, {@code ORIGIN} or {@code LENGTH}, among the symbols. */
  static String ofRegion(String function, String region) {
    return function + " " + region;
  }

  /**
   * A number: {@code 0x10}, {@code $10}, octal {@code 010}, {@code 10h}, {@code 512K}; empty if it
   * is none.
   */
  static OptionalLong number(String text) {
    try {
      Matcher number = NUMBER.matcher(text);
      if (number.matches()) {
        boolean isHex = number.start(1) > 0;
        String digits = number.group(1);
        int base = isHex ? 16 : digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
        long value = Long.parseUnsignedLong(digits, base);
        String unit = number.group(2);
        int shift = unit == null ? 0 : 10 * ("KMG".indexOf(unit.toUpperCase(Locale.ROOT)) + 1);
        return OptionalLong.of(Math.multiplyExact(value, 1L << shift));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // The digits may be of the base that is told behind them: 12d.
    }
    Matcher ofBase = OF_BASE.matcher(text);
    if (!ofBase.matches()) {
      return OptionalLong.empty();
    }
    int base =
        switch (ofBase.group(2)) {
          case "h", "H", "x", "X" -> 16;
          case "o", "O" -> 8;
          case "b", "B" -> 2;
          default -> 10;
        };
    try {
      return OptionalLong.of(Long.parseUnsignedLong(ofBase.group(1), base));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** {@code a ? b : c}. */
  private long choice() {
    if (++depth > MAX_DEPTH) {
      throw new NotConstant();
    }
    long value = binary(0);
    if (isNext("?")) {
      at++;
      long first = choice();
      expect(":");
      long second = choice();
      value = value != 0 ? first : second;
    }
    depth--;
    return value;
  }

  private long binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    long value = binary(level + 1);
    while (at < tokens.size() && LEVELS.get(level).contains(tokens.get(at))) {
      String operator = tokens.get(at++);
      value = apply(operator, value, binary(level + 1));
    }
    return value;
  }

  /** The value of two numbers under an operator of two. */
  private static long apply(String operator, long one, long other) {
    int order = Long.compareUnsigned(one, other);
    return switch (operator) {
      case "||" -> truth(one != 0 || other != 0);
      case "&&" -> truth(one != 0 && other != 0);
      case "|" -> one | other;
      case "^" -> one ^ other;
      case "&" -> one & other;
      case "==" -> truth(one == other);
      case "!=" -> truth(one != other);
      case "<" -> truth(order < 0);
      case ">" -> truth(order > 0);
      case "<=" -> truth(order <= 0);
      case ">=" -> truth(order >= 0);
      case "<<" -> one << inRange(other);
      case ">>" -> one >>> inRange(other);
      case "+" -> one + other;
      case "-" -> one - other;
      case "*" -> one * other;
      case "/" -> one / notZero(other);
      case "%" -> one % notZero(other);
      default -> throw new NotConstant();
    };
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }

  private static long notZero(long divisor) {
    if (divisor == 0) {
      throw new NotConstant();
    }
    return divisor;
  }

  /** What comes of a shift by more bits than there are depends on the machine that links. */
  private static long inRange(long bits) {
    if (bits < 0 || bits > 63) {
      throw new NotConstant();
    }
    return bits;
  }

  private long unary() {
    if (at >= tokens.size() || ++depth > MAX_DEPTH) {
      throw new NotConstant();
    }
    String token = tokens.get(at++);
    long value =
        switch (token) {
          case "-" -> -unary();
          case "+" -> unary();
          case "~" -> ~unary();
          case "!" -> truth(unary() == 0);
          case "(" -> inBrackets();
          default -> isNext("(") ? function(token) : constant(token);
        };
    depth--;
    return value;
  }

  private long inBrackets() {
    long value = choice();
    expect(")");
    return value;
  }

  private long constant(String token) {
    Long symbol = symbols.get(token);
    return symbol != null ? symbol : number(token).orElseThrow(NotConstant::new);
  }

  private long function(String name) {
    expect("(");
    if (name.equals("ORIGIN") || name.equals("LENGTH")) {
      String region = at < tokens.size() ? tokens.get(at++) : "";
      expect(")");
      return constant(ofRegion(name, region));
    }
    long first = choice();
    long value =
        switch (name) {
          case "ABSOLUTE" -> first;
          case "LOG2CEIL" -> Long.compareUnsigned(first, 1) <= 0 ? 0 : log2ceil(first);
          case "MAX" -> largest(first, second());
          case "MIN" -> ~largest(~first, ~second());
          case "ALIGN" -> align(first, second());
          default -> throw new NotConstant();
        };
    expect(")");
    return value;
  }

  /** What follows a comma. */
  private long second() {
    expect(",");
    return choice();
  }

  private static long largest(long one, long other) {
    return Long.compareUnsigned(one, other) >= 0 ? one : other;
  }

  private static long log2ceil(long value) {
    return (long) Long.SIZE - Long.numberOfLeadingZeros(value - 1);
  }

  private static long align(long value, long to) {
    return Long.compareUnsigned(to, 1) <= 0 ? value : Long.divideUnsigned(value + to - 1, to) * to;
  }

  private void expect(String token) {
    if (!isNext(token)) {
      throw new NotConstant();
    }
    at++;
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
