package dev.weighbridge.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by dense numbers, each once. */
final class TextPool {
  /** The number of no text. */
  static final int NONE = -1;

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a text; that of the empty one is {@link #NONE}. */
  int number(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    Integer known = numbers.get(text);
    if (known == null) {
      known = texts.size();
      numbers.put(text, known);
      texts.add(text);
    }
    return known;
  }

  String text(int number) {
    return texts.get(number);
  }
}
