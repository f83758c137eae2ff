package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/**
 * JSON on its way to where it is shown: characters that do not print as themselves are written as
 * escapes, which say the same, so that a terminal or an editor that shows the JSON comes to no
 * harm. In JSON they stand only in strings.
 */
final class SafeJson extends Writer {
  private static final char DELETE = 0x7F;

  private final Appendable out;

  /** The first half of a pair that ended a piece; 0 if there is none. */
  private char half;

  SafeJson(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int start, int count) throws IOException {
    int written = start;
    int end = start + count;
    for (int i = start; i < end; i++) {
      if (half != 0 || !isPlain(characters[i])) {
        pass(characters, written, i);
        written = i + 1;
        special(characters[i]);
      }
    }
    pass(characters, written, end);
  }

  private boolean isPlain(char c) {
    return c < DELETE || (!Character.isSurrogate(c) && SafeText.prints(c));
  }

  private void pass(char[] characters, int start, int end) throws IOException {
    if (start < end) {
      if (out instanceof Writer writer) {
        writer.write(characters, start, end - start);
      } else {
        out.append(CharBuffer.wrap(characters, start, end - start));
      }
    }
  }

  /** Writes one that is not plain, or that follows half of a pair. */
  private void special(char c) throws IOException {
    if (half != 0 && Character.isLowSurrogate(c)) {
      boolean prints = SafeText.prints(Character.toCodePoint(half, c));
      out.append(prints ? String.valueOf(new char[] {half, c}) : escaped(half) + escaped(c));
      half = 0;
      return;
    }
    endHalf();
    if (Character.isHighSurrogate(c)) {
      half = c;
    } else {
      out.append(isPlain(c) ? String.valueOf(c) : escaped(c));
    }
  }

  private void endHalf() throws IOException {
    if (half != 0) {
      out.append(escaped(half));
      half = 0;
    }
  }

  private static String escaped(char c) {
    return "\\u" + Integer.toHexString(0x1_0000 + c).substring(1);
  }

  @Override
  public void flush() {
    // Whoever owns the target flushes it.
  }

  @Override
  public void close() throws IOException {
    endHalf();
    // Whoever owns the target closes it.
  }
}
