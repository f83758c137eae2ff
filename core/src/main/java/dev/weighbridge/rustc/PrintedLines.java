package dev.weighbridge.rustc;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.TextBytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;

/** The lines of one kind among all that a compiler or a whole build printed. */
final class PrintedLines {
  /** The longest name of a type that the compiler writes has 16 MB. */
  private static final long LONGEST = 1L << 25;

  private static final int HEAD = 1 << 12;

  private final String name;
  private final String mark;
  private final String expected;
  private final Bytes text;
  private String line = "";
  private long at;
  private int number;
  private int found;

  /**
   * Refuses what is no text.
   *
   * @param mark what lines begin with
   * @param expected what they are, for errors
   */
  PrintedLines(String name, Bytes file, String mark, String expected) {
    this.name = name;
    this.mark = mark;
    this.expected = expected;
    text = TextBytes.utf8(file);
    if (text.length() == 0) {
      throw new UnsupportedBinaryException(name, -1, expected, "an empty file");
    }
    long head = Math.min(HEAD, text.length());
    if (text.indexOf((byte) 0, 0, head) >= 0) {
      throw new UnsupportedBinaryException(name, -1, expected, "bytes that are no text");
    }
  }

  /** Goes to the next line with the mark; false if there is none. */
  boolean next() {
    while (at < text.length()) {
      long newline = text.indexOf((byte) '\n', at, text.length());
      long end = newline < 0 ? text.length() : newline;
      boolean isMarked = isMarked(at, end);
      long start = at;
      at = end + 1;
      number++;
      if (isMarked) {
        found++;
        line = line(start, end);
        return true;
      }
    }
    return false;
  }

  private boolean isMarked(long start, long end) {
    if (end - start < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (text.u8(start + i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String line(long start, long end) {
    if (end - start > LONGEST) {
      throw malformed("a line of at most " + LONGEST + " bytes", (end - start) + " bytes");
    }
    boolean isReturned = end > start && text.u8(end - 1) == '\r';
    return text.text(start + mark.length(), isReturned ? end - 1 : end);
  }

  /** What stands behind the mark of the line. */
  String line() {
    return line;
  }

  /** Refuses a file in which no line has the mark. */
  void requireSome() {
    if (found == 0) {
      throw new UnsupportedBinaryException(
          name, -1, expected, "text of which no line begins with " + mark.strip());
    }
  }

  /** What is wrong with the line, by its number. */
  MalformedBinaryException malformed(String expectedThere, String foundThere) {
    return new MalformedBinaryException(name + ": line " + number, -1, expectedThere, foundThere);
  }
}
