package dev.weighbridge.crates;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.SwiftNames;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.columns.IntColumn;
import java.util.HashMap;
import java.util.Map;

/** Takes modules of Swift for crates. */
final class SwiftEvidence {
  private final Owners owners;
  private final CrateRows crates;
  private final OwnerCrates found;

  SwiftEvidence(Owners owners, CrateRows crates, OwnerCrates found) {
    this.owners = owners;
    this.crates = crates;
    this.found = found;
  }

  /** Settles the owners that have names of Swift, among some that have none of Rust. */
  void settle(IntColumn nameless) {
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < nameless.count(); i++) {
      int owner = nameless.get(i);
      String module = found.crate(owner) < 0 ? SwiftNames.module(owners, owner) : "";
      if (!module.isEmpty()) {
        found.settle(owner, rows.computeIfAbsent(module, this::row), CrateEvidence.PACKAGE_PATH);
      }
    }
  }

  private int row(String module) {
    CrateOrigin origin = SwiftNames.isStandard(module) ? CrateOrigin.STANDARD : CrateOrigin.USER;
    return crates.of(new CrateName(module, 0), origin);
  }
}
