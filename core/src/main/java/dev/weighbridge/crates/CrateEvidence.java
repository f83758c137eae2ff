package dev.weighbridge.crates;

import java.util.Locale;

/** How the crate of an owner is known, strongest first. */
public enum CrateEvidence {
  /** The path in a v0 name. */
  V0_NAME,
  /**
   * The path in a legacy name, a guess where the name tells types only by their letters; or the
   * path that a program database has for a name.
   */
  LEGACY_NAME,
  /** The path of a package in a name of Go, and what the build says; or a module of Swift. */
  PACKAGE_PATH,
  /** A name that the compiler or a C runtime reserves, such as {@code rust_eh_personality}. */
  RESERVED_NAME,
  /** A name that some library of C or C++ has for itself: {@code sqlite3_open}. */
  LIBRARY_NAME,
  /** The compile unit or object file, or the archive around it. */
  UNIT,
  /** The crate of the only function or data that refers to it. */
  REFERENCE,
  /** Other data that the same compiled module made, as its name says. */
  SAME_MODULE,
  /** What lies before and behind in the same section is of one unit. */
  UNIT_AROUND,
  /**
   * Where the code lies: linkers take crates in an order, and calls and panic locations tell where
   * each begins and ends.
   */
  LINK_ORDER,
  /** The path in the panic locations that the code refers to. */
  SOURCE_PATH,
  /** What lies before and behind in the same section is of one library of C or C++. */
  LIBRARY_AROUND,
  /** What lies before and behind in the same section is of one crate. */
  CRATE_AROUND,
  /** The name is not Rust, and nothing tells more. */
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
