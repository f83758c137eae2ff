package dev.weighbridge.dimension;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Different texts, numbered as they come. */
final class TextIds {
  private final List<String> list = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a text. */
  int of(String text) {
    Integer known = numbers.putIfAbsent(text, list.size());
    if (known == null) {
      list.add(text);
      return list.size() - 1;
    }
    return known;
  }

  /** Labels of spans by the numbers of their texts, not to be changed afterwards. */
  Labels labels(int[] ofSpan) {
    return labels(ofSpan, text -> "");
  }

  /** The same, where a text may stand for something that has a version. */
  Labels labels(int[] ofSpan, UnaryOperator<String> version) {
    return made(ofSpan, version, label -> "");
  }

  /** The same, where a part of a text, told by its number, may stay when the rest changes. */
  Labels withItems(int[] ofSpan, IntFunction<String> item) {
    return made(ofSpan, text -> "", item);
  }

  private Labels made(int[] ofSpan, UnaryOperator<String> version, IntFunction<String> item) {
    return new Labels(list.size()) {
      @Override
      public int of(int span) {
        return ofSpan[span];
      }

      @Override
      public void fill(int from, int to, int[] ids) {
        System.arraycopy(ofSpan, from, ids, 0, to - from);
      }

      @Override
      public String text(int label) {
        return list.get(label);
      }

      @Override
      public String version(int label) {
        return version.apply(list.get(label));
      }

      @Override
      public String item(int label) {
        return item.apply(label);
      }
    };
  }
}
