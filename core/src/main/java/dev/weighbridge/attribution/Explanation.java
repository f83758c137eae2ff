package dev.weighbridge.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Everything known of one byte: the layers from the file down to the symbol, and who claimed it.
 *
 * @param fileOffset its file offset, or -1 if it is memory-only
 * @param address its virtual address, or -1 if it is not loaded
 * @param span row of the leaf span in {@link Partition}
 * @param layers what covers it, coarsest first
 * @param claims who claimed it, from the surest rung down; exactly one has won
 */
public record Explanation(
    long fileOffset, long address, int span, List<Layer> layers, List<Claim> claims) {
  /**
   * One thing that covers the byte.
   *
   * @param name what sort of thing: {@code segment}, {@code section}, {@code symbol}
   * @param text which one
   * @param start its first byte: a file offset, or a place behind the file if memory-only
   * @param end its end, exclusive
   */
  public record Layer(String name, String text, long start, long end) {
    /** Refuses null. */
    public Layer {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * One claim on the byte.
   *
   * @param evidence what tells whose the byte would be
   * @param text whose: a readable name, or a label in brackets
   * @param start the first byte claimed: a file offset, or a place behind the file if memory-only
   * @param end the end of what is claimed, exclusive
   * @param outcome what came of it
   * @param why what it rests on, for people: {@code a symbol with a size}
   */
  public record Claim(
      Evidence evidence, String text, long start, long end, Outcome outcome, String why) {
    /** Refuses null. */
    public Claim {
      Objects.requireNonNull(evidence, "evidence");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(why, "why");
    }
  }

  /** What came of a claim. */
  public enum Outcome {
    /** The byte is its owner's. */
    WON,
    /** Another claim of the same sort holds the byte, one that starts later. */
    NESTED,
    /** Evidence of another sort holds the byte. */
    LOST;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The word used in output: {@code won}. */
    public String key() {
      return key;
    }
  }

  /** Copies the lists. */
  public Explanation {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(claims, "claims");
    layers = List.copyOf(layers);
    claims = List.copyOf(claims);
  }
}
