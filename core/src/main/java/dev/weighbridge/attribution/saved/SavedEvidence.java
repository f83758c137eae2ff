package dev.weighbridge.attribution.saved;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.internal.packed.PackedReader;

/** What names and what bounds the spans of a saved model. */
final class SavedEvidence {
  private static final int NIBBLE = 4;
  private static final int MASK = (1 << NIBBLE) - 1;

  private final Vocabulary words;
  private final Owners owners;
  private final long[] basis;
  private long[] pairs = {};

  /**
   * The evidence that the bases of spans tell, as earlier versions have nothing else.
   *
   * @param basis words for each span
   */
  SavedEvidence(Vocabulary words, Owners owners, long[] basis) {
    this.words = words;
    this.owners = owners;
    this.basis = basis;
  }

  /** Reads the evidence itself. */
  void read(PackedReader in) {
    pairs = in.column(basis.length, "evidence", 0, 255);
  }

  /** {@link Evidence#pair} for a span. */
  int pair(int span, Kind kind, int owner) {
    Basis word = words.word(Basis.class, basis[span]);
    if (pairs.length == 0) {
      return ofBasis(word, kind, owner);
    }
    return Evidence.pair(
        words.word(Evidence.class, pairs[span] & MASK),
        words.word(Evidence.class, pairs[span] >>> NIBBLE));
  }

  private int ofBasis(Basis word, Kind kind, int owner) {
    Evidence named = owners.isFunction(owner) ? Evidence.EXTENT : Evidence.SYMBOL;
    return switch (word) {
      case EXACT ->
          owners.isLabel(owner)
              ? Evidence.pair(Evidence.FORMAT, Evidence.FORMAT)
              : Evidence.pair(named, named);
      case INFERRED ->
          kind == Kind.PADDING
              ? Evidence.pair(Evidence.PADDING, Evidence.PADDING)
              : Evidence.pair(named, Evidence.NEIGHBOUR);
      case REFERENCED -> Evidence.pair(Evidence.REFERENCE, Evidence.REFERENCE);
      case RESIDUAL -> Evidence.pair(Evidence.SECTION, Evidence.SECTION);
    };
  }
}
