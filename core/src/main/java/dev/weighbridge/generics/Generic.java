package dev.weighbridge.generics;

import java.util.Objects;

/**
 * What one generic item costs; sizes are bytes in the file.
 *
 * @param index its row
 * @param label the item without its type arguments
 * @param copyCount how many copies have code of their own
 * @param codeSize the code of all copies
 * @param fileSize all that would go with them
 * @param largest the code of the largest copy
 * @param mean the code of a copy on average
 * @param distinct how many different bodies there are
 * @param distinctMasked how many but for PC-relative operands and relocated places
 * @param identicalSaving see {@link Generics#IDENTICAL_FORMULA}
 * @param maskedSaving see {@link Generics#MASKED_FORMULA}
 * @param likelySaving see {@link Generics#LIKELY_FORMULA}
 * @param savingBound see {@link Generics#BOUND_FORMULA}
 */
public record Generic(
    int index,
    String label,
    int copyCount,
    long codeSize,
    long fileSize,
    long largest,
    long mean,
    int distinct,
    int distinctMasked,
    long identicalSaving,
    long maskedSaving,
    long likelySaving,
    long savingBound) {
  /** Refuses null. */
  public Generic {
    Objects.requireNonNull(label, "label");
  }
}
