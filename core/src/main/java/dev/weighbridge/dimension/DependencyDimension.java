package dev.weighbridge.dimension;

import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.cargo.LinkedVia;
import dev.weighbridge.query.Query;

/** Groups by the direct dependency that leads to each crate. */
final class DependencyDimension implements Dimension {
  @Override
  public String name() {
    return "dependency";
  }

  @Override
  public boolean hasCrates() {
    return true;
  }

  @Override
  public Labels labels(Query query) {
    CratePackages packages = query.cargoPackages();
    LinkedVia via = new LinkedVia(packages);
    return PackageLabels.of(query, packages.crates(), via::label);
  }
}
