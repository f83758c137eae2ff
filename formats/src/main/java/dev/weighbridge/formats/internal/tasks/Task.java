package dev.weighbridge.formats.internal.tasks;

import dev.weighbridge.formats.work.Work;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Work that another thread may do while the caller does something else. It ends with the work of
 * the thread that made it.
 */
public final class Task<T> {
  private final Work work = Work.current().helped();
  private final FutureTask<T> future;

  /** Work to do once. */
  public Task(Callable<T> piece) {
    future =
        new FutureTask<>(
            new Callable<T>() {
              @Override
              public T call() throws Exception {
                Work before = work.begin();
                try {
                  return piece.call();
                } finally {
                  Work.end(before);
                }
              }
            });
  }

  /** Does the work here, unless another thread is at it or has done it. */
  public void run() {
    future.run();
  }

  /** Has another thread do the work. */
  public Task<T> start(String name) {
    TaskThreads.start(future, name);
    return this;
  }

  /**
   * The result; what no other thread has begun is done here.
   *
   * @throws CancellationException if the work is cancelled or the current thread interrupted
   */
  public T result() {
    future.run();
    try {
      return future.get();
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Nobody wants the result any more. */
  void abandon() {
    work.cancellation().cancel();
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
