package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How to open and weigh a file. Immutable; change with the {@code with} methods.
 *
 * @param pricing what counts in the price of a symbol
 * @param debugFiles separate debug files to use when opening a path; if there are none, those
 *     beside the file are looked for
 */
public record OpenOptions(Pricing pricing, List<Path> debugFiles) {
  /** Full prices. */
  public static final OpenOptions DEFAULT = new OpenOptions(Pricing.FULL);

  /** Checks that nothing is missing. */
  public OpenOptions {
    Objects.requireNonNull(pricing, "pricing");
    debugFiles = List.copyOf(debugFiles);
  }

  /** Options without debug files of their own. */
  public OpenOptions(Pricing pricing) {
    this(pricing, List.of());
  }

  /** The same options with another pricing. */
  public OpenOptions withPricing(Pricing other) {
    return new OpenOptions(other, debugFiles);
  }

  /** The same options with other debug files: PDB files of PE images. */
  public OpenOptions withDebugFiles(List<Path> others) {
    return new OpenOptions(pricing, others);
  }
}
