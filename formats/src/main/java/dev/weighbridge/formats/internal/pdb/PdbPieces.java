package dev.weighbridge.formats.internal.pdb;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Code that belongs to other code, as columns: parts that the compiler moved away from their
 * function ({@code S_SEPCODE}), and jumps that an incremental link leads through ({@code
 * S_TRAMPOLINE}).
 */
final class PdbPieces {
  private static final int SEPARATED = 24;
  private static final int TRAMPOLINE = 16;

  private final IntColumn section = new IntColumn(0);
  private final LongColumn offset = new LongColumn(0);
  private final LongColumn size = new LongColumn(0);
  private final IntColumn parentSection = new IntColumn(0);
  private final LongColumn parentOffset = new LongColumn(0);

  void separated(Bytes bytes, long at, long end) {
    if (end - at >= SEPARATED) {
      size.add(bytes.u32(at + 8));
      offset.add(bytes.u32(at + 16));
      parentOffset.add(bytes.u32(at + 20));
      section.add(end - at >= SEPARATED + 4 ? bytes.u16(at + 24) : 0);
      parentSection.add(end - at >= SEPARATED + 4 ? bytes.u16(at + 26) : 0);
    }
  }

  void trampoline(Bytes bytes, long at, long end) {
    if (end - at >= TRAMPOLINE) {
      size.add(bytes.u16(at + 2));
      offset.add(bytes.u32(at + 4));
      parentOffset.add(bytes.u32(at + 8));
      section.add(bytes.u16(at + 12));
      parentSection.add(bytes.u16(at + 14));
    }
  }

  /** How many there are. */
  int count() {
    return size.count();
  }

  /** Number of the section the piece lies in, from 1. */
  int section(int row) {
    return section.get(row);
  }

  /** Where the piece begins in its section. */
  long offset(int row) {
    return offset.get(row);
  }

  /** Bytes of the piece. */
  long size(int row) {
    return size.get(row);
  }

  /** Number of the section of what it belongs to, from 1. */
  int parentSection(int row) {
    return parentSection.get(row);
  }

  /** Where what it belongs to begins in its section. */
  long parentOffset(int row) {
    return parentOffset.get(row);
  }
}
