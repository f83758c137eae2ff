package dev.weighbridge.packages;

import dev.weighbridge.formats.problems.Limits;

/** How much more may be unpacked of packages in a package: nests can be made to have no end. */
final class NestedBytes {
  private long left = Limits.MAX_NESTED_PACKAGES;

  /** How many bytes the next package may have. */
  long left() {
    return Math.min(left, Limits.MAX_NESTED_PACKAGE);
  }

  void take(long bytes) {
    left = Math.max(0, left - bytes);
  }
}
