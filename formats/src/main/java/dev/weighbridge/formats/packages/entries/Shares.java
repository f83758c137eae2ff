package dev.weighbridge.formats.packages.entries;

/**
 * How many bytes of the outer file travel for the first bytes of something in it: a rising function
 * of the place. What a range has is what it rises by, so that sums are exact wherever one cuts.
 */
public interface Shares {
  /** Bytes of the outer file for all that lies before a place. */
  long upTo(long place);

  /** Those of contents that lie in the outer file as they are. */
  static Shares asTheyAre(long start) {
    return place -> start + place;
  }
}
