package dev.weighbridge.crates;

import java.util.Arrays;
import java.util.BitSet;

/** The crate of each owner as far as it is known by now, and how it is known. */
final class OwnerCrates {
  private final CratePolicy policy;
  private final UnitEvidence units;
  private final int[] crateOf;
  private final byte[] evidenceOf;
  private final BitSet namesCompiler = new BitSet();

  /** Of none of so many owners anything is known. */
  OwnerCrates(int owners, CratePolicy policy, UnitEvidence units) {
    this.policy = policy;
    this.units = units;
    crateOf = new int[owners];
    evidenceOf = new byte[owners];
    Arrays.fill(crateOf, -1);
    Arrays.fill(evidenceOf, (byte) CrateEvidence.NONE.ordinal());
  }

  /** How many owners there are. */
  int count() {
    return crateOf.length;
  }

  /** The crate of an owner so far, -1 if unknown. */
  int crate(int owner) {
    return crateOf[owner];
  }

  /** How the crate of an owner is known. */
  CrateEvidence evidence(int owner) {
    return CrateEvidence.of(evidenceOf[owner]);
  }

  /** Decides on the crate of an owner. */
  void settle(int owner, int crate, CrateEvidence evidence) {
    crateOf[owner] = crate;
    evidenceOf[owner] = (byte) evidence.ordinal();
  }

  /** Corrects the crate of an owner; how it is known stays. */
  void correct(int owner, int crate) {
    crateOf[owner] = crate;
  }

  /** Notes that the name of an owner says which crate compiled it. */
  void nameTellsCompiler(int owner) {
    namesCompiler.set(owner);
  }

  /** Whether the name of an owner says which crate compiled it. */
  boolean nameTold(int owner) {
    return namesCompiler.get(owner);
  }

  /** Whether where an owner was compiled is only guessed from where its source is. */
  boolean isCompilerGuessed(int owner) {
    return policy == CratePolicy.INSTANTIATING
        && !namesCompiler.get(owner)
        && evidenceOf[owner] <= CrateEvidence.LEGACY_NAME.ordinal();
  }

  /** Thinks again of an owner whose unit has become known. */
  void placed(int owner) {
    int crate = units.soleCrate(units.of(owner));
    boolean isOpen = crateOf[owner] < 0 || policy == CratePolicy.INSTANTIATING;
    if (crate >= 0 && isOpen && crate != crateOf[owner]) {
      settle(owner, crate, CrateEvidence.UNIT_AROUND);
    }
  }

  /** Numbers the crates anew: what was crate {@code i} is {@code rows[i]}. */
  void renumber(int[] rows) {
    for (int owner = 0; owner < crateOf.length; owner++) {
      crateOf[owner] = crateOf[owner] < 0 ? -1 : rows[crateOf[owner]];
    }
  }
}
