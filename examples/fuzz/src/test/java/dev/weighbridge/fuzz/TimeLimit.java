package dev.weighbridge.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Holds what is done with an input to a bound of processor time. A thread of its own looks now and
 * then, as one for each input would cost more than most inputs; so what goes beyond the bound ends
 * the process, after the input is saved to {@code target/fuzz-too-long}.
 */
final class TimeLimit {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final TimeLimit ONLY = new TimeLimit();

  private final Thread worker = Thread.currentThread();
  private volatile long start;
  private volatile byte[] input = {};
  private volatile boolean isBusy;

  private TimeLimit() {
    Thread watch = new Thread(this::watch, "time limit");
    watch.setDaemon(true);
    watch.start();
  }

  /** Does something with an input; always in the same thread. */
  static void run(byte[] input, Runnable task) {
    if (Thread.currentThread() != ONLY.worker) {
      throw new IllegalStateException("expected one thread for all inputs");
    }
    ONLY.input = input;
    ONLY.start = THREADS.getCurrentThreadCpuTime();
    ONLY.isBusy = true;
    try {
      task.run();
    } finally {
      ONLY.isBusy = false;
    }
  }

  private void watch() {
    while (true) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        return;
      }
      if (isBusy && THREADS.getThreadCpuTime(worker.getId()) - start > LIMIT.toNanos()) {
        end();
      }
    }
  }

  private void end() {
    IllegalStateException late = new IllegalStateException("at work for more than " + LIMIT);
    late.setStackTrace(worker.getStackTrace());
    late.printStackTrace();
    try {
      Path folder = Files.createDirectories(Path.of("target", "fuzz-too-long"));
      System.err.println("saved to " + Files.write(Files.createTempFile(folder, "", ""), input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }
}
