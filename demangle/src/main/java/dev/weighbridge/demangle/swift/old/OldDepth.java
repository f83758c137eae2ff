package dev.weighbridge.demangle.swift.old;

import dev.weighbridge.demangle.swift.tree.SwiftRefusal;

/** How deep names are in names. */
final class OldDepth {
  private static final int DEEPEST = 128;

  private int depth;

  void enter() {
    if (++depth > DEEPEST) {
      throw new SwiftRefusal();
    }
  }

  void leave() {
    depth--;
  }
}
