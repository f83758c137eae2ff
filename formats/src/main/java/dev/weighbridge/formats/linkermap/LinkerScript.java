package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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

  private final String name;
  private final List<String> tokens;
  private final Map<String, Long> symbols = new HashMap<>();
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
        if (!Character.isWhitespace(c)) {
          tokens.add(String.valueOf(c));
        }
        at++;
      }
    }
    return tokens;
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
      } else if (depth == 0 && is(at + 1, "=") && !is(at + 2, "=")) {
        readSymbol();
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

  private void readSymbol() {
    String symbol = tokens.get(at);
    at += 2;
    LinkerExpression.evaluate(until(";"), symbols).ifPresent(value -> symbols.put(symbol, value));
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
    symbols.put("ORIGIN " + region, start);
    symbols.put("LENGTH " + region, length);
  }

  /**
   * The tokens of an expression: up to a comma, the next region, or the end. {@code ORIGIN(RAM)}
   * becomes one symbol.
   */
  private List<String> numberTokens() {
    List<String> found = new ArrayList<>();
    while (at < tokens.size() && !isEnd()) {
      boolean isOfRegion = (is(at, "ORIGIN") || is(at, "LENGTH")) && is(at + 1, "(");
      if (isOfRegion && is(at + 3, ")")) {
        found.add(tokens.get(at) + " " + next(at + 2));
        at += 4;
      } else {
        found.add(tokens.get(at++));
      }
    }
    return found;
  }

  private boolean isEnd() {
    String token = tokens.get(at);
    boolean isKey = List.of("LENGTH", "len", "l").contains(token) && is(at + 1, "=");
    boolean isRegion = is(at + 1, ":") || hasAttributes();
    return isKey || isRegion || List.of(",", ";", "}", "INCLUDE").contains(token);
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
          "'" + String.join(" ", expression) + "'");
    }
    return value.getAsLong();
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
