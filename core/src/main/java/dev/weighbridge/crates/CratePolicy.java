package dev.weighbridge.crates;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of the crates that a symbol's name mentions owns it.
 *
 * <p>They differ for generic code: {@code <Vec<my::Row>>::push} is written in {@code alloc}, made
 * for {@code my}, and compiled wherever it was first needed.
 */
public enum CratePolicy {
  /**
   * Whose type caused the code: the defining crate, unless that is of the standard library and the
   * name mentions another one in the Self type, the trait or the generic arguments.
   */
  RESPONSIBLE,
  /** Whose source holds the code. */
  DEFINING,
  /** Whose compilation made this copy; the defining crate where there is only one copy. */
  INSTANTIATING;

  private static final CratePolicy[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line and in machine output: {@code responsible}. */
  public String key() {
    return key;
  }

  /** The policy with this {@link #key}. */
  public static Optional<CratePolicy> named(String key) {
    Objects.requireNonNull(key, "key");
    for (CratePolicy policy : BY_ORDINAL) {
      if (policy.key.equals(key)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
