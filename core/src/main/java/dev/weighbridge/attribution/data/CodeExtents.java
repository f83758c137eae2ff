package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import java.util.Arrays;

/**
 * Where code surely begins, and how far it reaches: the function extents of an image by their file
 * offsets. Of extents that overlap, each ends where the next begins.
 */
final class CodeExtents {
  /** Bits of an extent's length beside its start; what is longer ends so early. */
  private static final int LENGTH_BITS = 20;

  private static final int LONGEST = (1 << LENGTH_BITS) - 1;

  private final long[] extents;
  private final int count;

  private CodeExtents(long[] sorted, int count) {
    extents = sorted;
    this.count = count;
  }

  /** The extents of a table, but for those that begin where it only seems likely. */
  static CodeExtents of(FunctionTable functions) {
    long[] found = new long[functions.count()];
    int count = 0;
    for (int row = 0; row < functions.count(); row++) {
      long start = functions.fileStart(row);
      if (start >= 0 && functions.evidence(row) != ExtentEvidence.FILLER) {
        long length = Math.min(functions.memorySize(row), LONGEST);
        found[count++] = start << LENGTH_BITS | length;
      }
    }
    Arrays.sort(found, 0, count);
    return new CodeExtents(found, count);
  }

  int count() {
    return count;
  }

  /** File offset of the first byte. */
  long start(int index) {
    return extents[index] >>> LENGTH_BITS;
  }

  /** The end in the file, exclusive. */
  long end(int index) {
    long end = start(index) + (extents[index] & LONGEST);
    return index + 1 < count ? Math.min(end, start(index + 1)) : end;
  }

  /** The first extent that starts at a place or behind it. */
  int firstFrom(long place) {
    int found = Arrays.binarySearch(extents, 0, count, place << LENGTH_BITS);
    return found < 0 ? -found - 1 : found;
  }

  /** The extent that holds a place; -1 if none does. */
  int at(long place) {
    int index = firstFrom(place + 1) - 1;
    return index >= 0 && place < end(index) ? index : -1;
  }
}
