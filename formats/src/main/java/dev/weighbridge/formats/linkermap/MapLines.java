package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a map, one after the other. */
final class MapLines {
  /** The longest map known is that of a browser, 0.5 GB. */
  private static final long MAX_LENGTH = 1L << 30;

  private final byte[] text;
  private int at;
  private int number;
  private String line = "";

  MapLines(String name, Bytes file) {
    if (file.length() > MAX_LENGTH) {
      String found = file.length() + " bytes";
      throw new MalformedBinaryException(name, -1, "a map of at most " + MAX_LENGTH, found);
    }
    text = file.toArray(0, file.length());
  }

  /** Goes to the next line; false if there is none. */
  boolean next() {
    if (at >= text.length) {
      line = "";
      return false;
    }
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    int last = end > at && text[end - 1] == '\r' ? end - 1 : end;
    line = new String(text, at, last - at, StandardCharsets.UTF_8);
    at = end + 1;
    number++;
    return true;
  }

  /** The line without its end. */
  String line() {
    return line;
  }

  /** Its number, from 1. */
  int number() {
    return number;
  }

  /** Whether text ends in the middle of its last line. */
  boolean isCut() {
    return text.length > 0 && text[text.length - 1] != '\n';
  }

  /** Whether a byte that no text has is among the first ones. */
  boolean isBinary() {
    for (int i = 0; i < Math.min(text.length, 4096); i++) {
      if (text[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The next word from a place on in a line: its start and end; empty at the end. */
  static Optional<int[]> word(String line, int from) {
    int start = from;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
      end++;
    }
    return start == end ? Optional.empty() : Optional.of(new int[] {start, end});
  }

  /** A hexadecimal number, with or without {@code 0x}; -1 if a text is none. */
  static long hex(String text, int start, int end) {
    int from = text.startsWith("0x", start) || text.startsWith("0X", start) ? start + 2 : start;
    if (from >= end || end - from > 16) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Whether a text is all hexadecimal digits, so that {@link #hex} of all ones is no complaint. */
  static boolean isHex(String text, int start, int end) {
    int from = text.startsWith("0x", start) ? start + 2 : start;
    boolean isHex = from < end && end - from <= 16;
    for (int i = from; isHex && i < end; i++) {
      isHex = Character.digit(text.charAt(i), 16) >= 0;
    }
    return isHex;
  }
}
