package dev.weighbridge.generics;

/**
 * What the names of several copies have in common.
 *
 * <p>Generic arguments are left out of each name; what is left differs at most in the type that a
 * blanket impl is used for, in one place, which is left out, too.
 */
final class CopyPattern {
  private static final String HOLE = "_";

  private String common;

  /** Where the part that differs starts in {@link #common}, and how much follows it; or -1. */
  private int holeStart = -1;

  private int tail;

  CopyPattern(String name) {
    common = new ArgumentText(name).bare();
  }

  /** Leaves out what the name of a further copy has differently. */
  void widen(String name) {
    String bare = new ArgumentText(name).bare();
    if (holeStart < 0 ? bare.equals(common) : matches(bare)) {
      return;
    }
    int head = holeStart < 0 ? common.length() : holeStart;
    int most = Math.min(head, bare.length());
    int start = 0;
    while (start < most && common.charAt(start) == bare.charAt(start)) {
      start++;
    }
    int limit = Math.min(common.length(), bare.length()) - start;
    limit = holeStart < 0 ? limit : Math.min(limit, tail);
    int end = 0;
    while (end < limit && last(common, end) == last(bare, end)) {
      end++;
    }
    holeStart = wholeHead(start);
    tail = wholeTail(common.length() - end);
  }

  private boolean matches(String bare) {
    return bare.length() >= holeStart + tail
        && bare.startsWith(common.substring(0, holeStart))
        && bare.endsWith(common.substring(common.length() - tail));
  }

  private static char last(String text, int fromEnd) {
    return text.charAt(text.length() - 1 - fromEnd);
  }

  /** Takes no part of a word or path with the head. */
  private int wholeHead(int start) {
    int at = start;
    while (at > 0 && isPath(common.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Takes no part of a word, path or argument list with the tail, which starts at a position. */
  private int wholeTail(int start) {
    int at = start;
    while (at < common.length() && (isPath(common.charAt(at)) || common.charAt(at) == '<')) {
      at = common.charAt(at) == '<' ? ArgumentText.close(common, at) : at + 1;
    }
    return common.length() - at;
  }

  private static boolean isPath(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':';
  }

  /** The pattern as text, with a blank line for each part that differs. */
  String label() {
    return holeStart < 0
        ? common
        : common.substring(0, holeStart) + HOLE + common.substring(common.length() - tail);
  }

  /** What a copy has in the places that are left out: {@code u8, alloc::alloc::Global}. */
  String arguments(String name) {
    ArgumentText text = new ArgumentText(name);
    return holeStart < 0 || !matches(text.bare())
        ? text.arguments()
        : text.arguments(holeStart, text.bare().length() - tail);
  }
}
