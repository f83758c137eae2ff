package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.graph.RetainedTree;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * How long work goes on once it is cancelled, on the largest library of the JDK that runs this.
 * Half of the tries must keep the aim: a single one may meet what is made once for all of a
 * process.
 */
@RequiresNative
class CancellationDelayTest {
  private static final long MOST_NANOS = 100_000_000L;
  private static final int TRIES = 12;

  private interface Asked {
    Object of(BinaryModel model) throws Exception;
  }

  @Test
  void workEndsWithinATenthOfASecondOfItsOwnTime() throws Exception {
    Path file = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
    assumeThat(Files.exists(file)).isTrue();
    Map<String, Asked> all = new LinkedHashMap<>();
    all.put("open", model -> BinaryModel.open(file));
    all.put("symbols", model -> model.bySymbol().rows());
    all.put("crates", model -> model.by(Dimensions.CRATE, Dimensions.SYMBOL));
    all.put("generics", BinaryModel::generics);
    all.put("duplicates", model -> model.duplicates().identicalFunctions());
    all.put("graph", model -> model.retained(RetainedTree.Selection.DEFAULT).rows());
    all.put("lint", BinaryModel::lint);
    Random random = new Random(19);
    List<String> late = new ArrayList<>();
    for (Map.Entry<String, Asked> one : all.entrySet()) {
      // Once to its end, as the first of a process loads classes, which nobody can end.
      long started = System.nanoTime();
      one.getValue().of(BinaryModel.open(file));
      long whole = System.nanoTime() - started;
      long[] delays = new long[TRIES];
      for (int i = 0; i < TRIES; i++) {
        BinaryModel model = one.getKey().equals("open") ? null : BinaryModel.open(file);
        delays[i] = delay(one.getValue(), model, (long) (random.nextDouble() * whole / 2));
      }
      Arrays.sort(delays);
      if (delays[TRIES / 2] > MOST_NANOS) {
        late.add(one.getKey() + ": " + Arrays.toString(delays) + " ns");
      }
    }
    assertThat(late).isEmpty();
  }

  /** Time of its processor that a thread takes from the cancellation to its end. */
  private static long delay(Asked asked, BinaryModel model, long nanos) throws Exception {
    Cancellation cancellation = new Cancellation();
    Work work = Work.NONE.withCancellation(cancellation);
    long[] end = new long[1];
    Thread worker =
        new Thread(
            () -> {
              try {
                work.during(() -> asked.of(model));
              } catch (CancellationException e) {
                return;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              } finally {
                end[0] = time();
              }
            });
    worker.start();
    Thread.sleep(nanos / 1_000_000);
    long before = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
    cancellation.cancel();
    worker.join();
    return before < 0 ? 0 : end[0] - before;
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
