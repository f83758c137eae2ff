package dev.weighbridge.budget;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is agreed upon beside the figure of a limit.
 *
 * @param isOptional whether a file without what is limited keeps the limit; else its name is taken
 *     for misspelt
 * @param reason why it is what it is; empty if nobody said
 * @param expires the last day on which it can be kept; empty if it holds forever
 * @param line where it stands in the file of limits, from 1; 0 if unknown
 */
public record LimitTerms(boolean isOptional, String reason, Optional<LocalDate> expires, int line) {
  /** Nothing. */
  public static final LimitTerms NONE = new LimitTerms(false, "", Optional.empty(), 0);

  /** Checks that nothing is missing. */
  public LimitTerms {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(expires, "expires");
  }

  /** The same for something that need not be there. */
  public LimitTerms optional() {
    return new LimitTerms(true, reason, expires, line);
  }

  /** Whether its last day has passed. */
  boolean isExpired(LocalDate today) {
    return expires.isPresent() && expires.get().isBefore(today);
  }
}
