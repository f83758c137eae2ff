package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Arrays;

/**
 * Goes over the mappings of a part of a source map: places of what was generated, and which line of
 * which source each is from. Numbers are differences to those before, in base 64. ECMA-426, 9.
 */
final class MappingCursor {
  private static final int[] DIGITS = new int[128];

  static {
    Arrays.fill(DIGITS, -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      DIGITS[alphabet.charAt(i)] = i;
    }
  }

  private final String text;
  private int at;
  private long line;
  private long column;
  private long source;
  private long sourceLine;
  private long sourceColumn;
  private boolean hasSource;

  MappingCursor(SourceMap.Part part) {
    text = part.mappings();
    line = part.line();
    column = part.column();
  }

  /**
   * Moves to the next mapping; false if there is none.
   *
   * @throws MalformedBinaryException if it is not written as one
   */
  boolean next() {
    while (at < text.length() && (text.charAt(at) == ';' || text.charAt(at) == ',')) {
      if (text.charAt(at++) == ';') {
        line++;
        column = 0;
      }
    }
    if (at == text.length()) {
      return false;
    }
    column += number();
    hasSource = isInside();
    if (hasSource) {
      source += number();
      sourceLine += number();
      sourceColumn += number();
      if (isInside()) {
        number(); // A name in the source: of what, the format does not say.
      }
    }
    if (isInside()) {
      throw malformed("at most five numbers");
    }
    return true;
  }

  private boolean isInside() {
    return at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';';
  }

  private long number() {
    long value = 0;
    int shift = 0;
    int digit;
    do {
      char letter = isInside() ? text.charAt(at) : 128;
      digit = letter < 128 ? DIGITS[letter] : -1;
      if (digit < 0 || shift > 30) {
        throw malformed("a number in base 64");
      }
      value |= (long) (digit & 31) << shift;
      shift += 5;
      at++;
    } while ((digit & 32) != 0);
    return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
  }

  private MalformedBinaryException malformed(String expected) {
    String found = isInside() ? "'" + text.charAt(at) + "'" : "the end of a mapping";
    return new MalformedBinaryException("wasm.source_map.mappings", at, expected, found);
  }

  /** The line of what was generated, from 0; a module has no other. */
  long line() {
    return line;
  }

  /** The column of what was generated: for a module a place in the file. */
  long column() {
    return column;
  }

  /** Whether the place is from a source at all. */
  boolean hasSource() {
    return hasSource;
  }

  /** Number of the source, from 0. */
  long source() {
    return source;
  }

  /** Line of the source, from 0. */
  long sourceLine() {
    return sourceLine;
  }

  /** Column of the source, from 0. */
  long sourceColumn() {
    return sourceColumn;
  }
}
