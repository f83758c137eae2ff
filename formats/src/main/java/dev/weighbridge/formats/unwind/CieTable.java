package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** What frame records need of the CIEs before them: columns, found by file position. */
final class CieTable {
  /** {@link #find}: there is no CIE at that position. */
  static final int NONE = -1;

  private final LongColumn start = new LongColumn(16);
  private final IntColumn row = new IntColumn(16);
  private final ByteColumn pointerEncoding = new ByteColumn(16);
  private final ByteColumn lsdaEncoding = new ByteColumn(16);
  private final ByteColumn hasAugmentationLength = new ByteColumn(16);
  private final ByteColumn isReadable = new ByteColumn(16);
  private int last = NONE;

  void add(long fileStart, int rowIndex, CieReader cie, boolean readable) {
    last = start.count();
    start.add(fileStart);
    row.add(rowIndex);
    pointerEncoding.add((byte) cie.pointerEncoding);
    lsdaEncoding.add((byte) cie.lsdaEncoding);
    hasAugmentationLength.add((byte) (cie.hasAugmentationLength ? 1 : 0));
    isReadable.add((byte) (readable ? 1 : 0));
  }

  int count() {
    return start.count();
  }

  /** The CIE that starts at a position; most records use the one that the record before used. */
  int find(long position) {
    if (last != NONE && start.get(last) == position) {
      return last;
    }
    int low = 0;
    int high = start.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = start.get(middle);
      if (there == position) {
        last = middle;
        return middle;
      }
      if (there < position) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  int pointerEncoding(int cie) {
    return pointerEncoding.get(cie) & 0xFF;
  }

  int lsdaEncoding(int cie) {
    return lsdaEncoding.get(cie) & 0xFF;
  }

  boolean hasAugmentationLength(int cie) {
    return hasAugmentationLength.get(cie) != 0;
  }

  boolean isReadable(int cie) {
    return isReadable.get(cie) != 0;
  }

  int[] rows() {
    return row.freeze();
  }
}
