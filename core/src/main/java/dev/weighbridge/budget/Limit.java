package dev.weighbridge.budget;

import java.util.Locale;
import java.util.Objects;

/**
 * How much something may weigh, or by how much it may grow.
 *
 * @param subject what it is about
 * @param type whether it limits the figure, or its growth over a baseline
 * @param allowed bytes, or a count; of growth in percent, hundredths of a percent
 * @param builds how many builds of the history back the build lies that growth is counted from; 0
 *     if it is the baseline, or if growth is not limited
 * @param terms what is agreed upon beside the figure
 */
public record Limit(LimitSubject subject, Type type, long allowed, int builds, LimitTerms terms) {
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
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(type, "type");
    if (allowed < 0) {
      throw new IllegalArgumentException("expected a limit of 0 or more, found " + allowed);
    }
    if (builds < 0 || (builds > 0 && type == Type.SIZE)) {
      throw new IllegalArgumentException("expected growth over builds, found " + builds);
    }
    Objects.requireNonNull(terms, "terms");
  }

  /** A limit on something that must be there. */
  public Limit(LimitSubject subject, Type type, long allowed) {
    this(subject, type, allowed, 0, LimitTerms.NONE);
  }

  /** The same limit on something that need not be there. */
  public Limit optional() {
    return with(terms.optional());
  }

  /** The same limit with other terms. */
  public Limit with(LimitTerms other) {
    Objects.requireNonNull(other, "other");
    return new Limit(subject, type, allowed, builds, other);
  }

  /** The same limit on other things. */
  Limit on(LimitSubject other) {
    return new Limit(other, type, allowed, builds, terms);
  }

  /**
   * The same limit on growth over the last builds of a history.
   *
   * @param count at least 1
   */
  public Limit over(int count) {
    return new Limit(subject, type, allowed, count, terms);
  }

  /** Whether it limits growth over the builds of a history. */
  public boolean isOfHistory() {
    return builds > 0;
  }

  /** Whether a file keeps the limit that has nothing of what is limited, and never had. */
  boolean allowsAbsence() {
    // Who allows no byte of it asks for its absence. A kind that there is cannot be misspelt.
    return terms.isOptional() || subject.isKind() || (type == Type.SIZE && allowed == 0);
  }

  /** At most so many bytes, or things. */
  public static Limit size(LimitSubject subject, long allowed) {
    Objects.requireNonNull(subject, "subject");
    return new Limit(subject, Type.SIZE, allowed);
  }

  /** At most so many bytes, or things, more than in the baseline. */
  public static Limit growth(LimitSubject subject, long allowed) {
    Objects.requireNonNull(subject, "subject");
    return new Limit(subject, Type.GROWTH, allowed);
  }

  /** At most so many percent more than in the baseline; two decimals count. */
  public static Limit growthPercent(LimitSubject subject, double percent) {
    Objects.requireNonNull(subject, "subject");
    return new Limit(subject, Type.RELATIVE_GROWTH, Math.round(percent * 100));
  }

  /** What it allows, for people: {@code 8,192 bytes more}. */
  public String allowedText() {
    String more = builds == 0 ? " more" : builds == 1 ? " more over 1 build" : overBuilds();
    return switch (type) {
      case SIZE -> subject.counted(allowed);
      case GROWTH -> subject.counted(allowed) + more;
      case RELATIVE_GROWTH -> String.format(Locale.ROOT, "%.2f %%", allowed / 100.0) + more;
    };
  }

  private String overBuilds() {
    return String.format(Locale.ROOT, " more over %,d builds", builds);
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
