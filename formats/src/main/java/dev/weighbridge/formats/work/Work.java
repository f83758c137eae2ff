package dev.weighbridge.formats.work;

import dev.weighbridge.formats.work.Progress.Unit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How work that may take long is done: who hears of progress, who may end it, which threads help,
 * and how much memory it may have. Immutable and safe for several threads.
 *
 * <p>Work ends with a {@link CancellationException} soon after its {@link Cancellation} is
 * cancelled or the thread that asked for it is interrupted (which stays interrupted): a tenth of a
 * second at most is the aim. There is then no result, and no half of one.
 *
 * <p>A thread has one work at a time, its {@linkplain #current current} one. Loops ask it once for
 * some thousands of things done, not once for each.
 */
public final class Work {
  /** Tells nobody; ended by interruption only; threads of its own; all memory there is. */
  public static final Work NONE =
      new Work(Optional.empty(), new Cancellation(), Optional.empty(), Long.MAX_VALUE, null);

  private static final int MASK = 1_023;

  private static final ThreadLocal<Work> CURRENT = new ThreadLocal<>();

  private final Optional<ProgressListener> listener;
  private final Cancellation cancellation;
  private final Optional<Executor> executor;
  private final long memoryLimit;

  /** Whoever is helped; null in the thread that asked. */
  private final @Nullable Thread asker;

  private Work(
      Optional<ProgressListener> listener,
      Cancellation cancellation,
      Optional<Executor> executor,
      long memoryLimit,
      @Nullable Thread asker) {
    this.listener = listener;
    this.cancellation = cancellation;
    this.executor = executor;
    this.memoryLimit = memoryLimit;
    this.asker = asker;
  }

  /** The same work with somebody who hears of progress. */
  public Work withListener(ProgressListener other) {
    Objects.requireNonNull(other, "other");
    return new Work(Optional.of(other), cancellation, executor, memoryLimit, asker);
  }

  /** The same work, ended by something else. */
  public Work withCancellation(Cancellation other) {
    Objects.requireNonNull(other, "other");
    return new Work(listener, other, executor, memoryLimit, asker);
  }

  /**
   * The same work with threads of yours to help it, instead of some that it starts. It gets on
   * without help: an executor that is busy, refuses, or has this very thread only is no harm.
   */
  public Work withExecutor(Executor other) {
    Objects.requireNonNull(other, "other");
    return new Work(listener, cancellation, Optional.of(other), memoryLimit, asker);
  }

  /**
   * The same work with less memory: as if the heap were of this size. What is unpacked or read into
   * memory as a whole keeps to its share of it, larger files are mapped. What is found, some tens
   * of bytes for each symbol, is not limited.
   *
   * @param bytes at least 1
   * @throws IllegalArgumentException if it is less
   */
  public Work withMemoryLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes: expected 1 or more, found " + bytes);
    }
    return new Work(listener, cancellation, executor, bytes, asker);
  }

  /** Who is asked to help; empty if threads are started. */
  public Optional<Executor> executor() {
    return executor;
  }

  /** What ends it. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Bytes of memory that it may have; no more than the heap may grow to. */
  public long memoryLimit() {
    return Math.min(memoryLimit, Runtime.getRuntime().maxMemory());
  }

  /** The work that the current thread is at; {@link #NONE} if nobody said. */
  public static Work current() {
    Work work = CURRENT.get();
    return work == null ? NONE : work;
  }

  /**
   * Makes it the current work of this thread, unless it is {@link #NONE}, which changes nothing.
   *
   * @return what to {@linkplain #end end} it with
   */
  public Work begin() {
    Work before = current();
    if (this != NONE) {
      CURRENT.set(this);
    }
    return before;
  }

  /**
   * Ends the current work of this thread, in a {@code finally}.
   *
   * @param before what {@link #begin} gave
   */
  public static void end(Work before) {
    Objects.requireNonNull(before, "before");
    if (before == NONE) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  /** A piece of work. */
  @FunctionalInterface
  public interface Piece<T, E extends Exception> {
    /** Does it. */
    T make() throws E;
  }

  /**
   * Does something as this work: {@code work.during(() -> model.generics())}.
   *
   * @return what it gives
   * @throws CancellationException if it is cancelled before it is done
   */
  public <T, E extends Exception> T during(Piece<T, E> piece) throws E {
    Objects.requireNonNull(piece, "piece");
    Work before = begin();
    try {
      checkCancelled();
      return piece.make();
    } finally {
      end(before);
    }
  }

  /**
   * This work as another thread does it on behalf of the current one, of which it is told if that
   * is interrupted.
   */
  public Work helped() {
    return new Work(listener, cancellation.below(), executor, memoryLimit, Thread.currentThread());
  }

  /**
   * Returns if the work is still wanted.
   *
   * @throws CancellationException if it is not; whoever works lets it pass
   */
  public void checkCancelled() {
    if (cancellation.isCancelled()) {
      throw new CancellationException("cancelled");
    }
    if (Thread.currentThread().isInterrupted() || (asker != null && asker.isInterrupted())) {
      throw new CancellationException("interrupted");
    }
  }

  /** Returns if the current work of this thread is still wanted; errors as for the other. */
  public static void check() {
    current().checkCancelled();
  }

  /** As {@link #check}, for a loop that counts: asks at each 1,024th thing only. */
  public static void checkAt(long index) {
    if ((index & MASK) == 0) {
      check();
    }
  }

  /** As {@link #tell(String, long, long)}, for a loop that counts: at each 1,024th thing only. */
  public static void tellAt(String stage, long index, long total) {
    if ((index & MASK) == 0) {
      tell(stage, index, total);
    }
  }

  /**
   * Takes note of how far a stage is; parameters as for {@link Progress}.
   *
   * @throws CancellationException if the work is no longer wanted
   */
  public void progress(String stage, long done, long total, Unit unit) {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(unit, "unit");
    checkCancelled();
    if (listener.isPresent()) {
      listener.get().heard(new Progress(stage, done, total, unit));
    }
  }

  /** The same of things of any kind. */
  public void progress(String stage, long done, long total) {
    progress(stage, done, total, Unit.ITEMS);
  }

  /** Takes note of how far the current work of this thread is; errors as for the other. */
  public static void tell(String stage, long done, long total, Unit unit) {
    current().progress(stage, done, total, unit);
  }

  /** The same of things of any kind. */
  public static void tell(String stage, long done, long total) {
    tell(stage, done, total, Unit.ITEMS);
  }

  @Override
  public String toString() {
    return "work, "
        + cancellation
        + listener.map(heard -> ", heard").orElse("")
        + executor.map(helped -> ", helped by " + helped).orElse("")
        + (memoryLimit == Long.MAX_VALUE ? "" : ", " + memoryLimit + " bytes of memory");
  }
}
