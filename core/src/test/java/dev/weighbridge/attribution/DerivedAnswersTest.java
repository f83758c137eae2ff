package dev.weighbridge.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.Progress;
import dev.weighbridge.formats.work.ProgressListener;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DerivedAnswersTest {
  private final Attribution attribution =
      BinaryModel.of("c-x64", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT).attribution();

  /** Makes what it is told to; equal to others of its name. */
  private static final class Told<T> implements DerivedKey<T> {
    private final String name;
    private final Function<Attribution, T> make;

    Told(String name, Function<Attribution, T> make) {
      this.name = name;
      this.make = make;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public T derive(Attribution from, Work work) {
      work.progress(name, 0, 1);
      return make.apply(from);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Told<?> told && name.equals(told.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  private record Spans() implements DerivedKey<Integer> {
    @Override
    public String name() {
      return "spans";
    }

    @Override
    public Integer derive(Attribution from, Work work) {
      return from.partition().spanCount();
    }
  }

  private record Sections() implements DerivedKey<Integer> {
    @Override
    public String name() {
      return "spans";
    }

    @Override
    public Integer derive(Attribution from, Work work) {
      return from.sections().size();
    }
  }

  @Test
  void anAnswerIsMadeOnceForEqualKeys() {
    AtomicInteger made = new AtomicInteger();
    Told<Integer> first = new Told<>("a", from -> made.incrementAndGet());
    assertThat(attribution.get(first)).isEqualTo(1);
    assertThat(attribution.get(new Told<Integer>("a", from -> made.incrementAndGet())))
        .isEqualTo(1);
    assertThat(attribution.get(new Told<Integer>("b", from -> made.incrementAndGet())))
        .isEqualTo(2);
  }

  @Test
  void keysOfEqualNamesAndOfDifferentClassesDoNotClash() {
    Integer spans = attribution.get(new Spans());
    Integer sections = attribution.get(new Sections());
    assertThat(spans).isEqualTo(attribution.partition().spanCount());
    assertThat(sections).isEqualTo(attribution.sections().size()).isNotEqualTo(spans);
  }

  @Test
  void anErrorPassesAsItIsAndNothingIsKept() {
    for (Throwable thrown :
        List.of(new OutOfMemoryError("heap"), new UnsupportedOperationException("odd"))) {
      AtomicInteger tries = new AtomicInteger();
      Told<Integer> key =
          new Told<>(
              thrown.getMessage(),
              from -> {
                if (tries.incrementAndGet() == 1) {
                  throwAny(thrown);
                }
                return tries.get();
              });
      Told<Integer> outer = new Told<>("around " + key.name(), from -> from.get(key));
      assertThat(catchThrowable(() -> attribution.get(outer))).isSameAs(thrown);
      assertThat(attribution.get(outer)).isEqualTo(2);
    }
  }

  private static void throwAny(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void noAnswerIsAFailedMaking() {
    Told<String> none = new Told<>("none", from -> null);
    assertThatThrownBy(() -> attribution.get(none))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("none");
    assertThat(attribution.get(new Told<String>("none", from -> "some"))).isEqualTo("some");
  }

  @Test
  void aCircleTellsItsChain() {
    Told<Integer> first = new Told<>("first", from -> from.get(circular("third")));
    assertThatThrownBy(() -> attribution.get(new Told<>("outside", from -> from.get(first))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("answers in a circle: first needs third needs second needs first");
    assertThat(attribution.get(new Told<Integer>("first", from -> 1))).isEqualTo(1);
  }

  /** A key that needs second, which needs first on the same file cut somewhere. */
  private Told<Integer> circular(String name) {
    Told<Integer> second =
        new Told<>("second", from -> from.uncut().get(new Told<>("first", again -> 0)));
    return new Told<>(name, from -> from.cutAt(new long[] {5}).get(second));
  }

  @Test
  void aCircleAcrossThreadsEndsForBoth() throws Exception {
    CountDownLatch bothStarted = new CountDownLatch(2);
    Told<Integer> left = meeting("left", "right", bothStarted);
    Told<Integer> right = meeting("right", "left", bothStarted);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Throwable> first = threads.submit(() -> catchThrowable(() -> attribution.get(left)));
      Future<Throwable> second = threads.submit(() -> catchThrowable(() -> attribution.get(right)));
      assertThat(first.get()).hasMessageStartingWith("answers in a circle: ");
      assertThat(second.get()).hasMessageStartingWith("answers in a circle: ");
    } finally {
      threads.shutdownNow();
    }
  }

  /** A key whose making meets another thread before it asks for what that one makes. */
  private static Told<Integer> meeting(String name, String other, CountDownLatch bothStarted) {
    return new Told<>(
        name,
        from -> {
          bothStarted.countDown();
          try {
            bothStarted.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return from.get(new Told<>(other, again -> again.get(new Told<>(name, last -> 0))));
        });
  }

  @Test
  void manyThreadsMakeOneAnswer() throws Exception {
    AtomicInteger made = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(
            threads.submit(
                () -> attribution.get(new Told<>("slow", from -> slowly(made.incrementAndGet())))));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int slowly(int answer) {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }

  /** Notes the stages, and is cancelled once there are some. */
  private static final class Watched implements ProgressListener {
    private final List<String> stages = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final int limit;

    Watched(int limit) {
      this.limit = limit;
    }

    Work work() {
      return Work.NONE.withListener(this).withCancellation(cancellation);
    }

    @Override
    public void heard(Progress progress) {
      stages.add(progress.stage());
      if (stages.size() >= limit) {
        cancellation.cancel();
      }
    }
  }

  @Test
  void workReachesTheAnswersMadeOnTheWayAndStopsThem() {
    Told<Integer> key = new Told<>("outer", from -> from.get(new Told<>("inner", in -> 7)));
    Watched impatient = new Watched(1);
    assertThatThrownBy(() -> attribution.get(key, impatient.work()))
        .isInstanceOf(CancellationException.class);
    assertThat(impatient.stages).containsExactly("outer");
    Watched patient = new Watched(10);
    assertThat(attribution.get(key, patient.work())).isEqualTo(7);
    assertThat(patient.stages).containsExactly("outer", "inner");
  }
}
