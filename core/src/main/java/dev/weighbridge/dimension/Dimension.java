package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import java.util.Optional;

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
 *   public Labels labels(Attribution attribution, Pricing pricing) {
 *     return new Labels(2) {
 *       public int of(int span) {
 *         return attribution.partition().memorySize(span) > 0 ? 1 : 0;
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

  /** The labels of every span of a partition. */
  Labels labels(Attribution attribution, Pricing pricing);

  /**
   * Places where spans must be cut before this dimension can label them, if borders of symbols and
   * sections do not suffice.
   *
   * @return ascending file offsets; none by default
   */
  default long[] cuts(Attribution attribution) {
    return new long[0];
  }

  /** The policy by which it finds crates, if it shows any; reports name it. */
  default Optional<CratePolicy> cratePolicy() {
    return Optional.empty();
  }
}
