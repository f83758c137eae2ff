package dev.weighbridge.formats;

import dev.weighbridge.formats.problems.Diagnostics;

/** Holds what a format states of ranges to the image that they are of, once for all of them. */
final class RangeCheck {
  private final long fileStart;
  private final long imageSize;
  private final Diagnostics diagnostics;
  private long statedEnd;

  RangeCheck(long fileStart, long imageSize, Diagnostics diagnostics) {
    this.fileStart = fileStart;
    this.imageSize = imageSize;
    this.diagnostics = diagnostics;
  }

  /** The end of the last range so far that has bytes; of the image if one was cut. */
  long statedEnd() {
    return statedEnd;
  }

  /** Where a range ends, from the start of the image; one that reaches over its end is cut. */
  long end(String where, long start, long length) {
    if (start >= 0 && length >= 0 && start <= imageSize && length <= imageSize - start) {
      statedEnd = length == 0 ? statedEnd : Math.max(statedEnd, start + length);
      return start + length;
    }
    statedEnd = imageSize;
    diagnostics.warn(
        where,
        start < 0 ? -1 : fileStart + start,
        "a range inside the " + imageSize + " bytes of the image",
        "start " + Long.toUnsignedString(start) + ", size " + Long.toUnsignedString(length));
    return imageSize;
  }

  /** A size in memory that is no range of the file; one of 2^63 or more is none. */
  long nonNegative(String where, long stated) {
    if (stated < 0) {
      diagnostics.warn(where, -1, "less than 2^63", Long.toUnsignedString(stated));
    }
    return Math.max(0, stated);
  }
}
