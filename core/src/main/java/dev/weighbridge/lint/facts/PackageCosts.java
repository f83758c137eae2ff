package dev.weighbridge.lint.facts;

import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.lint.LintContext;
import java.util.Optional;

/** What the packages of a program cost, where it is known what Cargo says of it. */
public final class PackageCosts {
  private PackageCosts() {}

  /** The dependencies of a program; empty if nothing tells its packages. */
  public static Optional<Dependencies> of(LintContext context) {
    boolean isKnown = CratePackages.areKnown(context.attribution(), context.query().cargo());
    return isKnown ? Optional.of(Dependencies.of(context.query())) : Optional.empty();
  }
}
