package dev.weighbridge.diff;

import java.util.Locale;

/** What became of a row from one build to the next. */
public enum DiffStatus {
  /** It is new. */
  ADDED,
  /** It is gone. */
  REMOVED,
  /** It has more of the first measure that differs; usually bytes in the file, then in memory. */
  GROWN,
  /** It has less of the first measure that differs. */
  SHRUNK,
  /** It has as much of all measures and another name; or it is below another row than before. */
  MOVED,
  /** It has as much of all measures and the same name. */
  SAME;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** What became of something of one name that changed by so much. */
  static DiffStatus ofChange(long change) {
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
