package dev.weighbridge.dimension;

import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.query.Query;

/** Groups by package and version: {@code leaf 0.9.1}. Crates that Cargo does not know stay. */
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
    CratePackages packages = query.cargoPackages();
    return PackageLabels.of(query, packages.crates(), packages::label);
  }
}
