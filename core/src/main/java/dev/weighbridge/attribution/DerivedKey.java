package dev.weighbridge.attribution;

/**
 * What to ask an attribution for: the recipe of an answer, which is computed once and kept.
 *
 * <pre>{@code
 * record LongestSpan() implements DerivedKey<Long> {
 *   public String name() {
 *     return "longest span";
 *   }
 *
 *   public Long derive(Attribution attribution, Work work) {
 *     Partition partition = attribution.partition();
 *     long longest = 0;
 *     for (int span = 0; span < partition.fileSpanCount(); span++) {
 *       longest = Math.max(longest, partition.fileSize(span));
 *     }
 *     return longest;
 *   }
 * }
 *
 * long longest = model.attribution().get(new LongestSpan());
 * }</pre>
 *
 * <p>Implemented by records: two keys stand for one answer if they are of one class and equal, so
 * their components must be all that the answer depends on besides the attribution.
 *
 * @param <T> the type of the answer
 */
public interface DerivedKey<T> extends Derivation<Attribution, T> {}
