package dev.weighbridge.category;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds which of many words occur in a name, in one pass over its bytes however many words there
 * are (Aho and Corasick, 1975).
 */
final class WordFinder {
  /** Letters, digits and the underscore, and one more for all other bytes. */
  private static final int CLASSES = 64;

  private static final byte[] CLASS_OF = classes();

  private final int words;
  private int states = 1;
  private int[] next = new int[CLASSES];

  /** For each state its words, as a chain: the state's own, then those of the state it falls to. */
  private int[] wordOf = {-1};

  private int[] fallback = new int[1];

  /** Prepares to find words of letters, digits and underscores; an empty word is never found. */
  WordFinder(List<String> words) {
    this.words = words.size();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isEmpty()) {
        insert(words.get(i), i);
      }
    }
    link();
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    int last = 0;
    for (int c = 0; c < 128; c++) {
      if (Character.isLetterOrDigit(c) || c == '_') {
        classes[c] = (byte) ++last;
      }
    }
    return classes;
  }

  private void insert(String word, int number) {
    int state = 0;
    for (byte c : word.getBytes(StandardCharsets.US_ASCII)) {
      int edge = state * CLASSES + CLASS_OF[c & 0xFF];
      if (next[edge] == 0) {
        next = Arrays.copyOf(next, Math.max(next.length, (states + 1) * CLASSES));
        wordOf = Arrays.copyOf(wordOf, states + 1);
        wordOf[states] = -1;
        next[edge] = states++;
      }
      state = next[edge];
    }
    wordOf[state] = number;
  }

  /** Completes the edges, level by level, so that reading never has to go back. */
  private void link() {
    fallback = new int[states];
    Deque<Integer> open = new ArrayDeque<>();
    for (int c = 0; c < CLASSES; c++) {
      if (next[c] != 0) {
        open.add(next[c]);
      }
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int c = 0; c < CLASSES; c++) {
        int edge = state * CLASSES + c;
        int fallen = next[fallback[state] * CLASSES + c];
        if (next[edge] == 0) {
          next[edge] = fallen;
        } else {
          fallback[next[edge]] = fallen;
          open.add(next[edge]);
        }
      }
    }
    for (int edge = 0; edge < states; edge++) {
      next[edge * CLASSES] = 0;
    }
  }

  /** Marks the words that occur in the first bytes of a name; others lose their mark. */
  void find(byte[] name, int length, boolean[] found) {
    Arrays.fill(found, 0, words, false);
    int state = 0;
    for (int i = 0; i < length; i++) {
      state = next[state * CLASSES + CLASS_OF[name[i] & 0xFF]];
      for (int at = state; at != 0; at = fallback[at]) {
        if (wordOf[at] >= 0) {
          found[wordOf[at]] = true;
        }
      }
    }
  }
}
