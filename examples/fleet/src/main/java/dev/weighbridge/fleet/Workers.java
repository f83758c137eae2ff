package dev.weighbridge.fleet;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Several threads that do the same work until nothing of it is left.
 *
 * @param threads how many
 */
record Workers(int threads) {
  /**
   * Runs a work in each, and gives what all of them give. What is begun ends before this returns,
   * however it returns: nobody else may put something into the store before.
   *
   * @throws IOException if one of them fails so, and likewise
   */
  <T> List<T> run(Callable<List<T>> work) throws IOException, SQLException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<List<T>>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        futures.add(pool.submit(work));
      }
      List<T> all = new ArrayList<>();
      for (Future<List<T>> future : futures) {
        all.addAll(result(future));
      }
      return all;
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.HOURS);
    }
  }

  private static <T> T result(Future<T> future)
      throws IOException, SQLException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
