package dev.weighbridge.packages.content;

import dev.weighbridge.formats.problems.Limits;

/**
 * How much more may be unpacked of packages in a package, and how many more are opened: nests can
 * be made to have no end.
 */
public final class NestedBytes {
  private long left = Limits.MAX_NESTED_PACKAGES;
  private int packages;

  /** How many bytes the next package may have. */
  public long left() {
    return Math.min(left, Limits.MAX_NESTED_PACKAGE);
  }

  /** Counts a package; how many more than are opened there have been with it. */
  public int excess() {
    packages++;
    return packages - Limits.MAX_PACKAGES_INSIDE;
  }

  public void take(long bytes) {
    left = Math.max(0, left - bytes);
  }
}
