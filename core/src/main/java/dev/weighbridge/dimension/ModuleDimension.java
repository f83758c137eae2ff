package dev.weighbridge.dimension;

import dev.weighbridge.crates.ModuleTable;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups by module path, whole or cut to its first names; what has no module has the label of its
 * crate.
 */
final class ModuleDimension implements Dimension {
  /** More names than a path has. */
  static final int WHOLE = Integer.MAX_VALUE;

  private static final String SEPARATOR = "::";

  /** Between the names of paths of Go. */
  private static final String SLASH = "/";

  private final int depth;

  /**
   * Groups by the first names of module paths.
   *
   * @param depth how many names, the crate's included
   */
  ModuleDimension(int depth) {
    this.depth = depth;
  }

  @Override
  public String name() {
    return depth == WHOLE ? "module" : "module:" + depth;
  }

  @Override
  public Labels labels(Query query) {
    ModuleTable modules = ModuleTable.of(query.attribution());
    Labels crates = new CrateDimension().labels(query);
    Texts texts = new Texts();
    int[] ofModule = new int[modules.count()];
    for (int module = 0; module < ofModule.length; module++) {
      ofModule[module] = texts.number(cut(modules.label(module)));
    }
    int[] ofCrate = new int[crates.count()];
    for (int crate = 0; crate < ofCrate.length; crate++) {
      ofCrate[crate] = texts.number(crates.text(crate));
    }
    return new Labels(texts.list.size()) {
      @Override
      public int of(int span) {
        int module = modules.ofOwner(query.payer(span));
        return module < 0 ? ofCrate[crates.of(span)] : ofModule[module];
      }

      @Override
      public String text(int label) {
        return texts.list.get(label);
      }
    };
  }

  /** Different texts, numbered as they come. */
  private static final class Texts {
    final List<String> list = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String text) {
      Integer known = numbers.putIfAbsent(text, list.size());
      if (known == null) {
        list.add(text);
      }
      return known == null ? list.size() - 1 : known;
    }
  }

  private String cut(String path) {
    String separator = path.contains(SLASH) && !path.contains(SEPARATOR) ? SLASH : SEPARATOR;
    int end = -separator.length();
    for (int names = 0; names < depth; names++) {
      end = path.indexOf(separator, end + separator.length());
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, end);
  }
}
