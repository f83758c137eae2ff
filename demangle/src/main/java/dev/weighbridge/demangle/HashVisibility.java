package dev.weighbridge.demangle;

/** Whether text shows the parts of a name that only tell equal names apart. */
public enum HashVisibility {
  /**
   * Left out: {@code serde::de::from_str}. This is the form {@code {:#}} of the reference
   * demangler.
   */
  HIDDEN,

  /**
   * Shown: the disambiguators of crates and the types of numbers in v0 names, the hash of legacy
   * names, as in {@code serde[1b2c]::de::from_str} and {@code
   * serde::de::from_str::h05af221e174051e9}. This is the form {@code {}} of the reference
   * demangler.
   */
  SHOWN
}
