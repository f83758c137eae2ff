package dev.weighbridge.diff;

import java.util.Locale;

/** What became of a row from one build to the next. */
public enum DiffStatus {
  /** It is new. */
  ADDED,
  /** It is gone. */
  REMOVED,
  /** It has more bytes; in the file, or if it has as many there, in memory. */
  GROWN,
  /** It has fewer bytes; in the file, or if it has as many there, in memory. */
  SHRUNK,
  /** It has as many bytes and another name. */
  MOVED,
  /** It has as many bytes and the same name. */
  SAME;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** What became of something of one name that changed by so many bytes. */
  static DiffStatus ofChange(long fileSize, long memorySize) {
    long change = fileSize == 0 ? memorySize : fileSize;
    if (change == 0) {
      return SAME;
    }
    return change > 0 ? GROWN : SHRUNK;
  }

  /** The word used in machine output: {@code added}. */
  public String key() {
    return key;
  }
}
