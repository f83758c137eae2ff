package dev.weighbridge.lint;

import java.util.Objects;

/**
 * What following an advice would save.
 *
 * @param bytes bytes of the file, 0 or more
 * @param basis what the figure rests on
 * @param confidence how likely it is that the finding is right, from 0 to 1
 */
public record Saving(long bytes, SavingBasis basis, double confidence) {
  /** Nothing is known of the saving, little of the finding. */
  public static final Saving UNKNOWN = new Saving(0, SavingBasis.UNKNOWN, 0.5);

  /** Checks the ranges. */
  public Saving {
    Objects.requireNonNull(basis, "basis");
    if (bytes < 0 || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "expected bytes >= 0 and confidence in [0, 1], found " + bytes + " and " + confidence);
    }
  }

  /** Exactly so many bytes. */
  public static Saving exact(long bytes) {
    return new Saving(bytes, SavingBasis.EXACT, 1);
  }

  /** So many bytes were counted. */
  public static Saving counted(long bytes, double confidence) {
    return new Saving(bytes, SavingBasis.COUNTED, confidence);
  }

  /** At most so many bytes. */
  public static Saving upTo(long bytes, double confidence) {
    return new Saving(bytes, SavingBasis.UPPER_BOUND, confidence);
  }

  /** About so many bytes. */
  public static Saving about(long bytes, double confidence) {
    return new Saving(bytes, SavingBasis.ESTIMATED, confidence);
  }
}
