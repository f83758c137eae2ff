package dev.weighbridge.lint.facts;

import dev.weighbridge.cargo.CargoPackage;
import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.PackageVersion;
import dev.weighbridge.lint.LintContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the packages of a program cost, where it is known what Cargo says of it. */
public final class PackageCosts {
  private PackageCosts() {}

  /** The dependencies of a program; empty if nothing tells its packages. */
  public static Optional<Dependencies> of(LintContext context) {
    boolean isKnown = CratePackages.areKnown(context.attribution(), context.query().cargo());
    return isKnown ? Optional.of(Dependencies.of(context.query())) : Optional.empty();
  }

  /**
   * The crates of packages that have bytes in several versions, of which Cargo tells more than
   * names do: who asks for each.
   */
  public static Set<String> versioned(LintContext context) {
    Map<String, Set<String>> versions = new HashMap<>();
    Optional<Dependencies> known = of(context).filter(Dependencies::isNamed);
    for (PackageVersion one : known.map(Dependencies::versions).orElse(List.of())) {
      if (one.fileSize() + one.openSize() > 0) {
        versions.computeIfAbsent(one.name(), none -> new HashSet<>()).add(one.version());
      }
    }
    Set<String> crates = new HashSet<>();
    for (CargoPackage one : known.map(all -> all.linked().packages()).orElse(List.of())) {
      if (versions.getOrDefault(one.name(), Set.of()).size() > 1) {
        crates.add(one.crateName());
      }
    }
    return crates;
  }
}
