package dev.weighbridge.crates;

import java.util.Locale;

/** How the crate of an owner is known, strongest first. */
public enum CrateEvidence {
  /** The path in a v0 name. */
  V0_NAME,
  /** The path in a legacy name. */
  LEGACY_NAME,
  /** A name that compilers and runtimes reserve, such as {@code rust_eh_personality}. */
  RESERVED_NAME,
  /** The symbol has a plain name and nothing tells more. */
  PLAIN_NAME,
  /** Nothing tells. */
  NONE;

  private static final CrateEvidence[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word used in machine output: {@code v0-name}. */
  public String key() {
    return key;
  }

  /** The evidence with this {@link #ordinal()}, without the copy that {@link #values()} makes. */
  static CrateEvidence of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
