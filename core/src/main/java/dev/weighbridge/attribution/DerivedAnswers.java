package dev.weighbridge.attribution;

import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Answers about one thing by key, each made once, by whoever asks first; those who ask meanwhile
 * wait for it. Of a making that fails nothing is kept, and the next who asks tries again.
 */
final class DerivedAnswers<S> {
  /** One for all, because what is made of one thing may ask for answers about another. */
  private static final Object LOCK = new Object();

  /** How long to wait before looking whether the answer is still wanted. */
  private static final long PATIENCE_MILLIS = 50;

  /** What the current thread is at. */
  private static final ThreadLocal<Answer> MAKING = new ThreadLocal<>();

  private final S from;
  private final Map<String, long[][]> saved;

  /**
   * Keys of one class are compared one by one, first by identity: the generated {@code hashCode} of
   * a record costs a new process more than most answers.
   */
  private final Map<Class<?>, List<Answer>> answers = new HashMap<>();

  /** An answer that is made or being made. */
  private static final class Answer {
    private final Derivation<?, ?> key;

    /** Null until it is made. */
    private @Nullable Object value;

    /** On whose behalf it is being made; nobody's once it is made. */
    private Work work;

    /** The answer that its making waits for. */
    private @Nullable Answer needs;

    Answer(Derivation<?, ?> key, Work work) {
      this.key = key;
      this.work = work;
    }
  }

  /**
   * No answers yet.
   *
   * @param from what they are about
   * @param saved the columns of some, by the names of their keys
   */
  DerivedAnswers(S from, Map<String, long[][]> saved) {
    this.from = from;
    this.saved = Map.copyOf(saved);
  }

  /** The columns of answers that were saved. */
  Map<String, long[][]> saved() {
    return saved;
  }

  /** An answer, made on behalf of what the current thread is at. */
  <T> T get(Derivation<? super S, T> key) {
    return get(key, Work.current());
  }

  /** An answer. */
  @SuppressWarnings("unchecked")
  <T> T get(Derivation<? super S, T> key, Work work) {
    Answer asker = MAKING.get();
    Answer answer;
    synchronized (LOCK) {
      Object value = await(key, asker, work);
      if (value != null) {
        return (T) value;
      }
      answer = new Answer(key, work);
      ofClass(key).add(answer);
      need(asker, answer);
    }
    return make(answer, key, asker);
  }

  private List<Answer> ofClass(Derivation<?, ?> key) {
    List<Answer> known = answers.get(key.getClass());
    if (known == null) {
      known = new ArrayList<>(1);
      answers.put(key.getClass(), known);
    }
    return known;
  }

  private @Nullable Answer find(Derivation<?, ?> key) {
    for (Answer answer : ofClass(key)) {
      if (answer.key == key || answer.key.equals(key)) {
        return answer;
      }
    }
    return null;
  }

  /** The answer once no other thread is making it; null if nobody has made it. */
  private @Nullable Object await(Derivation<?, ?> key, @Nullable Answer asker, Work work) {
    try {
      Answer answer = find(key);
      while (answer != null && answer.value == null) {
        refuseCircle(answer, asker);
        work.checkCancelled();
        need(asker, answer);
        try {
          LOCK.wait(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CancellationException("interrupted");
        }
        answer = find(key);
      }
      return answer == null ? null : answer.value;
    } finally {
      need(asker, null);
    }
  }

  private static void need(@Nullable Answer asker, @Nullable Answer answer) {
    if (asker != null) {
      asker.needs = answer;
    }
  }

  /** Throws if an answer is being made on behalf of one that it needs itself. */
  private static void refuseCircle(Answer answer, @Nullable Answer asker) {
    StringBuilder chain = new StringBuilder();
    for (Answer link = answer; link != null; link = link.needs) {
      chain.append(link.key.name()).append(" needs ");
      if (link == asker) {
        throw new IllegalStateException("answers in a circle: " + chain + answer.key.name());
      }
    }
  }

  private <T> T make(Answer answer, Derivation<? super S, T> key, @Nullable Answer asker) {
    T value = null;
    MAKING.set(answer);
    Work before = answer.work.begin();
    try {
      answer.work.checkCancelled();
      value = recall(key);
      if (value == null) {
        value = Objects.requireNonNull(key.derive(from, answer.work), key.name());
      }
      return value;
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } finally {
      Work.end(before);
      if (asker == null) {
        MAKING.remove();
      } else {
        MAKING.set(asker);
      }
      settle(answer, value, asker);
    }
  }

  private void settle(Answer answer, @Nullable Object value, @Nullable Answer asker) {
    synchronized (LOCK) {
      answer.value = value;
      answer.work = Work.NONE;
      if (value == null) {
        ofClass(answer.key).remove(answer);
      }
      need(asker, null);
      LOCK.notifyAll();
    }
  }

  /** An answer that was saved, null if it was not. */
  private <T> @Nullable T recall(Derivation<? super S, T> key) {
    long[][] columns = saved.isEmpty() ? null : saved.get(key.name());
    if (columns == null) {
      return null;
    }
    Optional<Codec<T>> codec = key.codec();
    return codec.isEmpty() ? null : codec.get().answer(columns).orElse(null);
  }
}
