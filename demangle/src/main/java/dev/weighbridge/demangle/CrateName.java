package dev.weighbridge.demangle;

import dev.weighbridge.demangle.rust.CrateMention;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A crate: its name and the number that tells crates of one name apart.
 *
 * @param name as in the source, with underscores
 * @param disambiguator unsigned, equal to the hexadecimal number in {@code name[hash]} and in the
 *     names of the crate's codegen units; 0 if unknown, as in legacy names
 */
public record CrateName(String name, long disambiguator) {
  /** Checks that there is a name. */
  public CrateName {
    Objects.requireNonNull(name, "name");
  }

  /** A 64-bit hash of name and disambiguator, equal to {@link CrateRange#id()} for ASCII names. */
  public long id() {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return CrateMention.id(bytes, 0, bytes.length, disambiguator);
  }

  /** {@code name}, or {@code name[hash]} if the disambiguator is known. */
  @Override
  public String toString() {
    return disambiguator == 0 ? name : name + "[" + Long.toHexString(disambiguator) + "]";
  }
}
