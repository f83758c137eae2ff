package dev.weighbridge.measure;

import dev.weighbridge.query.Query;

/**
 * What is counted of bytes: those in the file, those in memory, anything that adds up over ranges.
 *
 * <p>A measure of your own needs nothing but this interface:
 *
 * <pre>{@code
 * Measure spans = new Measure() {
 *   public String name() {
 *     return "spans";
 *   }
 *
 *   public String title() {
 *     return "Spans";
 *   }
 *
 *   public Quantity quantity() {
 *     return Quantity.COUNT;
 *   }
 *
 *   public MeasureValues values(Query query) {
 *     Partition whole = query.attribution().uncut().partition();
 *     Partition partition = query.attribution().partition();
 *     return new MeasureValues() {
 *       public long total() {
 *         return whole.spanCount();
 *       }
 *
 *       public long of(int span) {
 *         return partition.start(span) == whole.start(partition.whole(span)) ? 1 : 0;
 *       }
 *     };
 *   }
 * };
 * }</pre>
 */
public interface Measure {
  /**
   * The word used on the command line and in machine output: {@code file}. No two measures of one
   * tree have the same.
   */
  String name();

  /** The heading of its column, for people: {@code File size}. */
  String title();

  /** What one of it is. */
  Quantity quantity();

  /** What they are called behind a number in a sentence: {@code bytes of debug}. */
  default String unit() {
    return quantity() == Quantity.BYTES ? "bytes of " + name() : name();
  }

  /** The values of every span that the query is about; asked for once by whoever adds them up. */
  MeasureValues values(Query query);
}
