package dev.weighbridge.demangle.itanium.reader;

import java.util.Arrays;

/** The parts of a name that later parts may refer to (5.1.10), in their order. */
final class ItaniumSubstitutions {
  private int[] candidates = new int[64];
  private int count;

  void clear() {
    count = 0;
  }

  /** Makes a node a candidate and passes it on. */
  int add(int node) {
    if (count == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * count);
    }
    candidates[count++] = node;
    return node;
  }

  /** Takes the newest candidate back. */
  void dropLast() {
    count--;
  }

  int count() {
    return count;
  }

  /** Goes back to an earlier count. */
  void truncate(int newCount) {
    count = newCount;
  }

  int get(int index) {
    return candidates[index];
  }
}
