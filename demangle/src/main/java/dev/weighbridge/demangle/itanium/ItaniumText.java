package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.itanium.printer.ItaniumPrinter;
import dev.weighbridge.demangle.itanium.reader.ItaniumReader;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import java.util.Arrays;

/** Writes the readable form of names: reads all of a name, then writes what was read. */
public final class ItaniumText {
  private static final byte[] CLONE = Ascii.bytes(" [clone ");

  /** What GCC puts before the name of what the unwinder refers to through a pointer. */
  private static final byte[] REFERENCE = Ascii.bytes("DW.ref.");

  private final ItaniumReader reader = new ItaniumReader();
  private final ItaniumPrinter printer = new ItaniumPrinter(reader.nodes());

  /**
   * Appends the readable form of a name.
   *
   * @return false if it is not Itanium C++; then nothing is appended
   */
  public boolean append(byte[] bytes, int from, int to, Utf8Buffer out) {
    int start = isReference(bytes, from, to) ? from + REFERENCE.length : from;
    int node = reader.read(bytes, start, to);
    if (node < 0 || LegacyRustName.is(reader.nodes(), node, bytes)) {
      return false;
    }
    int before = out.length();
    out.put(bytes, from, start - from);
    if (!printer.print(node, bytes, out)) {
      out.truncate(before);
      return false;
    }
    appendSuffixes(bytes, reader.suffixStart(), to, out);
    return true;
  }

  private static boolean isReference(byte[] bytes, int from, int to) {
    int end = from + REFERENCE.length;
    return end < to && Arrays.equals(bytes, from, end, REFERENCE, 0, REFERENCE.length);
  }

  /**
   * Writes {@code .part.0.cold} as {@code [clone .part.0] [clone .cold]}, and a version as it is.
   */
  private static void appendSuffixes(byte[] bytes, int from, int end, Utf8Buffer out) {
    int at = from;
    while (at < end && bytes[at] == '.') {
      int start = at++;
      while (at < end && isWordPart(bytes, at, end)) {
        at++;
      }
      out.put(CLONE);
      out.put(bytes, start, at - start);
      out.put(']');
    }
    out.put(bytes, at, end - at);
  }

  /** A suffix is a word and the numbers behind it. */
  private static boolean isWordPart(byte[] bytes, int at, int end) {
    boolean isNumbered = bytes[at] == '.' && at + 1 < end;
    return bytes[at] != '@' && (bytes[at] != '.' || (isNumbered && Ascii.isDigit(bytes[at + 1])));
  }
}
