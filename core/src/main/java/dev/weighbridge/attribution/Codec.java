package dev.weighbridge.attribution;

import java.util.Optional;

/**
 * How saved models keep an answer that cannot be found again without the bytes of the file: as
 * columns of numbers.
 *
 * @param <T> the type of the answer
 */
public interface Codec<T> {
  /** The columns of an answer, not to be changed; no columns if it is not worth keeping. */
  long[][] columns(T answer);

  /**
   * The answer of some columns.
   *
   * @param columns as they stand in a file, which may be damaged
   * @return empty if they are not those of such an answer; it is then derived
   */
  Optional<T> answer(long[][] columns);
}
