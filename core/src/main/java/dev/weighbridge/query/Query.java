package dev.weighbridge.query;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.crates.StdView;
import java.util.Objects;

/**
 * What travels with every question to a file: whose bytes they are, what counts in a price, how
 * crates are found and shown, and who waits for the answer. Immutable.
 *
 * @param attribution the spans and their owners
 * @param pricing what counts in the price of a symbol
 * @param cratePolicy which of the crates in a symbol's name owns it
 * @param stdView how the standard library is shown among crates
 * @param work who is told of progress and may cancel
 */
public record Query(
    Attribution attribution, Pricing pricing, CratePolicy cratePolicy, StdView stdView, Work work) {

  /** Checks that nothing is missing. */
  public Query {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(cratePolicy, "cratePolicy");
    Objects.requireNonNull(stdView, "stdView");
    Objects.requireNonNull(work, "work");
  }

  /** The usual question: full prices, the crate responsible, each crate of std by itself. */
  public static Query of(Attribution attribution) {
    return new Query(attribution, Pricing.FULL, CratePolicy.RESPONSIBLE, StdView.SPLIT, Work.NONE);
  }

  /** The same question to other spans. */
  public Query withAttribution(Attribution other) {
    return new Query(other, pricing, cratePolicy, stdView, work);
  }

  /** The same question with other prices. */
  public Query withPricing(Pricing other) {
    return new Query(attribution, other, cratePolicy, stdView, work);
  }

  /** The same question with crates found by another policy. */
  public Query withCratePolicy(CratePolicy other) {
    return new Query(attribution, pricing, other, stdView, work);
  }

  /** The same question with the standard library shown in another way. */
  public Query withStdView(StdView other) {
    return new Query(attribution, pricing, cratePolicy, other, work);
  }

  /** The same question on behalf of somebody else. */
  public Query withWork(Work other) {
    return new Query(attribution, pricing, cratePolicy, stdView, other);
  }

  /** Whether another question asks for the same prices, and for the same crates. */
  public boolean isLike(Query other) {
    return pricing == other.pricing && cratePolicy == other.cratePolicy && stdView == other.stdView;
  }

  /** Who pays for a span, as an {@link dev.weighbridge.attribution.Owners} id. */
  public int payer(int span) {
    return attribution.payer(span, pricing);
  }

  /** The crates, by the policy. */
  public CrateTable crates() {
    return Crates.of(attribution, cratePolicy, work);
  }
}
