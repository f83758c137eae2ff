package dev.weighbridge.cargo;

import dev.weighbridge.cargo.CargoEdge.Purpose;
import dev.weighbridge.internal.config.ConfigTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which enabled features of a package ask for an optional dependency. */
final class FeatureNames {
  private static final String DEFAULT = "default";

  private final Optional<ConfigTable> declared;
  private final List<String> enabled;

  /**
   * The features of a package.
   *
   * @param table of the package
   * @param enabled those that this build has
   */
  FeatureNames(ConfigTable table, List<String> enabled) {
    declared = table.table("features");
    this.enabled = enabled;
  }

  /** An edge that features decide on, by what they call the dependency. */
  CargoEdge edge(int from, int to, Purpose purpose, List<String> names) {
    Set<String> asking = new TreeSet<>();
    for (String feature : enabled) {
      for (String asked : asked(feature)) {
        if (names.stream().anyMatch(name -> isFor(asked, name))) {
          asking.add(feature);
        }
      }
    }
    boolean isDefault = asking.stream().anyMatch(defaults()::contains);
    return new CargoEdge(from, to, purpose, true, List.copyOf(asking), isDefault);
  }

  /** What a feature enables. */
  private List<String> asked(String feature) {
    return declared.isPresent() && declared.get().has(feature)
        ? declared.get().texts(feature)
        : List.of();
  }

  /** Whether {@code dep:x}, {@code x} or {@code x/feature} asks for a dependency. */
  private static boolean isFor(String asked, String name) {
    int slash = asked.indexOf('/');
    return asked.equals("dep:" + name)
        || asked.equals(name)
        || (slash > 0 && asked.substring(0, slash).equals(name));
  }

  /** The default features and all that they enable, if they are enabled. */
  private Set<String> defaults() {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    if (enabled.contains(DEFAULT)) {
      open.add(DEFAULT);
    }
    while (!open.isEmpty()) {
      String feature = open.remove();
      if (found.add(feature)) {
        open.addAll(asked(feature));
      }
    }
    return found;
  }
}
