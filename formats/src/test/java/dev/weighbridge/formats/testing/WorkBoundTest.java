package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkBoundTest {
  @Test
  void sleepIsNoWork() {
    Duration taken = WorkBound.run(Duration.ofMillis(200), WorkBoundTest::sleep);
    assertThat(taken).isLessThan(Duration.ofMillis(200));
  }

  @Test
  void stopsWaitingForWorkWithoutEnd() {
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicLong turns = new AtomicLong();
    Runnable endless =
        () -> {
          while (!isOver.get()) {
            turns.incrementAndGet();
          }
        };
    assertThatThrownBy(() -> WorkBound.run(Duration.ofMillis(300), endless))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("at work for");
    isOver.set(true);
    assertThat(turns).hasPositiveValue();
  }

  @Test
  void passesOnWhatTheTaskThrows() {
    IllegalStateException thrown = new IllegalStateException("made");
    Runnable task =
        () -> {
          throw thrown;
        };
    assertThatThrownBy(() -> WorkBound.run(Duration.ofSeconds(5), task)).isSameAs(thrown);
  }

  private static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
