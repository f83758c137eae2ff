package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.order.CodeAtoms;
import dev.weighbridge.crates.order.Gap;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * Gives functions their units back. GNU ld makes globals that others cannot see local, and takes
 * their units away; but what calls tie to functions of one crate is of that crate, too.
 */
final class RunEvidence {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final Attribution attribution;
  private final UnitEvidence units;
  private final OwnerCrates found;

  RunEvidence(Attribution attribution, UnitEvidence units, OwnerCrates found) {
    this.attribution = attribution;
    this.units = units;
    this.found = found;
  }

  /** Settles the functions without a unit in atoms where all others are of one crate. */
  void settle(Work work) {
    if (units.count() == 0) {
      return;
    }
    CodeAtoms atoms = CodeAtoms.of(attribution, work);
    int[] unitOf = new int[atoms.count()];
    Arrays.fill(unitOf, NONE);
    walk(atoms, unitOf, false);
    walk(atoms, unitOf, true);
    if (atoms.count() > 0) {
      byUnwindRecords();
    }
  }

  /**
   * GNU ld moves code that seldom runs to the front, but leaves unwind records in the order of the
   * objects: what lies between two of one crate there is of it.
   */
  private void byUnwindRecords() {
    Partition partition = attribution.partition();
    Gap gap = new Gap();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int subject = partition.subject(span);
      if (subject < 0 || partition.kindOrdinal(span) != Kind.UNWIND.ordinal()) {
        continue;
      }
      gap.enter(partition.section(span));
      int unit = units.of(subject);
      if (unit < 0) {
        gap.await(subject);
        continue;
      }
      int crate = units.soleCrate(unit);
      if (crate >= 0 && crate == units.soleCrate(gap.before())) {
        gap.fill(one -> place(one, unit));
      }
      gap.close(unit);
    }
  }

  private void place(int owner, int unit) {
    if (units.of(owner) < 0 && !found.nameTold(owner)) {
      units.place(owner, unit);
      found.settle(owner, units.soleCrate(unit), CrateEvidence.LINK_ORDER);
    }
  }

  private void walk(CodeAtoms atoms, int[] unitOf, boolean isSettling) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    int atom = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      while (atom < atoms.count() && atoms.end(atom) <= partition.start(span)) {
        atom++;
      }
      if (atom == atoms.count()) {
        return;
      }
      int owner = partition.owner(span);
      if (partition.start(span) < atoms.start(atom)
          || partition.kindOrdinal(span) != Kind.CODE.ordinal()
          || owners.isLabel(owner)) {
        continue;
      }
      if (!isSettling) {
        unitOf[atom] = both(unitOf[atom], units.of(owner));
      } else if (unitOf[atom] >= 0) {
        place(owner, unitOf[atom]);
      }
    }
  }

  /** A unit that stands for two; {@link #SEVERAL} if they are not of one crate. */
  private int both(int unit, int other) {
    int crate = units.soleCrate(other);
    if (other < 0 || unit == SEVERAL) {
      return unit;
    }
    boolean isSame = unit == NONE || units.soleCrate(unit) == crate;
    return crate >= 0 && isSame ? other : SEVERAL;
  }
}
