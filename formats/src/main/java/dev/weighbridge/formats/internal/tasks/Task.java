package dev.weighbridge.formats.internal.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work that another thread may do while the caller does something else. */
public final class Task<T> {
  private final FutureTask<T> future;

  /** Work to do once. */
  public Task(Callable<T> work) {
    future = new FutureTask<>(work);
  }

  /** Does the work here, unless another thread is at it or has done it. */
  public void run() {
    future.run();
  }

  /** Has a thread of its own do the work. */
  public Task<T> start(String name) {
    Thread thread = new Thread(future, name);
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // No room for another thread: whoever wants the result does the work.
      future.run();
    }
    return this;
  }

  /** The result; an interrupt does not stop the wait for it but is handed on. */
  public T result() {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What stopped the work, as it would have reached a caller who did it. */
  private static IllegalStateException failure(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("failed in another thread", cause);
  }
}
