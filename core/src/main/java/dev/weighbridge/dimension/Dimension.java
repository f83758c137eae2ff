package dev.weighbridge.dimension;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;
import java.util.Set;

/**
 * A way to group bytes: by section, by symbol, by anything.
 *
 * <p>A dimension of your own needs nothing but this interface:
 *
 * <pre>{@code
 * Dimension loaded = new Dimension() {
 *   public String name() {
 *     return "loaded";
 *   }
 *
 *   public Labels labels(Query query) {
 *     return new Labels(2) {
 *       public int of(int span) {
 *         return query.attribution().partition().memorySize(span) > 0 ? 1 : 0;
 *       }
 *
 *       public String text(int label) {
 *         return label == 1 ? "loaded" : "on disk only";
 *       }
 *     };
 *   }
 * };
 * }</pre>
 */
public interface Dimension {
  /** The word used on the command line and in machine output: {@code section}. */
  String name();

  /** The labels of every span that the query is about. */
  Labels labels(Query query);

  /**
   * Places where spans must be cut before this dimension can label them, if borders of symbols and
   * sections do not suffice.
   *
   * @return ascending file offsets; none by default
   */
  default long[] cuts(Query query) {
    return new long[0];
  }

  /**
   * The same dimension for who counts bytes of some kinds only and asks for the labels of no
   * others, so that what only the others need is not read.
   *
   * @return this one by default
   */
  default Dimension only(Set<Kind> kinds) {
    return this;
  }

  /** Whether labels are what debug information says: without any there is but one for code. */
  default boolean isOfDebugInformation() {
    return false;
  }

  /** Whether labels rest on which crate owns code, so that reports name the policy. */
  default boolean hasCrates() {
    return false;
  }
}
