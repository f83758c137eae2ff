package dev.weighbridge.generics;

/**
 * A readable name taken apart: the name without generic arguments, and these.
 *
 * <p>Arguments stand in angle brackets behind a word or {@code ::}; other angle brackets hold the
 * type and trait of an impl and stay: {@code <Vec<u8> as Debug>::fmt} is {@code <Vec<_> as
 * Debug>::fmt} and {@code u8}.
 */
final class ArgumentText {
  private static final String SEPARATOR = ", ";
  private static final String BINDER = "for";

  private final String name;
  private final StringBuilder bare = new StringBuilder();
  private final StringBuilder arguments = new StringBuilder();

  /** Positions in the bare name at which arguments were left out, and in the name itself. */
  private final int[] holes;

  private int holeCount;

  ArgumentText(String name) {
    this.name = name;
    holes = new int[3 * (int) name.chars().filter(c -> c == '<').count()];
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at);
      bare.append(c);
      at++;
      if (c == '<' && opensArguments(at - 1)) {
        int close = close(name, at - 1) - 1;
        if (close > at) {
          leaveOut(at, close);
          at = close;
        }
      }
    }
  }

  private void leaveOut(int from, int to) {
    holes[3 * holeCount] = bare.length();
    holes[3 * holeCount + 1] = from;
    holes[3 * holeCount + 2] = to;
    holeCount++;
    bare.append('_');
    arguments.append(arguments.length() == 0 ? "" : SEPARATOR).append(name, from, to);
  }

  private boolean opensArguments(int at) {
    if (at == 0) {
      return false;
    }
    char before = name.charAt(at - 1);
    boolean isBinder = name.startsWith(BINDER, at - BINDER.length()) && !isWord(at - 4);
    return (before == ':' || isWord(at - 1)) && !isBinder;
  }

  private boolean isWord(int at) {
    return at >= 0 && (Character.isLetterOrDigit(name.charAt(at)) || name.charAt(at) == '_');
  }

  /** The position behind the bracket that closes the one at a position; the end if none does. */
  static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>' && text.charAt(i - 1) != '-' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** The name with {@code _} for the generic arguments. */
  String bare() {
    return bare.toString();
  }

  /** All generic arguments. */
  String arguments() {
    return arguments.toString();
  }

  /** The generic arguments and, as a whole, what stands in a range of the bare name. */
  String arguments(int from, int to) {
    StringBuilder text = new StringBuilder();
    boolean isRangeDone = false;
    for (int i = 0; i <= holeCount; i++) {
      int place = i < holeCount ? holes[3 * i] : Integer.MAX_VALUE;
      if (!isRangeDone && place >= to) {
        add(text, inName(from), inName(to));
        isRangeDone = true;
      }
      if (i < holeCount && (place < from || place >= to)) {
        add(text, holes[3 * i + 1], holes[3 * i + 2]);
      }
    }
    return text.toString();
  }

  private void add(StringBuilder text, int from, int to) {
    text.append(text.length() == 0 ? "" : SEPARATOR).append(name, from, to);
  }

  /** The position in the name of one in the bare name that is not inside what was left out. */
  private int inName(int position) {
    int shift = 0;
    for (int i = 0; i < holeCount && holes[3 * i] < position; i++) {
      shift += holes[3 * i + 2] - holes[3 * i + 1] - 1;
    }
    return position + shift;
  }
}
