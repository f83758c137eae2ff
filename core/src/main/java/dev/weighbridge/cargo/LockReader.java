package dev.weighbridge.cargo;

import dev.weighbridge.cargo.CargoEdge.Purpose;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.config.ConfigTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads a {@code Cargo.lock}. It knows versions of everything that a build of the workspace may
 * need, on any platform and for any purpose, and no features: all its edges count as normal ones.
 */
final class LockReader {
  private final ConfigTable document;
  private final List<CargoPackage> packages = new ArrayList<>();
  private final List<CargoEdge> edges = new ArrayList<>();

  /** Indexes by name; those of names that are there once, too; by name, version and source. */
  private final Map<String, Integer> indexes = new HashMap<>();

  LockReader(ConfigTable document) {
    this.document = document;
  }

  CargoGraph read() {
    List<ConfigTable> tables = document.tables("package");
    Map<String, Integer> counts = new HashMap<>();
    for (ConfigTable table : tables) {
      String name = table.requiredText("name");
      String version = table.requiredText("version");
      String source = table.text("source").orElse("");
      int index = packages.size();
      counts.merge(name, 1, Integer::sum);
      indexes.put(name, index);
      indexes.put(name + " " + version, index);
      indexes.put(name + " " + version + " (" + source + ")", index);
      String crateName = CargoPackage.crateName(name);
      boolean isMember = source.isEmpty();
      packages.add(
          new CargoPackage(
              index,
              name,
              version,
              source,
              crateName,
              "",
              isMember ? List.of(crateName) : List.of(),
              List.of(),
              false,
              isMember));
    }
    for (int from = 0; from < tables.size(); from++) {
      for (String needed : tables.get(from).texts("dependencies")) {
        Integer to = indexes.get(needed);
        if (to == null || (counts.containsKey(needed) && counts.get(needed) > 1)) {
          String place = tables.get(from).place("dependencies");
          throw new ConfigException(place, "a package of the lock", "'" + needed + "'");
        }
        edges.add(CargoEdge.plain(from, to, Purpose.NORMAL));
      }
    }
    return new CargoGraph(CargoGraph.Source.LOCK, packages, edges, OptionalInt.empty());
  }
}
