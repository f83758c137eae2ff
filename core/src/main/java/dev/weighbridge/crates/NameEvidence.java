package dev.weighbridge.crates;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.NamesAhead;
import dev.weighbridge.demangle.CrateRange;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.StandardCrates;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.Optional;

/**
 * Reads the names of symbols for the crates they mention.
 *
 * <p>Each name is read once, but for those that depend on whether a crate which std ships a copy of
 * is std's: that is only known once all names were read. Many names are read by two threads.
 */
final class NameEvidence {
  private final Owners owners;
  private final CratePolicy policy;
  private final CrateRows crates;
  private final UnitEvidence units;
  private final VendoredCrates vendored;
  private final SymbolNames names = new SymbolNames();
  private RustNameReader reader = new RustNameReader();
  private Optional<NamesAhead> ahead = Optional.empty();

  /** What of the last name was read ahead; nothing if it was read here. */
  private Optional<NamesAhead> read = Optional.empty();

  private int last;

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

  /** Says which names will be read, one after another, each of them once. */
  void announce(boolean[] isWanted) {
    boolean isWorthIt =
        policy == CratePolicy.RESPONSIBLE
            && owners.firstLabel() >= NamesAhead.LEAST
            && Runtime.getRuntime().availableProcessors() > 1;
    ahead = isWorthIt ? Optional.of(new NamesAhead(owners, isWanted)) : Optional.empty();
  }

  /** From now on these are the crates of the standard library. */
  void standard(StandardCrates standard) {
    ahead = Optional.empty();
    reader = new RustNameReader(standard);
  }

  /** Reads the name of a symbol; {@link #crate} tells the result. */
  boolean read(int owner) {
    last = owner;
    read = ahead.isPresent() && ahead.get().has(owner) ? ahead : Optional.empty();
    return read.isPresent() ? read.get().isRust(owner) : readHere();
  }

  private boolean readHere() {
    read = Optional.empty();
    return reader.read(names.of(owners.symbols(last), owners.symbolRow(last)));
  }

  /** The reader, which has read the last name. */
  private RustNameReader reader() {
    if (read.isPresent()) {
      readHere();
    }
    return reader;
  }

  /** How the last name is mangled. */
  boolean isV0() {
    return read.isPresent() ? read.get().isV0(last) : reader.scheme() == ManglingScheme.V0;
  }

  /** The row of the crate that owns the last name by the policy; -1 if it tells none. */
  int crate() {
    int known = read.isPresent() ? crates.find(read.get().responsible(last)) : -1;
    return known >= 0 ? known : row(range());
  }

  /** The row of the crate whose source holds what has the last name; -1 if it tells none. */
  private int defining() {
    int known = read.isPresent() ? crates.find(read.get().defining(last)) : -1;
    return known >= 0 ? known : row(reader().definingCrate());
  }

  /** Whether the last name itself says which crate made this copy. */
  boolean namesCompiler() {
    return reader().instantiatingCrate().isPresent();
  }

  private CrateRange range() {
    if (policy == CratePolicy.RESPONSIBLE) {
      return reader().responsibleCrate();
    }
    CrateRange instantiating = reader().instantiatingCrate();
    boolean isCopy = policy == CratePolicy.INSTANTIATING && instantiating.isPresent();
    return isCopy ? instantiating : reader.definingCrate();
  }

  /** Lets units and vendored crates learn from the last name, whatever the policy. */
  void learn(int owner) {
    int unit = units.of(owner);
    if (units.wantsSample(unit)) {
      // In a unit of C any Rust name is out of place; in one of Rust only a copy made elsewhere.
      units.sample(unit, units.isRust(unit) ? row(reader().instantiatingCrate()) : compiler());
    }
    int defining = defining();
    units.mention(unit, defining);
    if (defining >= 0 && vendored.isCandidate(defining)) {
      vendored.mention(defining, isV0() ? compiler() : units.soleCrate(unit));
    }
  }

  /** The row of the crate whose compilation made the last name, by the name alone. */
  private int compiler() {
    int instantiating = row(reader().instantiatingCrate());
    return instantiating >= 0 ? instantiating : defining();
  }

  private int row(CrateRange range) {
    return range.isPresent() ? crates.of(range) : -1;
  }
}
