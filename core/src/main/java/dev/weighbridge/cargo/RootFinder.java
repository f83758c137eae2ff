package dev.weighbridge.cargo;

import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the package that a program is made of where Cargo does not tell, because a workspace has
 * several: by the name of the file, or else by the crate of it that is in the program.
 */
final class RootFinder {
  private static final Pattern NUMBER = Pattern.compile("-[0-9a-f]{16}$");

  private final CargoGraph graph;
  private final String program;
  private final Set<String> crateNames = new HashSet<>();

  RootFinder(CargoGraph graph, CrateTable crates, String program) {
    this.graph = graph;
    this.program = program;
    for (int row = 0; row < crates.count(); row++) {
      if (crates.crate(row).origin() == CrateOrigin.USER) {
        crateNames.add(crates.crate(row).name());
      }
    }
  }

  int find() {
    if (graph.root().isPresent()) {
      return graph.root().getAsInt();
    }
    String stem = stem();
    List<CargoPackage> candidates = graph.packages().stream().filter(this::isCandidate).toList();
    List<CargoPackage> named = some(candidates, one -> one.programs().contains(stem));
    List<CargoPackage> present =
        some(candidates, one -> one.programs().stream().anyMatch(crateNames::contains));
    List<CargoPackage> library =
        some(graph.packages(), one -> one.isMember() && one.crateName().equals(stem));
    for (List<CargoPackage> found : List.of(named, library, present, candidates)) {
      if (found.size() == 1) {
        return found.get(0).index();
      }
    }
    String names =
        candidates.stream().limit(8).map(CargoPackage::name).collect(Collectors.joining(", "));
    throw new UnsupportedBinaryException(
        "packages of " + program,
        -1,
        "one package of the workspace that makes " + stem,
        candidates.isEmpty() ? "none that makes a program" : names);
  }

  private static List<CargoPackage> some(List<CargoPackage> all, Predicate<CargoPackage> isMeant) {
    return all.stream().filter(isMeant).toList();
  }

  /** A lock does not tell libraries from programs, but what others need is seldom a program. */
  private boolean isCandidate(CargoPackage one) {
    boolean isNeeded =
        graph.source() == CargoGraph.Source.LOCK
            && graph.edges().stream().anyMatch(edge -> edge.to() == one.index());
    return one.isMember() && !one.programs().isEmpty() && !isNeeded;
  }

  /** The name of a program or library without what systems put around it. */
  private String stem() {
    int dot = program.indexOf('.');
    String stem = dot > 0 ? program.substring(0, dot) : program;
    boolean isLibrary = stem.startsWith("lib") && dot > 0;
    stem = isLibrary ? stem.substring("lib".length()) : stem;
    // What lies in deps, as libraries and tests do, has a number behind its name.
    return CargoPackage.crateName(NUMBER.matcher(stem).replaceFirst(""));
  }
}
