package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Pricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
  private final OwnerCrates ownerCrates;
  private final SpanCrates spanCrates;

  /** Keeps the crates that own something, in the order in which they were found. */
  CrateTable(
      Attribution attribution, CrateRows found, OwnerCrates ownerCrates, SpanCrates spanCrates) {
    this.attribution = attribution;
    this.ownerCrates = ownerCrates;
    this.spanCrates = spanCrates;
    boolean[] isUsed = new boolean[found.count()];
    for (int owner = 0; owner < ownerCrates.count(); owner++) {
      if (ownerCrates.crate(owner) >= 0) {
        isUsed[ownerCrates.crate(owner)] = true;
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
    ownerCrates.renumber(newRow);
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

  /** Whether a crate is meant by a name, with or without the number that {@link #label} adds. */
  public boolean isNamed(int row, String name) {
    Objects.requireNonNull(name, "name");
    return crates.get(row).name().equals(name) || label(row).equals(name);
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
    return ownerCrates.crate(owner);
  }

  /** How the crate of an owner is known. */
  public CrateEvidence evidence(int owner) {
    return ownerCrates.evidence(owner);
  }

  /**
   * The crate of whoever pays for a span, as a row.
   *
   * @param span of the uncut partition; for a part of one, {@link
   *     dev.weighbridge.attribution.Partition#whole}
   * @return -1 if none is known
   */
  public int ofSpan(int span, Pricing pricing) {
    Objects.requireNonNull(pricing, "pricing");
    int crate = spanCrates.crate(span);
    return crate >= 0 ? crate : ownerCrates.crate(attribution.payer(span, pricing));
  }

  @Override
  public String toString() {
    return count() + " crates";
  }
}
