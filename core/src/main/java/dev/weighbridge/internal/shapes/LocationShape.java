package dev.weighbridge.internal.shapes;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Recognises {@code core::panic::Location} records: a pointer to a path, its length, a line and a
 * column, 24 bytes on 64-bit machines and 16 on 32-bit ones.
 *
 * <p>The layout is not promised by the language but has been the same since Rust 1.42: {@code file:
 * &str, line: u32, col: u32}. A record counts if its path ends as one of a Rust source does, or is
 * the word that {@code -Zlocation-detail=none} puts in its place.
 */
public final class LocationShape {
  private static final long MAX_PATH = 4096;
  private static final long MAX_LINE = 1 << 24;
  private static final long MAX_COLUMN = 1 << 16;
  private static final byte[] SUFFIX = ".rs".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REDACTED = "<redacted>".getBytes(StandardCharsets.US_ASCII);

  private final Bytes file;
  private final Pointers pointers;

  /** Looks in a file, by the pointers of its data. */
  public LocationShape(Bytes file, Pointers pointers) {
    this.file = file;
    this.pointers = pointers;
  }

  /** Bytes of a record. */
  public int length() {
    return 2 * pointers.wordSize() + 8;
  }

  /** Whether a record stands at a place that lies with all its bytes in the file. */
  public boolean isAt(long place) {
    int word = pointers.wordSize();
    long length = pathLength(place);
    if (length <= 0 || length > MAX_PATH) {
      return false;
    }
    long line = pointers.u32(place + 2L * word);
    long column = pointers.u32(place + 2L * word + 4);
    if (line > MAX_LINE || column > MAX_COLUMN) {
      return false;
    }
    long path = path(place);
    return path >= 0
        && file.contains(path, length)
        && (line > 0 ? endsLikeSource(path + length, length) : is(REDACTED, path, length))
        && isText(path, path + length)
        && pointers.isNumber(place + word)
        && pointers.isNumber(place + 2L * word);
  }

  /** Where the path of a record starts; -1 if nowhere in this file. */
  public long path(long place) {
    return pointers.target(place);
  }

  /** Bytes of the path of a record. */
  public long pathLength(long place) {
    return pointers.word(place + pointers.wordSize());
  }

  private boolean endsLikeSource(long end, long length) {
    boolean isLong = length > SUFFIX.length;
    return isLong && (matches(SUFFIX, end - SUFFIX.length) || is(REDACTED, end - length, length));
  }

  private boolean is(byte[] text, long start, long length) {
    return length == text.length && matches(text, start);
  }

  private boolean matches(byte[] text, long start) {
    for (int i = 0; i < text.length; i++) {
      if (file.u8(start + i) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isText(long start, long end) {
    for (long at = start; at < end; at++) {
      int c = file.u8(at);
      if (c < ' ' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
