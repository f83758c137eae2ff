package dev.weighbridge.cargo;

import dev.weighbridge.cargo.CargoEdge.Purpose;
import dev.weighbridge.internal.config.ConfigTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the JSON of {@code cargo metadata}, version 1: <a
 * href="https://doc.rust-lang.org/cargo/commands/cargo-metadata.html">its description</a>.
 */
final class MetadataReader {
  /** How the reader of documents gives a null. */
  private static final String NULL = "null";

  /** What a package can be as a library of others. */
  private static final Set<String> LIBRARIES =
      Set.of("lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro");

  /** What is a file of its own. */
  private static final Set<String> PROGRAMS = Set.of("bin", "cdylib", "dylib", "staticlib");

  private final ConfigTable document;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<ConfigTable> tables;
  private final List<CargoPackage> packages = new ArrayList<>();
  private final List<CargoEdge> edges = new ArrayList<>();

  MetadataReader(ConfigTable document) {
    this.document = document;
    tables = new ArrayList<>(document.tables("packages"));
    tables.sort(
        Comparator.comparing((ConfigTable table) -> table.requiredText("name"))
            .thenComparing(table -> table.requiredText("version"))
            .thenComparing(table -> table.requiredText("id")));
  }

  CargoGraph read() {
    ConfigTable resolve = document.table("resolve").orElseThrow();
    Map<String, ConfigTable> nodes = new HashMap<>();
    for (ConfigTable node : resolve.tables("nodes")) {
      nodes.put(node.requiredText("id"), node);
    }
    Set<String> members = new HashSet<>(document.texts("workspace_members"));
    for (ConfigTable table : tables) {
      String id = table.requiredText("id");
      indexes.put(id, packages.size());
      List<String> features = nodes.containsKey(id) ? nodes.get(id).texts("features") : List.of();
      packages.add(packageOf(table, features, members.contains(id)));
    }
    for (ConfigTable table : tables) {
      ConfigTable node = nodes.get(table.requiredText("id"));
      if (node != null) {
        edges(table, node);
      }
    }
    String root = resolve.text("root").orElse(NULL);
    OptionalInt index =
        indexes.containsKey(root) ? OptionalInt.of(indexes.get(root)) : OptionalInt.empty();
    return new CargoGraph(CargoGraph.Source.METADATA, packages, edges, index);
  }

  private CargoPackage packageOf(ConfigTable table, List<String> features, boolean isMember) {
    String name = table.requiredText("name");
    String crateName = CargoPackage.crateName(name);
    String libraryPath = "";
    boolean isMacro = false;
    List<String> programs = new ArrayList<>();
    for (ConfigTable target : table.tables("targets")) {
      Set<String> kinds = new HashSet<>(target.texts("kind"));
      String targetName = CargoPackage.crateName(target.requiredText("name"));
      if (kinds.stream().anyMatch(LIBRARIES::contains)) {
        crateName = targetName;
        libraryPath = target.text("src_path").orElse("");
        isMacro |= kinds.contains("proc-macro");
      }
      if (kinds.stream().anyMatch(PROGRAMS::contains)) {
        programs.add(targetName);
      }
    }
    String source = table.text("source").orElse(NULL);
    return new CargoPackage(
        packages.size(),
        name,
        table.requiredText("version"),
        source.equals(NULL) ? "" : source,
        crateName,
        libraryPath,
        programs,
        features.stream().sorted().toList(),
        isMacro,
        isMember);
  }

  private void edges(ConfigTable table, ConfigTable node) {
    int from = index(node, "id", node.requiredText("id"));
    for (ConfigTable dependency : node.tables("deps")) {
      int to = index(dependency, "pkg", dependency.requiredText("pkg"));
      EnumSet<Purpose> purposes = EnumSet.noneOf(Purpose.class);
      for (ConfigTable kind : dependency.tables("dep_kinds")) {
        purposes.add(purpose(kind));
      }
      String externName = dependency.text("name").orElse("");
      for (Purpose purpose : purposes) {
        List<String> names = optionalNames(table, packages.get(to), externName, purpose);
        edges.add(
            names.isEmpty()
                ? CargoEdge.plain(from, to, purpose)
                : new FeatureNames(table, packages.get(from).features())
                    .edge(from, to, purpose, names));
      }
    }
  }

  private int index(ConfigTable table, String key, String id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw table.fault(key, "the id of one of the packages");
    }
    return index;
  }

  private static Purpose purpose(ConfigTable kind) {
    return switch (kind.text("kind").orElse(NULL)) {
      case "build" -> Purpose.BUILD;
      case "dev" -> Purpose.DEV;
      case NULL, "normal" -> Purpose.NORMAL;
      default -> throw kind.fault("kind", "null, build or dev");
    };
  }

  /**
   * What features call a dependency that is declared optional for a purpose; none if some
   * declaration asks for it without a feature.
   */
  private static List<String> optionalNames(
      ConfigTable table, CargoPackage to, String externName, Purpose purpose) {
    List<String> names = new ArrayList<>();
    boolean isAlways = false;
    for (ConfigTable declared : table.tables("dependencies")) {
      String rename = declared.text("rename").orElse(NULL);
      String name = rename.equals(NULL) ? declared.requiredText("name") : rename;
      boolean isMeant =
          declared.requiredText("name").equals(to.name())
              && (rename.equals(NULL) || CargoPackage.crateName(rename).equals(externName))
              && purpose(declared) == purpose;
      isAlways |= isMeant && !declared.flag("optional");
      if (isMeant) {
        names.add(name);
      }
    }
    return isAlways ? List.of() : List.copyOf(names);
  }
}
