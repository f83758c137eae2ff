package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.List;

/** The bytes of one line of hexadecimal digits. */
final class HexRecord {
  private final String name;
  private final int line;
  private final int[] bytes;

  /**
   * Reads a line.
   *
   * @param from where its digits begin
   */
  HexRecord(String name, int line, String text, int from) {
    this.name = name;
    this.line = line;
    int digits = text.length() - from;
    if (digits < 2 || digits % 2 != 0) {
      throw wrong("pairs of hexadecimal digits", digits + " of them");
    }
    bytes = new int[digits / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(text.charAt(from + 2 * i), 16);
      int low = Character.digit(text.charAt(from + 2 * i + 1), 16);
      if (high < 0 || low < 0) {
        throw wrong("pairs of hexadecimal digits", "'" + text.strip() + "'");
      }
      bytes[i] = high << 4 | low;
    }
  }

  /**
   * Refuses what stands behind the record that ends an image: whatever writes such an image to
   * flash would leave it out.
   *
   * @param end the line of that record, from 1
   */
  static void refuseAfter(String name, List<String> lines, int end) {
    for (int i = end; i < lines.size(); i++) {
      // Old systems end a text with a control character.
      String line = lines.get(i).trim();
      if (!line.isEmpty()) {
        throw new MalformedBinaryException(
            name + ": line " + (i + 1),
            -1,
            "nothing behind the record in line " + end + ", which ends the image",
            "'" + line + "'");
      }
    }
  }

  /** A number of bytes for errors. */
  static String bytes(int count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }

  int count() {
    return bytes.length;
  }

  int at(int index) {
    return bytes[index];
  }

  /** A number of some bytes, the most significant first. */
  long number(int from, int count) {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | bytes[i];
    }
    return value;
  }

  byte[] data(int from, int to) {
    byte[] data = new byte[to - from];
    for (int i = from; i < to; i++) {
      data[i - from] = (byte) bytes[i];
    }
    return data;
  }

  /** The lowest eight bits of the sum of all bytes. */
  int sum() {
    int sum = 0;
    for (int value : bytes) {
      sum += value;
    }
    return sum & 0xFF;
  }

  MalformedBinaryException wrong(String expected, String found) {
    return new MalformedBinaryException(name + ": line " + line, -1, expected, found);
  }
}
