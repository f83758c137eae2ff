package dev.weighbridge.crates;

import java.util.Objects;

/**
 * A crate, or what owns code that is not Rust.
 *
 * @param name as in the source, with underscores; in brackets if it stands for no name of the file
 * @param disambiguator unsigned number that tells crates of one name apart; 0 if unknown
 * @param origin where it comes from
 */
public record Crate(String name, long disambiguator, CrateOrigin origin) {
  /** Checks that nothing is missing. */
  public Crate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
  }
}
