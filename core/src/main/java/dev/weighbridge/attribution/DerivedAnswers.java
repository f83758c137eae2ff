package dev.weighbridge.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Answers by key, each made once, by whoever asks first; those who ask meanwhile wait for it. */
final class DerivedAnswers {
  private final Map<Object, Answer> answers = new HashMap<>();

  /** One answer. It has its own lock, so that making it may ask for others. */
  private static final class Answer {
    private Object value;

    synchronized Object of(Function<Attribution, ?> make, Attribution attribution) {
      if (value == null) {
        value = Objects.requireNonNull(make.apply(attribution), "answer");
      }
      return value;
    }
  }

  Object of(Object key, Function<Attribution, ?> make, Attribution attribution) {
    Answer answer;
    synchronized (answers) {
      answer = answers.get(key);
      if (answer == null) {
        answer = new Answer();
        answers.put(key, answer);
      }
    }
    return answer.of(make, attribution);
  }
}
