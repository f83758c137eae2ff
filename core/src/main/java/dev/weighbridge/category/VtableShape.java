package dev.weighbridge.category;

import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.internal.shapes.Pointers;

/**
 * Recognises tables of methods of Rust trait objects: the drop glue or zero, the size of the type,
 * its alignment, and then at least one method.
 *
 * <p>A size is a multiple of the alignment, which is a power of two; so hardly anything else that
 * holds pointers to code looks like that. The table ends where pointers to code end, or where
 * another table begins with one.
 */
final class VtableShape {
  private static final long MAX_SIZE = Integer.MAX_VALUE;
  private static final long MAX_ALIGNMENT = 1 << 29;

  private final Pointers pointers;
  private final LongColumn codeStart = new LongColumn(0);
  private final LongColumn codeEnd = new LongColumn(0);

  VtableShape(SectionTable sections, Pointers pointers) {
    this.pointers = pointers;
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.hasFileBytes() && section.traits().contains(SectionTrait.EXECUTABLE)) {
        codeStart.add(section.fileStart());
        codeEnd.add(section.fileEnd());
      }
    }
  }

  /**
   * Where the table ends whose first method is at a place; -1 if that is no first method.
   *
   * @param low where the data begins in which the table lies
   * @param high where that data ends
   */
  long end(long firstMethod, long low, long high) {
    if (!isFirstMethod(firstMethod, low)) {
      return -1;
    }
    int word = pointers.wordSize();
    long at = firstMethod + word;
    while (at + word <= high && isCode(at) && !beginsTable(at, low, high)) {
      at += word;
    }
    return at;
  }

  /** Where the table starts whose first method is at a place. */
  long start(long firstMethod) {
    return firstMethod - 3L * pointers.wordSize();
  }

  private boolean beginsTable(long place, long low, long high) {
    long method = place + 3L * pointers.wordSize();
    return method + pointers.wordSize() <= high && isFirstMethod(method, low);
  }

  private boolean isFirstMethod(long place, long low) {
    int word = pointers.wordSize();
    long start = start(place);
    if (start < low) {
      return false;
    }
    long alignment = pointers.word(place - word);
    long size = pointers.word(place - 2L * word);
    return alignment > 0
        && alignment <= MAX_ALIGNMENT
        && Long.bitCount(alignment) == 1
        && size >= 0
        && size <= MAX_SIZE
        && size % alignment == 0
        && isCode(place)
        && pointers.isNumber(place - word)
        && pointers.isNumber(place - 2L * word)
        && (isCode(start) || (pointers.isNumber(start) && pointers.word(start) == 0));
  }

  private boolean isCode(long place) {
    long target = pointers.target(place);
    for (int i = 0; target >= 0 && i < codeStart.count(); i++) {
      if (target >= codeStart.get(i) && target < codeEnd.get(i)) {
        return true;
      }
    }
    return false;
  }
}
