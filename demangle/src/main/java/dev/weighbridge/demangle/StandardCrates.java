package dev.weighbridge.demangle;

import dev.weighbridge.demangle.rust.SysrootCrates;

/**
 * Decides which crates count as the standard library, for the question who is responsible for a
 * symbol.
 *
 * <p>A name alone cannot say it for the crates that std vendors ({@code hashbrown}, {@code memchr},
 * {@code object} ...): the user may ship his own copy. {@link #BY_NAME} therefore knows only the
 * crates that nobody else can publish under that name; who has more evidence, such as a
 * disambiguator seen together with std's symbols, brings his own.
 */
@FunctionalInterface
public interface StandardCrates {
  /** The crates of the Rust sysroot that have their name to themselves. */
  StandardCrates BY_NAME = SysrootCrates.INSTANCE::contains;

  /**
   * Says whether a crate belongs to the standard library. Called in hot loops: do not keep the
   * array, make no objects.
   *
   * @param bytes holds the name
   * @param start first byte of the crate's name
   * @param end first byte after it
   * @param disambiguator tells crates of one name apart; 0 if the mangling has none (legacy)
   */
  boolean isStandard(byte[] bytes, int start, int end, long disambiguator);
}
