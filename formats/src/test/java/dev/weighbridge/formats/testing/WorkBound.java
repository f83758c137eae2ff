package dev.weighbridge.formats.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds a task to a bound of processor time. A clock on the wall would blame the task for a machine
 * that is busy, short of memory, or asleep; only a task that does not work at all is held to it,
 * and loosely.
 */
public final class WorkBound {
  /** A task that takes no time of the processor and does not end waits for what never comes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WorkBound() {}

  /**
   * Runs a task in a thread of its own, and leaves it alone if it goes beyond the bound.
   *
   * @param limit the longest time of the processor that the task may take
   * @return the time of the processor that it took
   * @throws AssertionError if the task goes beyond the bound
   */
  public static Duration run(Duration limit, Runnable task) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Duration> taken = new AtomicReference<>(Duration.ZERO);
    Thread worker =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Throwable e) {
                thrown.set(e);
              } finally {
                taken.set(Duration.ofNanos(THREADS.getCurrentThreadCpuTime()));
              }
            },
            "bounded work");
    worker.setDaemon(true);
    worker.start();
    await(worker, limit);
    if (thrown.get() instanceof RuntimeException e) {
      throw e;
    }
    if (thrown.get() instanceof Error e) {
      throw e;
    }
    if (taken.get().compareTo(limit) > 0) {
      throw new AssertionError("expected at most " + limit + ", took " + taken.get());
    }
    return taken.get();
  }

  private static void await(Thread worker, Duration limit) {
    long start = System.nanoTime();
    try {
      while (worker.isAlive()) {
        worker.join(200);
        long work = THREADS.getThreadCpuTime(worker.getId());
        boolean isOver = work > limit.toNanos() || System.nanoTime() - start > PATIENCE.toNanos();
        if (isOver && worker.isAlive()) {
          AssertionError late =
              new AssertionError("at work for " + TimeUnit.NANOSECONDS.toMillis(work) + " ms");
          late.setStackTrace(worker.getStackTrace());
          throw late;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
