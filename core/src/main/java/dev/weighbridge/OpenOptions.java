package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import java.util.Objects;

/**
 * How to open and weigh a file. Immutable; change with the {@code with} methods.
 *
 * @param pricing what counts in the price of a symbol
 */
public record OpenOptions(Pricing pricing) {
  /** Full prices. */
  public static final OpenOptions DEFAULT = new OpenOptions(Pricing.FULL);

  /** Checks that nothing is missing. */
  public OpenOptions {
    Objects.requireNonNull(pricing, "pricing");
  }

  /** The same options with another pricing. */
  public OpenOptions withPricing(Pricing other) {
    return new OpenOptions(other);
  }
}
