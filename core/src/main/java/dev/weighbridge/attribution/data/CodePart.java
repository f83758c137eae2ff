package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionFinder;

/**
 * Reads a part of the code of a section for references to data. Functions are decoded from their
 * beginnings, which proves what is found; between them instructions are read as {@link
 * InstructionFinder} finds them.
 *
 * <p>A function belongs to the part that it begins in.
 */
final class CodePart {
  /** Bytes copied at a time, unless a function is longer. */
  private static final int WINDOW = 1 << 18;

  private final Bytes file;
  private final Section section;
  private final CodeExtents extents;
  private final InstructionCursor cursor;
  private final InstructionFinder finder;
  private final AddressRanges ranges;
  private final References found = new References();
  private byte[] code = new byte[0];
  private long codeStart;
  private long codeEnd;

  CodePart(
      Bytes file,
      Section section,
      CodeExtents extents,
      InstructionCursor cursor,
      AddressRanges ranges) {
    this.file = file;
    this.section = section;
    this.extents = extents;
    this.cursor = cursor;
    this.ranges = ranges;
    finder = cursor.isReadFromAnywhere() ? null : new InstructionFinder(cursor);
  }

  /** What the code refers to in {@code [start, end)} of the file, in the order of the code. */
  References read(long start, long end) {
    int next = extents.firstFrom(start);
    long at = next > 0 ? Math.max(start, extents.end(next - 1)) : start;
    while (at < end) {
      long begin = next < extents.count() ? extents.start(next) : section.fileEnd();
      if (at < begin) {
        readBetween(at, Math.min(begin, end));
        at = begin;
      } else {
        at = Math.min(extents.end(next), section.fileEnd());
        readFunction(begin, at);
        next++;
      }
    }
    return found;
  }

  private void readFunction(long start, long end) {
    int from = hold(start, end);
    cursor.start(code, from, from + (int) (end - start), address(start));
    takeReferences();
    if (cursor.isLost()) {
      readBetween(place(cursor.position() + cursor.alignment()), end);
    }
  }

  private void takeReferences() {
    while (cursor.nextReference(ranges)) {
      take();
    }
  }

  private void take() {
    long target = cursor.reference();
    found.add(place(cursor.position()), target, ranges.indexOf(target));
  }

  /** Reads code of which no border is known. */
  private void readBetween(long start, long end) {
    for (long at = start; at < end; at += WINDOW) {
      long stop = Math.min(end, at + WINDOW);
      if (finder == null) {
        readFromAnywhere(at, stop);
      } else {
        readFound(at, stop);
      }
    }
  }

  private void readFromAnywhere(long start, long end) {
    int from = hold(start, end);
    int stop = from + (int) (end - start);
    while (from < stop) {
      cursor.start(code, from, stop, address(place(from)));
      takeReferences();
      from = cursor.isLost() ? cursor.position() + cursor.alignment() : stop;
    }
  }

  private void readFound(long start, long end) {
    long border = Math.max(section.fileStart(), start - finder.reach());
    int first = hold(border, end);
    int stop = first + (int) (end - border);
    int at = first + (int) (start - border);
    while (true) {
      cursor.start(code, first, stop, address(border));
      at = cursor.mayRefer(at, ranges);
      if (at >= stop) {
        return;
      }
      int instruction = finder.startOf(code, first, stop, at, address(border));
      at += cursor.alignment();
      if (instruction >= 0) {
        cursor.start(code, instruction, stop, address(place(instruction)));
        if (cursor.next() && cursor.isReferenceSure() && ranges.indexOf(cursor.reference()) >= 0) {
          take();
          at = Math.max(at, cursor.end());
        }
      }
    }
  }

  /** Brings a range of the file into the array; answers where its first byte is. */
  private int hold(long start, long end) {
    if (start < codeStart || end > codeEnd) {
      codeStart = start;
      codeEnd = Math.min(section.fileEnd(), Math.max(end, start + WINDOW));
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
