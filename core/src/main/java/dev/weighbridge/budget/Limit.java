package dev.weighbridge.budget;

import java.util.Objects;

/**
 * How much something may weigh, or by how much it may grow.
 *
 * @param subject what it is about
 * @param type whether it limits the figure, or its growth over a baseline
 * @param allowed bytes, or a count; of growth in percent, hundredths of a percent
 * @param isOptional whether a file without what is limited keeps the limit; else its name is taken
 *     for misspelt
 */
public record Limit(LimitSubject subject, Type type, long allowed, boolean isOptional) {
  /** What is limited. */
  public enum Type {
    /** The figure itself. */
    SIZE("limit"),
    /** How many bytes, or things, more than in the baseline. */
    GROWTH("growth"),
    /** How many hundredths of a percent more than in the baseline. */
    RELATIVE_GROWTH("relative-growth");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /** The word used in machine output: {@code relative-growth}. */
    public String key() {
      return key;
    }
  }

  /** Checks the range. */
  public Limit {
    Objects.requireNonNull(subject, "measure");
    Objects.requireNonNull(type, "type");
    if (allowed < 0) {
      throw new IllegalArgumentException("expected a limit of 0 or more, found " + allowed);
    }
  }

  /** A limit on something that must be there. */
  public Limit(LimitSubject subject, Type type, long allowed) {
    this(subject, type, allowed, false);
  }

  /** The same limit on something that need not be there. */
  public Limit optional() {
    return new Limit(subject, type, allowed, true);
  }

  /** Whether a file keeps the limit that has nothing of what is limited, and never had. */
  boolean allowsAbsence() {
    // Who allows no byte of it asks for its absence.
    return isOptional || (type == Type.SIZE && allowed == 0);
  }

  /** At most so many bytes, or things. */
  public static Limit size(LimitSubject subject, long allowed) {
    return new Limit(subject, Type.SIZE, allowed);
  }

  /** At most so many bytes, or things, more than in the baseline. */
  public static Limit growth(LimitSubject subject, long allowed) {
    return new Limit(subject, Type.GROWTH, allowed);
  }

  /** At most so many percent more than in the baseline; two decimals count. */
  public static Limit growthPercent(LimitSubject subject, double percent) {
    return new Limit(subject, Type.RELATIVE_GROWTH, Math.round(percent * 100));
  }

  /** The highest figure that keeps the limit, given that of the baseline. */
  long highest(long before) {
    return switch (type) {
      case SIZE -> allowed;
      case GROWTH -> saturated(before, allowed);
      case RELATIVE_GROWTH -> saturated(before, (long) (before * (allowed / 10_000.0)));
    };
  }

  private static long saturated(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
