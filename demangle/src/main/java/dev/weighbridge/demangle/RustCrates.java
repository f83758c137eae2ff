package dev.weighbridge.demangle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The crates that a Rust symbol name mentions, by their part in it.
 *
 * @param defining whose source holds the item, see {@link RustNameReader#definingCrate()}
 * @param isDefiningExact whether that is certain; in legacy names it is sometimes a guess
 * @param responsible to whom the symbol is due, see {@link RustNameReader#responsibleCrate()}
 * @param instantiating whose compilation made this copy
 * @param ofType those in the Self type of the impl or trait, in order
 * @param ofTrait that of the trait
 * @param ofArguments those in the generic arguments of the item, in order
 */
public record RustCrates(
    Optional<CrateName> defining,
    boolean isDefiningExact,
    Optional<CrateName> responsible,
    Optional<CrateName> instantiating,
    List<CrateName> ofType,
    Optional<CrateName> ofTrait,
    List<CrateName> ofArguments) {
  /** Checks that nothing is missing and copies the lists. */
  public RustCrates {
    Objects.requireNonNull(ofType, "ofType");
    Objects.requireNonNull(ofArguments, "ofArguments");
    Objects.requireNonNull(defining, "defining");
    Objects.requireNonNull(responsible, "responsible");
    Objects.requireNonNull(instantiating, "instantiating");
    Objects.requireNonNull(ofTrait, "ofTrait");
    ofType = List.copyOf(ofType);
    ofArguments = List.copyOf(ofArguments);
  }
}
