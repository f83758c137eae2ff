package dev.weighbridge.demangle;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.CrateSet;

/**
 * A crate as a symbol name mentions it: the range of the crate's name and its disambiguator.
 *
 * <p>It is a view that its {@link RustNameReader} moves with every name it reads; take from it what
 * is to last. Offsets are those of the array of the {@link NameSlice} if the name is mangled.
 */
public final class CrateRange {
  private final CrateMention mention;

  CrateRange(CrateMention mention) {
    this.mention = mention;
  }

  /** Whether the name mentions such a crate. */
  public boolean isPresent() {
    return mention.isPresent();
  }

  /** First byte of the crate's name; -1 if there is no such crate. */
  public int start() {
    return mention.start();
  }

  /** First byte after the crate's name; -1 if there is no such crate. */
  public int end() {
    return mention.end();
  }

  /**
   * The crate's disambiguator, an unsigned number that tells crates of one name apart; 0 if the
   * mangling has none (legacy) or there is no such crate.
   */
  public long disambiguator() {
    return mention.disambiguator();
  }

  /** A 64-bit hash of name and disambiguator; 0 if there is no such crate. */
  public long id() {
    return mention.id();
  }

  /** Whether the crate has a given ASCII name, whatever its disambiguator. */
  public boolean isNamed(String name) {
    return mention.isNamed(name);
  }

  /**
   * A lasting copy.
   *
   * @throws IllegalStateException if there is no such crate
   */
  public CrateName toCrateName() {
    if (!isPresent()) {
      throw new IllegalStateException("the name mentions no such crate");
    }
    return new CrateName(toString(), disambiguator());
  }

  boolean isIn(CrateSet set) {
    return mention.isIn(set);
  }

  /** The crate's name, with Punycode decoded; empty if there is no such crate. */
  @Override
  public String toString() {
    return mention.toString();
  }
}
