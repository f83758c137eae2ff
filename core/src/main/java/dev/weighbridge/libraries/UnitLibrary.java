package dev.weighbridge.libraries;

import java.util.Objects;

/**
 * The library, or the crate, that a unit is from.
 *
 * @param name its name; empty if nothing tells
 * @param version its version; empty if nothing tells
 */
public record UnitLibrary(String name, String version) {
  /** Nothing tells. */
  public static final UnitLibrary UNKNOWN = new UnitLibrary("", "");

  /** Checks that nothing is missing. */
  public UnitLibrary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
  }

  /** Whether anything tells. */
  public boolean isKnown() {
    return !name.isEmpty();
  }
}
