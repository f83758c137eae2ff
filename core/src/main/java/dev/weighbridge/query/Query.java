package dev.weighbridge.query;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.cargo.CargoGraph;
import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.shipped.Shipping;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What travels with every question to a file: whose bytes they are, what counts in a price, how
 * crates are found and shown, and who waits for the answer. Immutable.
 *
 * @param attribution the spans and their owners
 * @param pricing what counts in the price of a symbol
 * @param wantedPolicy which of the crates in a symbol's name owns it; empty to let the file decide,
 *     see {@link #cratePolicy}
 * @param stdView how the standard library is shown among crates
 * @param memoryMap the regions of memory that measures and dimensions name
 * @param cargo what Cargo says of the program, if a file of it was given
 * @param shipping how the file is compressed to travel, if that was told
 * @param libraries by what libraries of C and C++ are known
 * @param work who is told of progress and may cancel
 */
public record Query(
    Attribution attribution,
    Pricing pricing,
    Optional<CratePolicy> wantedPolicy,
    StdView stdView,
    MemoryMap memoryMap,
    Optional<CargoGraph> cargo,
    Optional<Shipping> shipping,
    LibraryRules libraries,
    Work work) {

  /** Checks that nothing is missing. */
  public Query {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(wantedPolicy, "wantedPolicy");
    Objects.requireNonNull(stdView, "stdView");
    Objects.requireNonNull(memoryMap, "memoryMap");
    Objects.requireNonNull(cargo, "cargo");
    Objects.requireNonNull(shipping, "shipping");
    Objects.requireNonNull(libraries, "libraries");
    Objects.requireNonNull(work, "work");
  }

  /** The usual question: full prices, each crate of std by itself; the file decides on crates. */
  public static Query of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return new Query(
        attribution,
        Pricing.FULL,
        Optional.empty(),
        StdView.SPLIT,
        MemoryMap.INFERRED,
        Optional.empty(),
        Optional.empty(),
        LibraryRules.builtIn(),
        Work.NONE);
  }

  /** The same question to other spans. */
  public Query withAttribution(Attribution other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        other, pricing, wantedPolicy, stdView, memoryMap, cargo, shipping, libraries, work);
  }

  /** The same question with other prices. */
  public Query withPricing(Pricing other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution, other, wantedPolicy, stdView, memoryMap, cargo, shipping, libraries, work);
  }

  /** The same question with crates found by another policy. */
  public Query withCratePolicy(CratePolicy other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution,
        pricing,
        Optional.of(other),
        stdView,
        memoryMap,
        cargo,
        shipping,
        libraries,
        work);
  }

  /** The same question with the standard library shown in another way. */
  public Query withStdView(StdView other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution, pricing, wantedPolicy, other, memoryMap, cargo, shipping, libraries, work);
  }

  /** The same question with other regions of memory. */
  public Query withMemoryMap(MemoryMap other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution, pricing, wantedPolicy, stdView, other, cargo, shipping, libraries, work);
  }

  /** The same question with what Cargo says of the program. */
  public Query withCargo(CargoGraph graph) {
    Objects.requireNonNull(graph, "graph");
    return new Query(
        attribution,
        pricing,
        wantedPolicy,
        stdView,
        memoryMap,
        Optional.of(graph),
        shipping,
        libraries,
        work);
  }

  /** Bytes of the packed program that the file was unpacked from; empty if it was not. */
  public OptionalLong packedSize() {
    return shipping.map(Shipping::packedSize).orElse(OptionalLong.empty());
  }

  /** The same question of a file that travels in some way. */
  public Query withShipping(Shipping other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution,
        pricing,
        wantedPolicy,
        stdView,
        memoryMap,
        cargo,
        Optional.of(other),
        libraries,
        work);
  }

  /** The same question with other rules for libraries of C and C++. */
  public Query withLibraries(LibraryRules other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution, pricing, wantedPolicy, stdView, memoryMap, cargo, shipping, other, work);
  }

  /** The same question on behalf of somebody else. */
  public Query withWork(Work other) {
    Objects.requireNonNull(other, "other");
    return new Query(
        attribution, pricing, wantedPolicy, stdView, memoryMap, cargo, shipping, libraries, other);
  }

  /** Whether another question asks for the same prices, and for the same crates. */
  public boolean isLike(Query other) {
    Objects.requireNonNull(other, "other");
    return pricing == other.pricing
        && wantedPolicy.equals(other.wantedPolicy)
        && stdView == other.stdView;
  }

  /** Who pays for a span, as an {@link dev.weighbridge.attribution.Owners} id. */
  public int payer(int span) {
    return attribution.payer(span, pricing);
  }

  /**
   * Which of the crates in a symbol's name owns it: what is wanted, or else {@link
   * CratePolicy#INSTANTIATING} where code has lost its names and the order of the link tells its
   * crates, or else {@link CratePolicy#RESPONSIBLE}. To find out, code without names is read.
   */
  public CratePolicy cratePolicy() {
    return Crates.policy(attribution, wantedPolicy, work);
  }

  /**
   * The packages of the crates, by what Cargo says of the program or by what cargo-auditable has
   * put into it.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if neither is there, or if
   *     it is not told which package the program is made of
   */
  public CratePackages cargoPackages() {
    return CratePackages.of(attribution, cratePolicy(), cargo, work);
  }

  /** The crates, by the policy. */
  public CrateTable crates() {
    return Crates.of(attribution, cratePolicy(), libraries, work);
  }
}
