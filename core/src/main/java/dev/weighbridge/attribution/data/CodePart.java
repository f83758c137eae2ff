package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.InstructionCursor;

/**
 * Reads a part of the code of a section for references to data: functions from their beginnings,
 * which proves what is found, and what lies between them as well as can be. A function belongs to
 * the part that it begins in.
 */
final class CodePart {
  /** Bytes copied at a time, unless a function is longer. */
  private static final int WINDOW = 1 << 18;

  /** Bytes that are seen before a window, and behind it so that no instruction is cut in two. */
  private static final int LEAD = 2 * InstructionCursor.LEAD;

  private static final int TAIL = 16;

  /** Bytes of a number that may be an address, and how many bits its highest one has below it. */
  private static final int NUMBER = 4;

  private static final int HIGHEST_BYTE = 24;

  /** Bytes between functions that may be more than what fills up to the usual alignment. */
  private static final int SHORTEST = 16;

  /** Programs have a reference into data that nobody names for 80 to 200 bytes of code. */
  private static final int CODE_PER_REFERENCE = 160;

  private final Bytes file;
  private final Section section;
  private final CodeExtents extents;
  private final InstructionCursor cursor;
  private final DataWindows windows;
  private final long partStart;
  private final long partEnd;
  private final boolean isFixed;
  private final References found;
  private final References possible;
  private byte[] code = new byte[0];
  private long codeStart;
  private long codeEnd;

  /** What a part of the code refers to, and what it may refer to, both in its order. */
  record Found(References sure, References possible) {}

  /**
   * The part {@code [start, end)} of the file.
   *
   * @param isFixed whether the image cannot be moved, so that numbers may be addresses
   */
  CodePart(
      Bytes file,
      Section section,
      long start,
      long end,
      CodeExtents extents,
      InstructionCursor cursor,
      DataWindows windows,
      boolean isFixed) {
    this.file = file;
    this.section = section;
    partStart = start;
    partEnd = end;
    found = new References(start, (int) Math.min((end - start) / CODE_PER_REFERENCE, WINDOW));
    possible = new References(start, 0);
    this.isFixed = isFixed && cursor.hasAddressesAsNumbers();
    this.extents = extents;
    this.cursor = cursor;
    this.windows = windows;
  }

  /** Reads it. */
  Found read() {
    int next = extents.firstFrom(partStart);
    long at = next > 0 ? Math.max(partStart, extents.end(next - 1)) : partStart;
    while (at < partEnd) {
      long begin = next < extents.count() ? extents.start(next) : section.fileEnd();
      if (at < begin) {
        readBetween(at, Math.min(begin, partEnd));
        at = begin;
      } else {
        at = Math.min(extents.end(next), section.fileEnd());
        readFunction(begin, at);
        next++;
      }
    }
    if (isFixed) {
      readNumbers();
    }
    return new Found(found, possible);
  }

  /**
   * Notes every number of four bytes that is an address of a window, wherever it stands: it may be
   * an operand, which processors extend by its sign.
   */
  private void readNumbers() {
    AddressRanges ranges = windows.ranges();
    long lowest = ranges.low() >> HIGHEST_BYTE;
    long highest = (ranges.low() + ranges.span()) >> HIGHEST_BYTE;
    long last = Math.min(partEnd, section.fileEnd() - NUMBER + 1);
    for (long start = partStart; start < last; start += WINDOW) {
      long end = Math.min(last, start + WINDOW);
      int from = hold(start, end + NUMBER - 1);
      for (int at = from; at < from + (int) (end - start); at++) {
        int top = code[at + NUMBER - 1];
        if (top >= lowest && top <= highest) {
          note(at, ranges);
        }
      }
    }
  }

  private void note(int at, AddressRanges ranges) {
    int number = 0;
    for (int i = NUMBER - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | (code[at + i] & 0xFF);
    }
    int window = ranges.indexOf(number);
    if (window >= 0) {
      possible.add(place(at), window, windows.window(window).offset(number));
    }
  }

  private void readFunction(long start, long end) {
    int from = hold(start, end);
    cursor.start(code, from, from + (int) (end - start), address(start));
    take(start, end);
    if (cursor.isLost()) {
      readBetween(place(cursor.position() + cursor.alignment()), end);
    }
  }

  /** Begins each window early, so that what stands before its first bytes is seen. */
  private void readBetween(long start, long end) {
    if (end - start < SHORTEST) {
      return;
    }
    for (long at = start; at < end; at += WINDOW) {
      long before = Math.max(section.fileStart(), at - LEAD);
      long stop = Math.min(section.fileEnd(), Math.min(end, at + WINDOW) + TAIL);
      int from = hold(before, stop);
      int last = from + (int) (stop - before);
      while (from < last) {
        cursor.startAnywhere(code, from, last, address(place(from)));
        take(at, Math.min(end, at + WINDOW));
        from = cursor.isLost() ? cursor.position() + cursor.alignment() : last;
      }
    }
  }

  /** Takes the references of instructions that end in a range of the file. */
  private void take(long start, long end) {
    AddressRanges ranges = windows.ranges();
    for (int window = cursor.nextReference(ranges); window >= 0; ) {
      long place = place(cursor.position());
      long last = place(cursor.end()) - 1;
      if (last >= start && last < end) {
        if (cursor.hasOther()) {
          take(place, cursor.isReferenceSure(), cursor.reference());
          take(place, true, cursor.other());
        } else {
          found.add(place, window, windows.window(window).offset(cursor.reference()));
        }
      }
      window = cursor.nextReference(ranges);
    }
  }

  /** Takes one of two addresses that an instruction has, if a window holds it. */
  private void take(long place, boolean isSure, long address) {
    int window = isSure ? windows.ranges().indexOf(address) : -1;
    if (window >= 0) {
      found.add(place, window, windows.window(window).offset(address));
    }
  }

  /** Brings a range of the file into the array; answers where its first byte is. */
  private int hold(long start, long end) {
    if (start < codeStart || end > codeEnd) {
      codeStart = start;
      codeEnd = Math.min(section.fileEnd(), Math.max(end, start + WINDOW + LEAD + TAIL));
      int length = (int) (codeEnd - codeStart);
      if (code.length < length + InstructionCursor.SLACK) {
        code = new byte[length + InstructionCursor.SLACK];
      }
      file.copy(codeStart, code, 0, length);
    }
    return (int) (start - codeStart);
  }

  private long place(int position) {
    return codeStart + position;
  }

  private long address(long place) {
    return section.address() + (place - section.fileStart());
  }
}
