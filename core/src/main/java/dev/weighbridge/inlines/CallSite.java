package dev.weighbridge.inlines;

import java.util.Objects;

/**
 * One place at which a function was inlined.
 *
 * @param label the function that was inlined there
 * @param caller the function that calls it, which may be inlined itself; empty if it is not told
 * @param place the file and line of the call, {@code src/main.rs:120}; empty if it is not told
 * @param address address of its first byte, as debug information counts
 * @param size bytes of code, with all that was inlined into it in turn
 * @param ownSize bytes of code that are of no other function
 */
public record CallSite(
    String label, String caller, String place, long address, long size, long ownSize) {
  /** Checks that nothing is missing. */
  public CallSite {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(place, "place");
  }
}
