package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to open and weigh a file. Immutable; change with the {@code with} methods.
 *
 * @param pricing what counts in the price of a symbol
 * @param debugFiles separate debug files to use when opening a path; if there are none, those
 *     beside the file are looked for
 * @param cratePolicy which crate owns a symbol; empty to let the file decide, see {@link
 *     dev.weighbridge.query.Query#cratePolicy}
 * @param stdView how tables of crates show the standard library
 */
public record OpenOptions(
    Pricing pricing, List<Path> debugFiles, Optional<CratePolicy> cratePolicy, StdView stdView) {
  /** Full prices; std generics go to whose type caused them. */
  public static final OpenOptions DEFAULT = new OpenOptions(Pricing.FULL);

  /** Checks that nothing is missing. */
  public OpenOptions {
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(cratePolicy, "cratePolicy");
    Objects.requireNonNull(stdView, "stdView");
    debugFiles = List.copyOf(debugFiles);
  }

  /** Options without debug files of their own; std generics go to whose type caused them. */
  public OpenOptions(Pricing pricing) {
    this(pricing, List.of(), Optional.empty(), StdView.SPLIT);
  }

  /** The same options with another pricing. */
  public OpenOptions withPricing(Pricing other) {
    return new OpenOptions(other, debugFiles, cratePolicy, stdView);
  }

  /** The same options with other debug files: PDB files of PE images. */
  public OpenOptions withDebugFiles(List<Path> others) {
    return new OpenOptions(pricing, others, cratePolicy, stdView);
  }

  /** The same options with another policy for crates. */
  public OpenOptions withCratePolicy(CratePolicy other) {
    return new OpenOptions(pricing, debugFiles, Optional.of(other), stdView);
  }

  /** The same options with another view of the standard library. */
  public OpenOptions withStdView(StdView other) {
    return new OpenOptions(pricing, debugFiles, cratePolicy, other);
  }
}
