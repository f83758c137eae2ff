package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.demangle.CrateRange;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustNameReader;
import java.util.Arrays;

/** Reads the names of all symbols that have bytes, each once, for the crates they mention. */
final class NameEvidence {
  private final Owners owners;
  private final CratePolicy policy;
  private final CrateRows crates;
  private final int[] crateOf;
  private final byte[] evidenceOf;
  private final RustNameReader reader = new RustNameReader();
  private int plain = -1;
  private final SymbolNames names = new SymbolNames();

  NameEvidence(Attribution attribution, CratePolicy policy, CrateRows crates) {
    this.owners = attribution.owners();
    this.policy = policy;
    this.crates = crates;
    crateOf = new int[owners.count()];
    evidenceOf = new byte[owners.count()];
    Arrays.fill(crateOf, -1);
    Arrays.fill(evidenceOf, (byte) CrateEvidence.NONE.ordinal());
    boolean[] isPayer = payers(attribution.partition(), owners.count());
    for (int owner = 0; owner < isPayer.length; owner++) {
      if (isPayer[owner] && owners.isSymbol(owner)) {
        read(owner);
      }
    }
  }

  private static boolean[] payers(Partition partition, int count) {
    boolean[] isPayer = new boolean[count];
    for (int span = 0; span < partition.spanCount(); span++) {
      isPayer[partition.owner(span)] = true;
      int subject = partition.subject(span);
      if (subject >= 0) {
        isPayer[subject] = true;
      }
    }
    return isPayer;
  }

  private void read(int owner) {
    if (!reader.read(names.of(owners.symbols(owner), owners.symbolRow(owner)))) {
      settle(owner, plain(), CrateEvidence.PLAIN_NAME);
      return;
    }
    CrateRange crate = crate();
    if (crate.isPresent()) {
      boolean isV0 = reader.scheme() == ManglingScheme.V0;
      CrateEvidence evidence = isV0 ? CrateEvidence.V0_NAME : CrateEvidence.LEGACY_NAME;
      settle(owner, crates.of(crate), evidence);
    }
  }

  private void settle(int owner, int crate, CrateEvidence evidence) {
    crateOf[owner] = crate;
    evidenceOf[owner] = (byte) evidence.ordinal();
  }

  /** The row of what is not Rust and whose origin nothing tells. */
  private int plain() {
    if (plain < 0) {
      plain = crates.add("[C/C++]", 0, CrateOrigin.NATIVE);
    }
    return plain;
  }

  private CrateRange crate() {
    if (policy == CratePolicy.RESPONSIBLE) {
      return reader.responsibleCrate();
    }
    CrateRange instantiating = reader.instantiatingCrate();
    boolean isCopy = policy == CratePolicy.INSTANTIATING && instantiating.isPresent();
    return isCopy ? instantiating : reader.definingCrate();
  }

  /** Row of the crate of each owner, -1 if its name tells none. */
  int[] crateOf() {
    return crateOf;
  }

  /** The ordinal of the evidence for each owner. */
  byte[] evidenceOf() {
    return evidenceOf;
  }
}
