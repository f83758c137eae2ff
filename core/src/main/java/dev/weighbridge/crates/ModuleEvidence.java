package dev.weighbridge.crates;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.AnonymousNames;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the crates of anonymous data from that of other data of the same compiled module, which
 * shares a hash in its name even after link-time optimisation.
 */
final class ModuleEvidence {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final Owners owners;
  private final OwnerCrates crates;
  private final Map<String, Integer> crateOf = new HashMap<>();

  ModuleEvidence(Owners owners, OwnerCrates crates) {
    this.owners = owners;
    this.crates = crates;
  }

  /** Settles the owners without a crate among some that have no Rust name. */
  void settle(IntColumn nameless) {
    IntColumn open = new IntColumn(0);
    for (int i = 0; i < nameless.count(); i++) {
      Work.checkAt(i);
      int owner = nameless.get(i);
      String module = owners.isSymbol(owner) ? AnonymousNames.module(owners.text(owner)) : "";
      if (!module.isEmpty()) {
        vote(module, crates.crate(owner));
        open.add(owner);
      }
    }
    for (int i = 0; i < open.count(); i++) {
      int owner = open.get(i);
      int crate = crateOf.getOrDefault(AnonymousNames.module(owners.text(owner)), NONE);
      if (crates.crate(owner) < 0 && crate >= 0) {
        crates.settle(owner, crate, CrateEvidence.SAME_MODULE);
      }
    }
  }

  private void vote(String module, int crate) {
    int before = crateOf.getOrDefault(module, NONE);
    if (before == NONE || crate < 0) {
      crateOf.put(module, before == NONE ? crate : before);
    } else if (before != crate) {
      crateOf.put(module, SEVERAL);
    }
  }
}
