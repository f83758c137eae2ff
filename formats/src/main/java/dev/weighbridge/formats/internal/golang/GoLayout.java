package dev.weighbridge.formats.internal.golang;

import org.jspecify.annotations.Nullable;

/** How a {@code pclntab} is laid out, by the Go release that first wrote it so. */
enum GoLayout {
  /** One block: the rows of functions follow the head, and all offsets count from there. */
  GO_1_2(0xfffffffb, false, 0),
  /** Blocks for names, units, files, places and functions. */
  GO_1_16(0xfffffffa, false, 4),
  /** Rows count from the start of the code, which the head states. */
  GO_1_18(0xfffffff0, true, 4),
  /** Records have the line that a function begins in. */
  GO_1_20(0xfffffff1, true, 8);

  private static final GoLayout[] ALL = values();

  /** Name, arguments, the call of deferred functions, three tables of places, how many more. */
  private static final int COMMON = 28;

  private static final int COUNTS = 4;

  private final int magic;
  private final boolean isRelative;
  private final int more;

  GoLayout(int magic, boolean isRelative, int more) {
    this.magic = magic;
    this.isRelative = isRelative;
    this.more = more;
  }

  /** The layout that begins with four bytes; null if none does. */
  static @Nullable GoLayout of(int magic) {
    for (GoLayout layout : ALL) {
      if (layout.magic == magic) {
        return layout;
      }
    }
    return null;
  }

  /** Whether places are 32-bit numbers from the start of the code, not addresses. */
  boolean isRelative() {
    return isRelative;
  }

  /** Bytes of a place in the rows of functions, and in front of a record. */
  int placeBytes(int pointer) {
    return isRelative ? 4 : pointer;
  }

  /** Bytes of a record behind its place, without its lists. */
  int recordBytes() {
    return COMMON + more + COUNTS;
  }
}
