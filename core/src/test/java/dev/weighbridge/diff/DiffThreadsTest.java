package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A diff uses the threads of its work and no others, and none is left behind. */
class DiffThreadsTest {
  private static final String NAME = "weighbridge diff";

  private static BinaryModel model(String name, Work work) {
    return BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT.withWork(work));
  }

  private static String diff(Work work) {
    BinaryModel before = model("elf/c-x64", work);
    BinaryModel after = model("elf/cpp-x64", work);
    SizeDiff diff =
        work.during(() -> new SizeDiff(before.by(Dimensions.SYMBOL), after.by(Dimensions.SYMBOL)));
    return diff.rows().stream()
        .map(row -> row.label() + " " + row.status() + " " + row.delta().fileSize())
        .toList()
        .toString();
  }

  private static List<Thread> left() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(NAME))
        .toList();
  }

  private static void assertThatNoneIsLeft() throws InterruptedException {
    for (Thread thread : left()) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void anExecutorHelpsAndAnswersAreTheSame() throws InterruptedException {
    Set<Thread> helped = ConcurrentHashMap.newKeySet();
    Executor executor =
        piece -> {
          Thread thread = new Thread(piece, "helper");
          helped.add(thread);
          thread.start();
        };
    assertThat(diff(Work.NONE.withExecutor(executor))).isEqualTo(diff(Work.NONE));
    assertThat(helped.isEmpty()).isEqualTo(Runtime.getRuntime().availableProcessors() == 1);
    for (Thread thread : helped) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    assertThatNoneIsLeft();
  }

  @Test
  void whatIsCancelledEndsItsThreads() throws InterruptedException {
    for (int stage = 0; stage < 40; stage += 1 + stage / 2) {
      Cancellation cancellation = new Cancellation();
      int[] pieces = {stage};
      Executor executor =
          piece -> {
            if (pieces[0]-- == 0) {
              cancellation.cancel();
            }
            new Thread(piece, NAME).start();
          };
      try {
        diff(Work.NONE.withCancellation(cancellation).withExecutor(executor));
      } catch (CancellationException e) {
        assertThat(e).hasMessage("cancelled");
      }
      assertThatNoneIsLeft();
    }
  }
}
