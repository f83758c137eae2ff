package dev.weighbridge.dimension;

import dev.weighbridge.cargo.CargoPackage;
import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.golang.GoBuildInformation;
import dev.weighbridge.golang.GoModules;
import dev.weighbridge.query.Query;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;

/** The versions of crates as what builds have left in the file, or beside it, says them. */
final class BuildVersions {
  private BuildVersions() {}

  /** A text for each row of the crates, empty where the version is not known. */
  static IntFunction<String> of(Query query) {
    if (CratePackages.areKnown(query.attribution(), query.cargo())) {
      try {
        return ofCargo(query.cargoPackages());
      } catch (BinaryException e) {
        // What Cargo left is damaged, or of another program: then no version is told.
        return row -> "";
      }
    }
    GoModules modules = new GoModules(GoBuildInformation.of(query.attribution()));
    return modules.areKnown() ? ofGo(query.crates(), modules) : row -> "";
  }

  private static IntFunction<String> ofCargo(CratePackages packages) {
    return row -> {
      Set<String> versions = new LinkedHashSet<>();
      for (CargoPackage one : packages.of(row)) {
        versions.add(one.version());
      }
      return String.join(" or ", versions);
    };
  }

  private static IntFunction<String> ofGo(CrateTable crates, GoModules modules) {
    return row -> {
      String name = crates.crate(row).name();
      String label = modules.label(name);
      return label.length() > name.length() ? label.substring(name.length()).strip() : "";
    };
  }
}
