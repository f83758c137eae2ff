package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.attribution.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The crates of a file, and which of them each owner and each span belongs to, by one policy.
 *
 * <p>Rows are in the order in which the crates were found, which is the same in every run.
 * Immutable and safe for several threads.
 */
public final class CrateTable {
  private final Attribution attribution;
  private final List<Crate> crates;
  private final boolean[] isNameShared;
  private final int[] crateOf;
  private final byte[] evidenceOf;
  private final SpanCrates spanCrates;

  /** Keeps the crates that own something, in the order in which they were found. */
  CrateTable(
      Attribution attribution,
      CrateRows found,
      int[] crateOf,
      byte[] evidenceOf,
      SpanCrates spanCrates) {
    this.attribution = attribution;
    this.evidenceOf = evidenceOf;
    this.spanCrates = spanCrates;
    boolean[] isUsed = new boolean[found.count()];
    for (int crate : crateOf) {
      if (crate >= 0) {
        isUsed[crate] = true;
      }
    }
    spanCrates.markUsed(isUsed);
    List<Crate> kept = new ArrayList<>();
    int[] newRow = new int[isUsed.length];
    for (int crate = 0; crate < isUsed.length; crate++) {
      newRow[crate] = kept.size();
      if (isUsed[crate]) {
        kept.add(found.crate(crate));
      }
    }
    crates = List.copyOf(kept);
    this.crateOf = crateOf;
    for (int owner = 0; owner < crateOf.length; owner++) {
      crateOf[owner] = crateOf[owner] < 0 ? -1 : newRow[crateOf[owner]];
    }
    spanCrates.renumber(newRow);
    isNameShared = sharedNames(crates);
  }

  private static boolean[] sharedNames(List<Crate> crates) {
    Map<String, Integer> first = new HashMap<>();
    boolean[] isShared = new boolean[crates.size()];
    for (int row = 0; row < isShared.length; row++) {
      Integer other = first.putIfAbsent(crates.get(row).name(), row);
      if (other != null) {
        isShared[other] = true;
        isShared[row] = true;
      }
    }
    return isShared;
  }

  /** The crates of a file by a policy; found when first asked for, then kept. */
  public static CrateTable of(Attribution attribution, CratePolicy policy) {
    return attribution.get(new Key(policy));
  }

  /** The crates of a file by a policy, found on behalf of somebody who waits for them. */
  public static CrateTable of(Attribution attribution, CratePolicy policy, Work work) {
    return attribution.get(new Key(policy), work);
  }

  private record Key(CratePolicy policy) implements DerivedKey<CrateTable> {
    @Override
    public String name() {
      return "crates";
    }

    @Override
    public CrateTable derive(Attribution attribution, Work work) {
      return new CrateFinder(attribution, policy).find();
    }

    /** Written out because a new process has no time to bind the generated one. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && policy == key.policy;
    }

    @Override
    public int hashCode() {
      return policy.hashCode();
    }
  }

  /** How many crates there are. */
  public int count() {
    return crates.size();
  }

  /** A crate by its row. */
  public Crate crate(int row) {
    return crates.get(row);
  }

  /** The name of a crate, as {@code name[hash]} where two crates share it. */
  public String label(int row) {
    Crate crate = crates.get(row);
    return isNameShared[row] && crate.disambiguator() != 0
        ? crate.name() + "[" + Long.toHexString(crate.disambiguator()) + "]"
        : crate.name();
  }

  /** The labels of the crates of the standard library, sorted. */
  public List<String> standardLabels() {
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < crates.size(); row++) {
      if (crates.get(row).origin() == CrateOrigin.STANDARD) {
        labels.add(label(row));
      }
    }
    Collections.sort(labels);
    return labels;
  }

  /**
   * The crate of an owner, as a row.
   *
   * @param owner an id of {@link Owners}
   * @return -1 if none is known, or if the owner has no bytes and is the subject of none
   */
  public int ofOwner(int owner) {
    return crateOf[owner];
  }

  /** How the crate of an owner is known. */
  public CrateEvidence evidence(int owner) {
    return CrateEvidence.of(evidenceOf[owner]);
  }

  /** The crate of whoever pays for a span, as a row; -1 if none is known. */
  public int ofSpan(int span, Pricing pricing) {
    int crate = spanCrates.crate(span);
    return crate >= 0 ? crate : crateOf[attribution.payer(span, pricing)];
  }
}
