package dev.weighbridge.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Holds the reading of a name to a bound of processor time, without a thread for each name. */
final class NameLimit {
  /** Names take microseconds; the first one loads the reader and what watches it. */
  private static final long LIMIT = Duration.ofSeconds(5).toNanos();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long start;

  void start() {
    start = THREADS.getCurrentThreadCpuTime();
  }

  void check() {
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    if (taken > LIMIT) {
      throw new AssertionError("took " + Duration.ofNanos(taken));
    }
  }
}
