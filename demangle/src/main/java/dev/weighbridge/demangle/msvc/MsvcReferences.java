package dev.weighbridge.demangle.msvc;

import java.util.ArrayList;
import java.util.List;

/** What digits refer back to: the first ten names, and the first ten types of parameters. */
final class MsvcReferences {
  private static final int MOST = 10;

  private final List<String> keys = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  /**
   * Keeps a name, each once.
   *
   * @param key what it is mangled as
   * @param text how it is written
   */
  void name(String key, String text) {
    if (names.size() < MOST && !keys.contains(key)) {
      keys.add(key);
      names.add(text);
    }
  }

  String name(int number) {
    return get(names, number);
  }

  void add(String type, int most) {
    if (types.size() < most) {
      types.add(type);
    }
  }

  String type(int number) {
    return get(types, number);
  }

  private static String get(List<String> list, int number) {
    if (number >= list.size()) {
      throw new MsvcRefusal();
    }
    return list.get(number);
  }
}
