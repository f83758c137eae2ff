package dev.weighbridge.dimension;

import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.golang.GoBuildInformation;
import dev.weighbridge.golang.GoModules;
import dev.weighbridge.query.Query;

/**
 * Groups by package and version: {@code leaf 0.9.1}; in Go by module and version. Crates that Cargo
 * does not know stay.
 */
final class CrateVersionDimension implements Dimension {
  @Override
  public String name() {
    return "crate-version";
  }

  @Override
  public boolean hasCrates() {
    return true;
  }

  @Override
  public Labels labels(Query query) {
    if (!CratePackages.areKnown(query.attribution(), query.cargo())) {
      GoModules modules = new GoModules(GoBuildInformation.of(query.attribution()));
      if (modules.areKnown()) {
        CrateTable crates = query.crates();
        return PackageLabels.of(query, crates, row -> modules.label(crates.crate(row).name()));
      }
    }
    CratePackages packages = query.cargoPackages();
    return PackageLabels.of(query, packages.crates(), packages::label);
  }
}
