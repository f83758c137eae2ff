package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The memory that a linker script describes: {@code MEMORY { FLASH (rx) : ORIGIN = 0x08000000,
 * LENGTH = 512K }}.
 *
 * <p>Numbers may be expressions of constants, and of symbols that the script gives constants to.
 * Binutils manual, "MEMORY Command".
 */
public final class LinkerScript {
  /** Scripts are written by people. */
  private static final long MAX_LENGTH = 16L << 20;

  /** What errors show of an expression: more than people write. */
  private static final int SHOWN = 40;

  /** Those that give a symbol a value, of which all but the first take its own into account. */
  private static final List<String> ASSIGNMENTS =
      List.of("=", "+=", "-=", "*=", "/=", "&=", "|=", "<<=", ">>=");

  /** What may stand around an assignment. */
  private static final List<String> WRAPPERS = List.of("PROVIDE", "PROVIDE_HIDDEN", "HIDDEN");

  /** Signs of several characters, the longest first. */
  private static final List<String> SIGNS =
      List.of(
          "<<=", ">>=", "+=", "-=", "*=", "/=", "&=", "|=", "<<", ">>", "<=", ">=", "==", "!=",
          "&&", "||");

  private final String name;
  private final List<String> tokens;
  private final Map<String, Long> symbols = new HashMap<>();
  private final Set<String> assigned = new HashSet<>();
  private final List<MemoryRegion> regions = new ArrayList<>();
  private boolean hasMemory;
  private int at;

  private LinkerScript(String name, List<String> tokens) {
    this.name = name;
    this.tokens = tokens;
  }

  /**
   * The regions of a script, in its order.
   *
   * @param name what the script is called in errors: a file name
   * @param file the whole script
   * @throws MalformedBinaryException if it has no {@code MEMORY} block, or one that breaks its
   *     rules
   * @throws UnsupportedBinaryException if a number in it is not made of constants, or the block is
   *     in another file
   */
  public static List<MemoryRegion> memory(String name, Bytes file) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    if (file.length() > MAX_LENGTH) {
      throw new MalformedBinaryException(
          name, -1, "a linker script", "a file of " + file.length() + " bytes");
    }
    LinkerScript script = new LinkerScript(name, tokens(file.text(0, file.length())));
    script.read();
    return List.copyOf(script.regions);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/' && text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (c == '#' && (at == 0 || text.charAt(at - 1) == '\n')) {
        // What a preprocessor leaves: # 1 "memory.x"
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '"') {
        int end = text.indexOf('"', at + 1);
        tokens.add(text.substring(at + 1, end < 0 ? text.length() : end));
        at = end < 0 ? text.length() : end + 1;
      } else if (isWord(c)) {
        int end = at + 1;
        while (end < text.length() && isWord(text.charAt(end))) {
          end++;
        }
        tokens.add(text.substring(at, end));
        at = end;
      } else {
        String sign = sign(text, at);
        if (!Character.isWhitespace(c)) {
          tokens.add(sign);
        }
        at += sign.length();
      }
    }
    return tokens;
  }

  private static String sign(String text, int at) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return sign;
      }
    }
    return text.substring(at, at + 1);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
  }

  private void read() {
    int depth = 0;
    while (at < tokens.size()) {
      String token = tokens.get(at);
      if (depth == 0 && token.equals("MEMORY") && is(at + 1, "{")) {
        at += 2;
        hasMemory = true;
        readBlock();
      } else if (depth == 0 && isAssignment(at + 1)) {
        readSymbol(token, until(";"));
      } else if (depth == 0
          && WRAPPERS.contains(token)
          && is(at + 1, "(")
          && isAssignment(at + 3)) {
        at += 2;
        readWrapped(token, tokens.get(at));
      } else {
        depth += token.equals("{") ? 1 : token.equals("}") ? -1 : 0;
        at++;
      }
    }
    if (regions.isEmpty()) {
      String found = hasMemory ? "an empty one" : "none in it";
      throw new MalformedBinaryException(name, -1, "a linker script with a MEMORY block", found);
    }
  }

  private boolean is(int index, String token) {
    return index < tokens.size() && tokens.get(index).equals(token);
  }

  private boolean isAssignment(int index) {
    return index < tokens.size() && ASSIGNMENTS.contains(tokens.get(index));
  }

  /** {@code PROVIDE(x = 8K);}, which leaves what has a value already. */
  private void readWrapped(String wrapper, String symbol) {
    List<String> assignment = until(";");
    int end = assignment.lastIndexOf(")");
    boolean isProvided = !wrapper.equals("HIDDEN");
    if (end > 0 && !(isProvided && assigned.contains(symbol))) {
      readSymbol(symbol, assignment.subList(0, end));
    }
  }

  /** Takes a value from an assignment; one that is no constant leaves the symbol without any. */
  private void readSymbol(String symbol, List<String> assignment) {
    List<String> expression = new ArrayList<>(assignment.subList(2, assignment.size()));
    String sign = assignment.get(1);
    if (!sign.equals("=")) {
      expression.addAll(0, List.of(symbol, sign.substring(0, sign.length() - 1), "("));
      expression.add(")");
    }
    assigned.add(symbol);
    OptionalLong value = LinkerExpression.evaluate(expression, symbols);
    if (value.isPresent()) {
      symbols.put(symbol, value.getAsLong());
    } else {
      symbols.remove(symbol);
    }
  }

  /** The tokens before one of some, which is passed over. */
  private List<String> until(String... ends) {
    int start = at;
    while (at < tokens.size() && !List.of(ends).contains(tokens.get(at))) {
      at++;
    }
    List<String> found = tokens.subList(start, at);
    at = Math.min(at + 1, tokens.size());
    return found;
  }

  private void readBlock() {
    while (at < tokens.size() && !is(at, "}")) {
      if (is(at, "INCLUDE")) {
        throw new UnsupportedBinaryException(
            name, -1, "a MEMORY block in this file", "INCLUDE " + next(at + 1));
      }
      readRegion();
    }
    expect("}");
  }

  private void readRegion() {
    String region = next(at++);
    List<String> attributes = new ArrayList<>();
    if (is(at, "(")) {
      at++;
      attributes.addAll(until(")"));
    }
    expect(":");
    expect("ORIGIN", "org", "o");
    expect("=");
    long start = number(region, "ORIGIN", numberTokens());
    if (is(at, ",")) {
      at++;
    }
    expect("LENGTH", "len", "l");
    expect("=");
    long length = number(region, "LENGTH", numberTokens());
    if (is(at, ",") || is(at, ";")) {
      at++;
    }
    try {
      regions.add(new MemoryRegion(region, start, length, String.join("", attributes)));
    } catch (IllegalArgumentException e) {
      String range = " from 0x" + Long.toHexString(start) + " with a length of " + length;
      throw new MalformedBinaryException(
          name + ": MEMORY", -1, "a region with a name and a range", "'" + region + "'" + range);
    }
    symbols.put(LinkerExpression.ofRegion("ORIGIN", region), start);
    symbols.put(LinkerExpression.ofRegion("LENGTH", region), length);
  }

  /** The tokens of an expression: up to a comma, the next region, or the end. */
  private List<String> numberTokens() {
    List<String> found = new ArrayList<>();
    int brackets = 0;
    int choices = 0;
    while (at < tokens.size() && !List.of(";", "}").contains(tokens.get(at))) {
      // MAX(4K, 8K) has a comma inside, and a ? 1 : 2 a colon.
      if (brackets == 0 && isEnd(choices > 0)) {
        break;
      }
      String token = tokens.get(at++);
      brackets += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      choices += token.equals("?") ? 1 : token.equals(":") ? -1 : 0;
      found.add(token);
    }
    return found;
  }

  private boolean isEnd(boolean isInChoice) {
    String token = tokens.get(at);
    boolean isKey = List.of("LENGTH", "len", "l").contains(token) && is(at + 1, "=");
    boolean isRegion = !isInChoice && (is(at + 1, ":") || hasAttributes());
    return isKey || isRegion || List.of(",", "INCLUDE").contains(token);
  }

  /** Whether a region with attributes begins here: {@code RAM (rw!x) :}. */
  private boolean hasAttributes() {
    int end = at + 1;
    while (is(at + 1, "(") && end < tokens.size() && !is(end, ")")) {
      end++;
    }
    return is(end, ")") && is(end + 1, ":");
  }

  private long number(String region, String what, List<String> expression) {
    OptionalLong value = LinkerExpression.evaluate(expression, symbols);
    if (value.isEmpty()) {
      throw new UnsupportedBinaryException(
          name + ": " + what + " of " + region,
          -1,
          "a number or an expression of numbers",
          "'" + shown(expression) + "'");
    }
    return value.getAsLong();
  }

  /** Its first tokens: where a bracket is not closed it goes on to the end of the block. */
  private static String shown(List<String> expression) {
    return expression.size() <= SHOWN
        ? String.join(" ", expression)
        : String.join(" ", expression.subList(0, SHOWN)) + " ...";
  }

  private String next(int index) {
    return index < tokens.size() ? tokens.get(index) : "the end";
  }

  private void expect(String... known) {
    if (at >= tokens.size() || !List.of(known).contains(tokens.get(at))) {
      throw new MalformedBinaryException(
          name + ": MEMORY", -1, "'" + known[0] + "'", "'" + next(at) + "'");
    }
    at++;
  }
}
