package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.golang.GoBuildInformation;
import dev.weighbridge.golang.GoModules;
import dev.weighbridge.golang.GoName;
import dev.weighbridge.golang.GoPackages;
import java.util.Arrays;

/** Tells the modules of Go, which are to packages what crates are to modules of Rust. */
final class GoEvidence {
  private final Attribution attribution;
  private final CrateRows crates;
  private final OwnerCrates found;

  GoEvidence(Attribution attribution, CrateRows crates, OwnerCrates found) {
    this.attribution = attribution;
    this.crates = crates;
    this.found = found;
  }

  /** Settles the owners that have names of Go, among some that have none of Rust. */
  void settle(IntColumn nameless) {
    GoPackages packages = GoPackages.of(attribution);
    if (packages.count() == 0) {
      return;
    }
    int[] rowOf = new int[packages.count()];
    Arrays.fill(rowOf, -1);
    GoModules modules = new GoModules(GoBuildInformation.of(attribution));
    for (int i = 0; i < nameless.count(); i++) {
      int owner = nameless.get(i);
      int of = packages.ofOwner(owner);
      if (of >= 0 && found.crate(owner) < 0) {
        rowOf[of] = rowOf[of] < 0 ? row(modules, packages.path(of)) : rowOf[of];
        found.settle(owner, rowOf[of], CrateEvidence.PACKAGE_PATH);
      }
    }
  }

  private int row(GoModules modules, String path) {
    if (path.equals(GoName.TYPE_ALGORITHMS)) {
      return crates.of(new CrateName(path, 0), CrateOrigin.NATIVE);
    }
    String module = modules.moduleOf(path);
    CrateOrigin origin = modules.isStandard(module) ? CrateOrigin.STANDARD : CrateOrigin.USER;
    return crates.of(new CrateName(module, 0), origin);
  }
}
