package dev.weighbridge.formats.work;

import java.util.Optional;

/**
 * Ends work from outside: given to what may take long, kept by whoever may lose interest. Once
 * cancelled it stays so. Safe for several threads.
 */
public final class Cancellation {
  /** Also ends what has this one; empty for one that people make. */
  private final Optional<Cancellation> above;

  private volatile boolean isCancelled;

  /** Not cancelled yet. */
  public Cancellation() {
    this(Optional.empty());
  }

  private Cancellation(Optional<Cancellation> above) {
    this.above = above;
  }

  /** One that ends with this one, or before. */
  Cancellation below() {
    return new Cancellation(Optional.of(this));
  }

  /** Ends all work that has it; again, it does nothing. */
  public void cancel() {
    isCancelled = true;
  }

  /** Whether somebody has cancelled. */
  public boolean isCancelled() {
    return isCancelled || (above.isPresent() && above.get().isCancelled());
  }

  @Override
  public String toString() {
    return isCancelled() ? "cancelled" : "not cancelled";
  }
}
