package dev.weighbridge.demangle.rust;

/** A set of crates that is asked by the bytes of a name, in hot loops. */
@FunctionalInterface
public interface CrateSet {
  /**
   * Whether the set has a crate.
   *
   * @param bytes holds the name
   * @param start first byte of the crate's name
   * @param end first byte after it
   * @param disambiguator tells crates of one name apart; 0 if the mangling has none (legacy)
   */
  boolean contains(byte[] bytes, int start, int end, long disambiguator);
}
