package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Goes over a text in JSON value by value, and passes over what nobody wants without keeping it:
 * most of a source map is the text of the sources. RFC 8259.
 */
final class JsonCursor {
  private static final String STRUCTURE = "wasm.source_map";

  private final byte[] text;
  private int at;

  JsonCursor(byte[] text) {
    this.text = text;
    boolean hasMark = text.length > 2 && (text[0] & 0xFF) == 0xEF;
    at = hasMark ? 3 : 0;
    // Servers may put this before JSON, so that a browser does not run it.
    if (at + 1 < text.length && text[at] == ')' && text[at + 1] == ']') {
      while (at < text.length && text[at] != '\n') {
        at++;
      }
    }
  }

  /** The first byte of the next value; 0 at the end of the text. */
  int peek() {
    while (at < text.length && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) {
      at++;
    }
    return at < text.length ? text[at] : 0;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw malformed("'" + wanted + "'");
    }
  }

  /** Reads an object; whoever is told of a member must read or pass over its value. */
  void object(Consumer<String> member) {
    expect('{');
    if (take('}')) {
      return;
    }
    do {
      String name = string();
      expect(':');
      member.accept(name);
    } while (take(','));
    expect('}');
  }

  /** Reads an array; whoever is told of an item must read or pass over it. */
  void array(Runnable item) {
    expect('[');
    if (take(']')) {
      return;
    }
    do {
      item.run();
    } while (take(','));
    expect(']');
  }

  /** A text; that of {@code null} is empty. */
  String stringOrNull() {
    if (peek() == '"') {
      return string();
    }
    skip();
    return "";
  }

  /** A text. */
  String string() {
    expect('"');
    int start = at;
    passString();
    int end = at - 1;
    int escape = start;
    while (escape < end && text[escape] != '\\') {
      escape++;
    }
    return escape == end
        ? new String(text, start, end - start, StandardCharsets.UTF_8)
        : unescaped(start, end);
  }

  /** Goes behind the quote that ends a text. */
  private void passString() {
    while (at < text.length && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    if (at >= text.length) {
      at = text.length;
      throw malformed("the end of a text");
    }
    at++;
  }

  private String unescaped(int start, int end) {
    StringBuilder whole = new StringBuilder();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    int from = start;
    while (from < end) {
      if (text[from] != '\\') {
        plain.write(text[from++]);
        continue;
      }
      whole.append(plain.toString(StandardCharsets.UTF_8));
      plain.reset();
      char escape = (char) text[from + 1];
      from += 2;
      switch (escape) {
        case 'n' -> whole.append('\n');
        case 't' -> whole.append('\t');
        case 'r' -> whole.append('\r');
        case 'b' -> whole.append('\b');
        case 'f' -> whole.append('\f');
        case 'u' -> {
          whole.append((char) hex(from, end));
          from += 4;
        }
        default -> whole.append(escape);
      }
    }
    return whole.append(plain.toString(StandardCharsets.UTF_8)).toString();
  }

  private int hex(int from, int end) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < end ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        throw malformed("four digits of a character");
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** A whole number from 0 on. */
  long number() {
    boolean isNumber = peek() >= '0' && peek() <= '9';
    if (!isNumber) {
      throw malformed("a number");
    }
    long value = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9' && value < 1L << 50) {
      value = 10 * value + (text[at++] - '0');
    }
    return value;
  }

  /** Passes over a value, whatever it holds. */
  void skip() {
    int depth = 0;
    do {
      int first = peek();
      if (first == 0) {
        throw malformed("a value");
      } else if (first == '"') {
        at++;
        passString();
      } else {
        at++;
        depth += first == '{' || first == '[' ? 1 : first == '}' || first == ']' ? -1 : 0;
        boolean isWord = first >= '0' || first == '-';
        while (isWord && depth == 0 && at < text.length && isInWord(text[at])) {
          at++;
        }
      }
    } while (depth > 0);
    if (depth < 0) {
      throw malformed("a value");
    }
  }

  private static boolean isInWord(byte letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '-'
        || letter == '+'
        || letter == 'E';
  }

  /** Says that something else was expected here. */
  MalformedBinaryException malformed(String expected) {
    String found = at < text.length ? "'" + (char) text[at] + "'" : "the end of the file";
    return new MalformedBinaryException(STRUCTURE, at, expected, found);
  }
}
