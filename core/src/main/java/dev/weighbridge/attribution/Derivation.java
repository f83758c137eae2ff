package dev.weighbridge.attribution;

import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/**
 * Recipe and name of an answer that is computed once from something and then kept with it.
 *
 * @param <S> what it is computed from
 * @param <T> the type of the answer
 */
public interface Derivation<S, T> {
  /**
   * What is computed, for people who wait for it and, if {@link #codec} is present, for saved
   * models; then it must differ from the names of all other answers that they keep.
   */
  String name();

  /**
   * Computes the answer.
   *
   * @param from what to compute it from; other answers may be asked of it, though not in a circle
   * @param work asked now and then whether the answer is still wanted
   * @return the same for equal keys, whatever was asked before; never null
   */
  T derive(S from, Work work);

  /** How saved models keep the answer; empty, as it is by default, if they do not. */
  default Optional<Codec<T>> codec() {
    return Optional.empty();
  }
}
