package dev.weighbridge.lint;

import java.util.Objects;

/**
 * What following an advice would save.
 *
 * @param bytes bytes of the file, 0 or more: the likeliest figure
 * @param basis what the figure rests on
 * @param confidence how likely it is that the finding is right, from 0 to 1
 * @param least no fewer bytes than these, as far as was ever measured
 * @param most no more bytes than these, as far as was ever measured
 */
public record Saving(long bytes, SavingBasis basis, double confidence, long least, long most) {
  /** Nothing is known of the saving, little of the finding. */
  public static final Saving UNKNOWN = new Saving(0, SavingBasis.UNKNOWN, 0.5);

  /** Checks the ranges. */
  public Saving {
    Objects.requireNonNull(basis, "basis");
    if (bytes < 0 || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "expected bytes >= 0 and confidence in [0, 1], found " + bytes + " and " + confidence);
    }
    if (least < 0 || least > bytes || most < bytes) {
      throw new IllegalArgumentException(
          "expected 0 <= least <= " + bytes + " <= most, found " + least + " and " + most);
    }
  }

  /** A figure without a range; what is at most so much may be nothing. */
  public Saving(long bytes, SavingBasis basis, double confidence) {
    this(bytes, basis, confidence, basis == SavingBasis.UPPER_BOUND ? 0 : bytes, bytes);
  }

  /** Exactly so many bytes. */
  public static Saving exact(long bytes) {
    return new Saving(bytes, SavingBasis.EXACT, 1);
  }

  /** So many bytes by a computation on this file that does what the tool would do. */
  public static Saving computed(long bytes, double confidence) {
    return new Saving(bytes, SavingBasis.COMPUTED, confidence);
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

  /**
   * About so many bytes, and within a range that measured programs kept to.
   *
   * @throws IllegalArgumentException unless {@code 0 <= least <= bytes <= most}
   */
  public static Saving between(long least, long bytes, long most, double confidence) {
    return new Saving(bytes, SavingBasis.ESTIMATED, confidence, least, most);
  }

  /** Whether it is a range: an estimate with two ends. */
  public boolean isRange() {
    return basis == SavingBasis.ESTIMATED && least < most;
  }
}
