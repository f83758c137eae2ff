package dev.weighbridge.formats.unwind;

/**
 * A Frame Description Entry: how to unwind one function.
 *
 * <p>LSB Core 5.0, 10.6.1.2 "The Frame Description Entry Format".
 *
 * @param row its row in the {@link EhFrame}
 * @param fileStart its first byte, in the bytes of the image
 * @param fileEnd its end, exclusive
 * @param cie which CIE it belongs to, or -1 if that cannot be told
 * @param pcBegin address of the function's first byte, or -1 if it cannot be told
 * @param pcLength bytes of the function; 0 for one that the linker dropped
 * @param lsda address of its exception table, or -1 if it has none
 */
public record FrameDescriptionEntry(
    int row, long fileStart, long fileEnd, int cie, long pcBegin, long pcLength, long lsda) {

  /** Whether it covers any code. */
  public boolean hasCode() {
    return pcLength != 0 && pcBegin != -1;
  }
}
