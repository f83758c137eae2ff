package dev.weighbridge.formats.internal.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pieces of work that some threads do together, each piece once; who wants the results helps. What
 * comes out does not depend on how many threads there are.
 */
public final class SharedTasks<T> {
  private static final int MAX_THREADS = 4;

  private final String name;
  private final List<Task<T>> tasks = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /**
   * No pieces.
   *
   * @param name of the threads
   */
  public SharedTasks(String name) {
    this.name = name;
  }

  /** Adds a piece, before any thread is started. */
  public void add(Callable<T> piece) {
    tasks.add(new Task<>(piece));
  }

  /** Starts other threads, as many as there are processors for; one piece alone is worth none. */
  public void start() {
    int processors = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    for (int thread = 1; thread < Math.min(processors, tasks.size()); thread++) {
      if (!TaskThreads.start(worker(), name)) {
        return;
      }
    }
  }

  /** A class, not a lambda: a new process has no time to bind one. */
  private Runnable worker() {
    return new Runnable() {
      @Override
      public void run() {
        takePieces();
      }
    };
  }

  private void takePieces() {
    for (int piece = next.getAndIncrement(); piece < tasks.size(); piece = next.getAndIncrement()) {
      tasks.get(piece).run();
    }
  }

  /**
   * Helps with what is left to do; then the results, in the order of the pieces.
   *
   * @throws java.util.concurrent.CancellationException if the work is cancelled or the current
   *     thread interrupted
   */
  public List<T> results() {
    List<T> results = new ArrayList<>();
    try {
      takePieces();
      for (Task<T> task : tasks) {
        results.add(task.result());
      }
      return results;
    } finally {
      if (results.size() < tasks.size()) {
        tasks.forEach(Task::abandon);
      }
    }
  }
}
