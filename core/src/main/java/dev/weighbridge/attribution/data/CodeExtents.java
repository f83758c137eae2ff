package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.columns.Order;
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

  private CodeExtents(long[] sorted) {
    extents = sorted;
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
    long[] sorted = new long[count];
    int at = 0;
    // Most are in order, by parts; what sorts rows elsewhere is compiled by now.
    for (int row : Order.ascending(found, count)) {
      sorted[at++] = found[row];
    }
    return new CodeExtents(sorted);
  }

  int count() {
    return extents.length;
  }

  /** File offset of the first byte. */
  long start(int index) {
    return extents[index] >>> LENGTH_BITS;
  }

  /** The end in the file, exclusive. */
  long end(int index) {
    long end = start(index) + (extents[index] & LONGEST);
    return index + 1 < extents.length ? Math.min(end, start(index + 1)) : end;
  }

  /** The first extent that starts at a place or behind it. */
  int firstFrom(long place) {
    int found = Arrays.binarySearch(extents, place << LENGTH_BITS);
    return found < 0 ? -found - 1 : found;
  }

  /** The extent that holds a place; -1 if none does. */
  int at(long place) {
    int index = firstFrom(place + 1) - 1;
    return index >= 0 && place < end(index) ? index : -1;
  }
}
