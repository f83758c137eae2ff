package dev.weighbridge.inlines;

import java.util.Objects;

/**
 * What one function costs, on its own and inlined into others.
 *
 * @param label its name, for people
 * @param inlinedSize bytes of code in other functions that are of this one and of none that was
 *     inlined into it in turn: these add up over all functions
 * @param outOfLineSize bytes of its own body that are of no function inlined into it
 * @param inclusiveSize bytes of code of its call sites with all that was inlined into them in turn
 * @param siteCount how many call sites it was inlined at
 * @param largestSite bytes of the largest of them, with all that was inlined into it
 */
public record InlinedFunction(
    String label,
    long inlinedSize,
    long outOfLineSize,
    long inclusiveSize,
    int siteCount,
    long largestSite) {
  /** Checks that nothing is missing. */
  public InlinedFunction {
    Objects.requireNonNull(label, "label");
  }

  /** Bytes that are of this function and of none inlined into it, wherever they are. */
  public long size() {
    return inlinedSize + outOfLineSize;
  }
}
