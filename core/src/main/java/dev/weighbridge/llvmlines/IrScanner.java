package dev.weighbridge.llvmlines;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.TextBytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Goes through LLVM IR text once, line by line.
 *
 * <p>Counts what {@code cargo llvm-lines} counts: between {@code define} and a line that is {@code
 * }}, lines that begin with two blanks and not three. So a switch is two lines however many cases
 * it has, and labels, records of debug information and second lines of an {@code invoke} are none.
 */
final class IrScanner {
  /** Takes what is found. */
  interface Sink {
    /** Takes a function by its raw name, with its lines. */
    void function(String name, int lines);
  }

  private static final int WINDOW = 1 << 16;

  /** What begins a line in every module that a compiler writes. */
  private static final byte[][] MARKS = {
    bytes("; ModuleID"), bytes("source_filename"), bytes("target "), bytes("declare ")
  };

  private static final byte[] DEFINE = bytes("define ");
  private static final byte[] ATTRIBUTES = bytes("attributes #");

  /** Compilers number groups of attributes from 0; a module has dozens. */
  private static final int MOST_GROUPS = 1 << 20;

  private final String name;
  private final Bytes text;
  private final Sink sink;
  private final BitSet usedGroups = new BitSet();
  private final BitSet knownGroups = new BitSet();
  private byte[] line = new byte[1 << 12];
  private int length;
  private long lineStart;
  private String function = "";
  private long functionStart = -1;
  private int count;
  private boolean isModule;
  private boolean hasDebugInformation;

  IrScanner(String name, Bytes text, Sink sink) {
    this.name = name;
    this.text = TextBytes.utf8(text);
    this.sink = sink;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads all of it; answers whether functions have debug information. */
  boolean scan() {
    requireText();
    byte[] window = new byte[WINDOW];
    for (long at = 0; at < text.length(); at += WINDOW) {
      int some = (int) Math.min(WINDOW, text.length() - at);
      text.copy(at, window, 0, some);
      int from = 0;
      for (int i = 0; i < some; i++) {
        if (window[i] == '\n') {
          take(window, from, i);
          endLine();
          lineStart = at + i + 1;
          from = i + 1;
        }
      }
      take(window, from, some);
    }
    endLine();
    finish();
    return hasDebugInformation;
  }

  /** Refuses what is no text before all of it is read. */
  private void requireText() {
    byte[] start = new byte[(int) Math.min(WINDOW, text.length())];
    text.copy(0, start, 0, start.length);
    if (start.length == 0) {
      throw unsupported("an empty file");
    }
    boolean isWrapped =
        startsWith(start, start.length, new byte[] {(byte) 0xde, (byte) 0xc0, 0x17});
    if (isWrapped || startsWith(start, start.length, new byte[] {'B', 'C', (byte) 0xc0})) {
      throw unsupported("LLVM bitcode; llvm-dis makes text of it");
    }
    for (byte b : start) {
      if (b == 0) {
        throw unsupported("bytes that are no text");
      }
    }
  }

  private UnsupportedBinaryException unsupported(String found) {
    return new UnsupportedBinaryException(name, -1, "LLVM IR text", found);
  }

  private MalformedBinaryException malformed(long offset, String expected, String found) {
    return new MalformedBinaryException(name, offset, expected, found);
  }

  /** Adds characters to the line, up to the longest name there may be. */
  private void take(byte[] window, int from, int to) {
    int more = Math.min(to - from, Limits.MAX_NAME_LENGTH - length);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(window, from, line, length, more);
    length += more;
  }

  private void endLine() {
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    if (length > 2 && line[0] == ' ' && line[1] == ' ' && line[2] != ' ') {
      count++;
    } else if (length == 2 && line[0] == ' ' && line[1] == ' ') {
      count++;
    } else if (length == 1 && line[0] == '}') {
      endFunction();
    } else if (length > 2) {
      read();
    }
    length = 0;
  }

  private void endFunction() {
    if (functionStart >= 0) {
      sink.function(function, count);
    }
    functionStart = -1;
    count = 0;
  }

  private void read() {
    if (startsWith(line, length, DEFINE)) {
      beginFunction();
    } else if (startsWith(line, length, ATTRIBUTES)) {
      note(knownGroups, ATTRIBUTES.length);
    } else if (!isModule) {
      for (byte[] mark : MARKS) {
        isModule |= startsWith(line, length, mark);
      }
    }
  }

  private void beginFunction() {
    if (functionStart >= 0) {
      throw malformed(lineStart, "the end of " + function, "another function");
    }
    function = functionName();
    functionStart = lineStart;
    count = 0;
    isModule = true;
    int close = length - 1;
    while (close >= 0 && line[close] != ')') {
      close--;
    }
    for (int i = close + 1; i + 1 < length; i++) {
      if (line[i] == ' ' && line[i + 1] == '#') {
        note(usedGroups, i + 2);
      }
      hasDebugInformation |=
          i + 5 < length && line[i] == '!' && line[i + 1] == 'd' && line[i + 2] == 'b';
    }
  }

  /** Notes the number of a group of attributes. */
  private static long number(byte[] line, int from, int length) {
    long number = from < length && line[from] >= '0' && line[from] <= '9' ? 0 : -1;
    for (int i = from; i < length && line[i] >= '0' && line[i] <= '9'; i++) {
      number = Math.min(number * 10 + line[i] - '0', MOST_GROUPS);
    }
    return number;
  }

  private void note(BitSet groups, int from) {
    long number = number(line, from, length);
    if (number >= 0 && number < MOST_GROUPS) {
      groups.set((int) number);
    }
  }

  /** The name behind the first {@code @} of a definition, as far as its parameters. */
  private String functionName() {
    int at = DEFINE.length;
    while (at < length && line[at] != '@') {
      at++;
    }
    boolean isQuoted = at + 1 < length && line[at + 1] == '"';
    int from = at + (isQuoted ? 2 : 1);
    byte end = (byte) (isQuoted ? '"' : '(');
    int to = from;
    while (to < length && line[to] != end) {
      to++;
    }
    if (to >= length) {
      throw malformed(lineStart, "define with a name and parameters", "a line without");
    }
    String raw = new String(line, from, to - from, StandardCharsets.UTF_8);
    return isQuoted ? unescaped(raw) : raw;
  }

  /** Undoes {@code \22}, which stands for a character by its number. */
  private static String unescaped(String name) {
    if (name.indexOf('\\') < 0) {
      return name;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      int code = name.charAt(i) == '\\' && i + 2 < name.length() ? hex(name, i + 1) : -1;
      plain.append(code < 0 ? name.charAt(i) : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return plain.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  /** What stands behind functions must be there, or the text ends too early. */
  private void finish() {
    if (functionStart >= 0) {
      throw malformed(functionStart, "the end of " + function, "the end of the file");
    }
    if (!isModule) {
      throw unsupported("text that defines and declares nothing");
    }
    usedGroups.andNot(knownGroups);
    if (!usedGroups.isEmpty()) {
      String group = "attributes #" + usedGroups.nextSetBit(0);
      throw malformed(text.length(), group + ", which a function has", "the end of the file");
    }
  }

  private static boolean startsWith(byte[] line, int length, byte[] start) {
    return length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
  }
}
