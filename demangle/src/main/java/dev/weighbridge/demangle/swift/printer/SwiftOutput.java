package dev.weighbridge.demangle.swift.printer;

import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** The text so far. What nests too deep, takes too many steps or is too long is refused. */
final class SwiftOutput {
  private static final int LONGEST = 1_000_000;
  private static final int DEEPEST = 128;
  private static final int MOST_STEPS = 1_000_000;

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int steps;

  void put(String piece) {
    text.append(piece);
    if (text.length() > LONGEST) {
      throw new SwiftRefusal();
    }
  }

  int length() {
    return text.length();
  }

  void enter() {
    if (++depth > DEEPEST || ++steps > MOST_STEPS) {
      throw new SwiftRefusal();
    }
  }

  void leave() {
    depth--;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
