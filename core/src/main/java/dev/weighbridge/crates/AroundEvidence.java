package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.order.Gap;
import dev.weighbridge.crates.order.TextPart;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Set;

/**
 * Tells the crates of bytes from what lies around them in the same section.
 *
 * <p>Linkers put what comes from one object side by side, and the objects of one crate, too. So
 * code between two functions of one unit is of that unit; and data that nobody named is of the unit
 * of most of the data around it, even where some instruction seems to refer to it from elsewhere.
 * Code that linkers move to another part of the text, as they do with what seldom runs, tells of
 * that part only. Where the neighbours do not agree, nothing is guessed.
 */
final class AroundEvidence {
  /** Nothing tells the unit. */
  private static final int UNKNOWN = -1;

  /** The unit holds the code of several crates. */
  private static final int SEVERAL = -2;

  /** How many neighbours on each side are asked about data. */
  private static final int REACH = 8;

  /** What stands between others wherever it is used, so that nothing around it is of it. */
  private static final Set<String> BETWEEN =
      Set.of(CrateFinder.OUTLINED, CrateFinder.IMPORTS, CrateFinder.REPLACED);

  /** A symbol says more about its place than a reference does. */
  private static final int SYMBOL_WEIGHT = 4;

  private final Attribution attribution;
  private final CratePolicy policy;
  private final Partition partition;
  private final Owners owners;
  private final UnitEvidence units;
  private final CrateRows rows;
  private final OwnerCrates crates;
  private final SpanCrates found;

  /** The owner that the gap at hand begins behind; only of use while something waits in it. */
  private int beforeGap;

  AroundEvidence(
      Attribution attribution,
      CratePolicy policy,
      UnitEvidence units,
      CrateRows rows,
      OwnerCrates crates) {
    this.policy = policy;
    this.attribution = attribution;
    this.units = units;
    this.rows = rows;
    this.crates = crates;
    partition = attribution.partition();
    owners = attribution.owners();
    found = new SpanCrates(partition.spanCount());
  }

  /** Settles owners without a crate; returns the crates of spans without an owner. */
  SpanCrates find() {
    if (units.count() > 0) {
      betweenUnits();
      amongData();
    }
    if (policy == CratePolicy.INSTANTIATING) {
      betweenCompilers();
    }
    betweenCrates();
    return found;
  }

  /** Fills the gaps between functions whose names say that one crate compiled them. */
  private void betweenCompilers() {
    Gap gap = new Gap();
    for (int span = 0; span < partition.spanCount(); span++) {
      Work.checkAt(span);
      gap.enter(partition.section(span));
      int owner = partition.owner(span);
      if (partition.kindOrdinal(span) != Kind.CODE.ordinal() || owners.isLabel(owner)) {
        continue;
      }
      if (units.of(owner) < 0 && crates.isCompilerGuessed(owner)) {
        gap.await(owner);
        continue;
      }
      int crate = crates.crate(owner);
      boolean isInside = crate >= 0 && crate == gap.before() && mayFill(crate);
      if (!gap.isEmpty() && isInside && isOfOnePart(span, owner)) {
        gap.fill(one -> settleCompiler(one, crate));
      }
      gap.close(crate);
      beforeGap = owner;
    }
  }

  /** The standard library does not know of other crates: it compiles nothing of theirs. */
  private void settleCompiler(int owner, int crate) {
    int source = crates.crate(owner);
    boolean isStandard = rows.crate(crate).origin() == CrateOrigin.STANDARD;
    if (!isStandard || rows.crate(source).origin() == CrateOrigin.STANDARD) {
      crates.settle(owner, crate, CrateEvidence.CRATE_AROUND);
    }
  }

  /** Fills the gaps between symbols of one unit, or of units of one crate. */
  private void betweenUnits() {
    Gap gap = new Gap();
    for (int span = 0; span < partition.spanCount(); span++) {
      enterUnit(gap, span);
    }
  }

  private void enterUnit(Gap gap, int span) {
    int section = partition.section(span);
    gap.enter(section);
    int owner = partition.owner(span);
    if (section < 0 || !partition.kind(span).isContent() || owners.isLabel(owner)) {
      return;
    }
    int unit = units.of(owner);
    if (unit < 0) {
      gap.await(owner);
      return;
    }
    boolean isInside = unit == gap.before() || isOfOneCrate(unit, gap.before());
    if (!gap.isEmpty() && isInside && isOfOnePart(span, owner)) {
      gap.fill(one -> place(one, unit));
    }
    gap.close(unit);
    beforeGap = owner;
  }

  /** Whether all since the gap began is in the order of the objects, where that has parts. */
  private boolean isOfOnePart(int span, int owner) {
    boolean hasParts = partition.kindOrdinal(span) == Kind.CODE.ordinal() || isSearchTable(span);
    return !hasParts || TextPart.isOne(owners, beforeGap, owner);
  }

  /** Whether a span is of the table over unwind records, which has them in the order of code. */
  private boolean isSearchTable(int span) {
    return isUnwind(span)
        && attribution.section(partition.section(span)).name().equals(".eh_frame_hdr");
  }

  private void place(int owner, int unit) {
    units.place(owner, unit);
    crates.placed(owner);
  }

  private boolean isOfOneCrate(int unit, int other) {
    int crate = units.soleCrate(unit);
    return crate >= 0 && crate == units.soleCrate(other);
  }

  /** Whether bytes are the program's own, exception tables included. */
  private boolean isProgram(int span) {
    return partition.kind(span).isContent() || isUnwind(span);
  }

  private boolean isUnwind(int span) {
    return partition.kindOrdinal(span) == Kind.UNWIND.ordinal();
  }

  /** Asks around for data that nobody named. */
  private void amongData() {
    IntColumn spans = new IntColumn(0);
    int section = -1;
    for (int span = 0; span < partition.spanCount(); span++) {
      if (partition.section(span) != section) {
        amongData(spans.freeze());
        section = partition.section(span);
      }
      if (section >= 0 && isProgramData(span)) {
        spans.add(span);
      }
    }
    amongData(spans.freeze());
  }

  private boolean isProgramData(int span) {
    return partition.kindOrdinal(span) != Kind.CODE.ordinal() && isProgram(span);
  }

  private void amongData(int[] spans) {
    int[] crate = new int[spans.length];
    IntColumn known = new IntColumn(0);
    for (int i = 0; i < spans.length; i++) {
      crate[i] = crateOfUnit(spans[i]);
      if (crate[i] != UNKNOWN) {
        known.add(i);
      }
    }
    int[] informed = known.freeze();
    int next = 0;
    for (int i = 0; i < spans.length; i++) {
      while (next < informed.length && informed[next] < i) {
        next++;
      }
      if (isNobodys(spans[i])) {
        int most = majority(spans, crate, informed, next, i);
        if (most >= 0 && most != crate[i]) {
          found.settle(spans[i], most);
        }
      }
    }
  }

  /** Whether nothing but a reference, or not even that, tells whose a span is. */
  private boolean isNobodys(int span) {
    return owners.isLabel(partition.owner(span))
        && units.ofSpan(span) < 0
        && !(isUnwind(span) && partition.subject(span) >= 0);
  }

  /** The row of a crate, {@link #SEVERAL} or {@link #UNKNOWN}. */
  private int crateOfUnit(int span) {
    int unit = units.ofSpan(span);
    int payer = attribution.payer(span, Pricing.FULL);
    unit = unit >= 0 || owners.isLabel(payer) ? unit : units.of(payer);
    int crate = unit < 0 ? crateOfLibrary(payer) : units.soleCrate(unit);
    return crate < 0 && unit >= 0 ? SEVERAL : crate;
  }

  /** The standard library of C++ has no units, but its place in the link; -1 if it is not that. */
  private int crateOfLibrary(int payer) {
    boolean isPlaced = crates.evidence(payer) == CrateEvidence.CRATE_AROUND;
    return isPlaced ? crates.crate(payer) : UNKNOWN;
  }

  /** The crate of three quarters of what is known around a span; -1 if there is no such. */
  private int majority(int[] spans, int[] crate, int[] informed, int next, int self) {
    int from = Math.max(0, next - REACH);
    int to = Math.min(informed.length, next + REACH + 1);
    int total = 0;
    int best = -1;
    int lead = 0;
    for (int i = from; i < to; i++) {
      if (informed[i] != self) {
        int weight = weight(spans[informed[i]]);
        total += weight;
        // Boyer and Moore: whatever has more than half of the votes is left in the end.
        if (lead == 0) {
          best = crate[informed[i]];
        }
        lead += crate[informed[i]] == best ? weight : -weight;
        if (lead < 0) {
          best = crate[informed[i]];
          lead = -lead;
        }
      }
    }
    int votes = 0;
    for (int i = from; i < to; i++) {
      if (informed[i] != self && crate[informed[i]] == best) {
        votes += weight(spans[informed[i]]);
      }
    }
    return 4 * votes >= 3 * total && total > 0 ? best : -1;
  }

  private int weight(int span) {
    return owners.isLabel(partition.owner(span)) ? 1 : SYMBOL_WEIGHT;
  }

  /** Gives what still has no crate and lies between two spans of one crate to that crate. */
  private void betweenCrates() {
    Gap gap = new Gap();
    for (int span = 0; span < partition.spanCount(); span++) {
      Work.checkAt(span);
      enterCrate(gap, span);
    }
  }

  private void enterCrate(Gap gap, int span) {
    int section = partition.section(span);
    gap.enter(section);
    if (section < 0 || !isProgram(span)) {
      return;
    }
    int payer = attribution.payer(span, Pricing.FULL);
    int crate = found.crate(span) >= 0 ? found.crate(span) : crates.crate(payer);
    if (crate < 0) {
      gap.await(span);
      return;
    }
    if (isUnwind(span) && owners.isLabel(payer)) {
      // Whose records most around are does not tell whose those behind are.
      return;
    }
    // Whose source it is does not tell where it lies: what is around may be of anybody.
    boolean isPlaced = crates.evidence(payer) != CrateEvidence.SOURCE_PATH;
    boolean isInside = isPlaced && crate == gap.before() && mayFill(crate);
    if (!gap.isEmpty() && isInside && isOfOnePart(span, payer)) {
      gap.fill(one -> settle(one, crate));
    }
    gap.close(isPlaced ? crate : Gap.NOTHING);
    beforeGap = payer;
  }

  /** Whether what lies between two of a crate may be of it. */
  private boolean mayFill(int crate) {
    return !BETWEEN.contains(rows.crate(crate).name());
  }

  private void settle(int span, int crate) {
    int payer = attribution.payer(span, Pricing.FULL);
    if (isOfNamelessMerger(span, payer)) {
      return;
    }
    if (owners.isLabel(payer)) {
      found.settle(span, crate);
    } else if (isItsOwn(span, payer) && crates.crate(payer) < 0) {
      crates.settle(payer, crate, CrateEvidence.CRATE_AROUND);
    }
  }

  /**
   * Whether what lies around a span lies around its payer, too: that is so of unwind records, which
   * each object has in one piece, but not of data that some code elsewhere refers to. LLD sorts the
   * records by their kinds, so they say nothing of code that has no name and is nearly all alike.
   */
  private boolean isItsOwn(int span, int payer) {
    return payer == partition.owner(span) || (isUnwind(span) && !owners.isFunction(payer));
  }

  /** Whether a span is of what lost its names in a merger: hardly any neighbour has a crate. */
  private boolean isOfNamelessMerger(int span, int payer) {
    int unit = units.ofSpan(span);
    unit = unit >= 0 || owners.isLabel(payer) ? unit : units.of(payer);
    return unit >= 0 && units.isNamelessMerger(unit);
  }
}
