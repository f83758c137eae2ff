package dev.weighbridge.generics;

import java.util.Objects;

/**
 * What some copies of a generic item are there for.
 *
 * @param label type arguments, or a crate; empty for copies without arguments
 * @param copyCount how many copies
 * @param codeSize bytes of their code
 */
public record Cause(String label, int copyCount, long codeSize) {
  /** Refuses null. */
  public Cause {
    Objects.requireNonNull(label, "label");
  }
}
