package dev.weighbridge.crates;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.CrateRange;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.StandardCrates;
import dev.weighbridge.internal.names.SymbolNames;

/**
 * Reads the names of symbols for the crates they mention.
 *
 * <p>Each name is read once, but for those that depend on whether a crate which std ships a copy of
 * is std's: that is only known once all names were read.
 */
final class NameEvidence {
  private final Owners owners;
  private final CratePolicy policy;
  private final CrateRows crates;
  private final UnitEvidence units;
  private final VendoredCrates vendored;
  private final SymbolNames names = new SymbolNames();
  private RustNameReader reader = new RustNameReader();

  NameEvidence(
      Owners owners,
      CratePolicy policy,
      CrateRows crates,
      UnitEvidence units,
      VendoredCrates vendored) {
    this.owners = owners;
    this.policy = policy;
    this.crates = crates;
    this.units = units;
    this.vendored = vendored;
  }

  /** From now on these are the crates of the standard library. */
  void standard(StandardCrates standard) {
    reader = new RustNameReader(standard);
  }

  /** Reads the name of a symbol; {@link #crate} tells the result. */
  boolean read(int owner) {
    return reader.read(names.of(owners.symbols(owner), owners.symbolRow(owner)));
  }

  /** How the last name is mangled. */
  boolean isV0() {
    return reader.scheme() == ManglingScheme.V0;
  }

  /** The row of the crate that owns the last name by the policy; -1 if it tells none. */
  int crate() {
    return row(range());
  }

  /** Whether the last name itself says which crate made this copy. */
  boolean namesCompiler() {
    return reader.instantiatingCrate().isPresent();
  }

  private CrateRange range() {
    if (policy == CratePolicy.RESPONSIBLE) {
      return reader.responsibleCrate();
    }
    CrateRange instantiating = reader.instantiatingCrate();
    boolean isCopy = policy == CratePolicy.INSTANTIATING && instantiating.isPresent();
    return isCopy ? instantiating : reader.definingCrate();
  }

  /** Lets units and vendored crates learn from the last name, whatever the policy. */
  void learn(int owner) {
    int unit = units.of(owner);
    if (units.wantsSample(unit)) {
      // In a unit of C any Rust name is out of place; in one of Rust only a copy made elsewhere.
      units.sample(unit, units.isRust(unit) ? row(reader.instantiatingCrate()) : compiler());
    }
    int defining = row(reader.definingCrate());
    if (defining >= 0 && vendored.isCandidate(defining)) {
      vendored.mention(defining, isV0() ? compiler() : units.soleCrate(unit));
    }
  }

  /** The row of the crate whose compilation made the last name, by the name alone. */
  private int compiler() {
    int instantiating = row(reader.instantiatingCrate());
    return instantiating >= 0 ? instantiating : row(reader.definingCrate());
  }

  private int row(CrateRange range) {
    return range.isPresent() ? crates.of(range) : -1;
  }
}
